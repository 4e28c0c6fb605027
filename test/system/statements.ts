/** One credit of a small statement. */
export interface Credit {
  readonly reference: string;
  readonly amount: string;
  readonly name?: string;
  readonly text?: string;
  readonly date?: string;
}

const iban = 'FR7630006000011234567890189';

/** A CAMT.053 of a few credits that balances, as a bank would send it. */
export function camtOf(id: string, credits: readonly Credit[], opening = '1000.00'): Uint8Array<ArrayBuffer> {
  const cents = (text: string) => BigInt(text.replace('.', ''));
  const closing = credits.reduce((sum, credit) => sum + cents(credit.amount), cents(opening));
  const balance = (code: string, minor: bigint) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${minor / 100n}.${String(minor % 100n).padStart(2, '0')}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-10-01</Dt></Dt></Bal>`;
  const entries = credits.map(
    ({ reference, amount, name = 'SOMEBODY', text = '', date = '2026-10-05' }) =>
      `<Ntry><NtryRef>${reference}</NtryRef><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${date}</Dt></BookgDt><ValDt><Dt>${date}</Dt></ValDt><AcctSvcrRef>${reference}</AcctSvcrRef>
<NtryDtls><TxDtls><Refs><AcctSvcrRef>${reference}</AcctSvcrRef></Refs><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr><Pty><Nm>${name}</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
  );
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>${id}</MsgId><CreDtTm>2026-11-01T06:00:00</CreDtTm></GrpHdr><Stmt><Id>${id}</Id><CreDtTm>2026-11-01T06:00:00</CreDtTm><Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>${balance('OPBD', cents(opening))}${balance('CLBD', closing)}${entries.join('')}</Stmt></BkToCstmrStmt></Document>`,
  );
}

interface Payment {
  readonly amount: string;
  readonly text: string;
}

/** A bulk booking of 300.00: without its payments in the statement, with them in the notification. */
export function bulk(message: '053' | '054', reference: string, payments: readonly Payment[]): Uint8Array<ArrayBuffer> {
  const [root, element] = message === '053' ? ['BkToCstmrStmt', 'Stmt'] : ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'];
  const amount = (text: string) => `<Amt Ccy="EUR">${text}</Amt><CdtDbtInd>CRDT</CdtDbtInd>`;
  const details = payments.map(({ amount: text, text: remittance }) => `<TxDtls>${amount(text)}<RmtInf><Ustrd>${remittance}</Ustrd></RmtInf></TxDtls>`).join('');
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${message}.001.08"><${root}><GrpHdr><MsgId>${reference}${message}</MsgId><CreDtTm>2026-10-06T06:00:00</CreDtTm></GrpHdr><${element}><Id>${reference}${message}</Id><CreDtTm>2026-10-06T06:00:00</CreDtTm><Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id><Ccy>EUR</Ccy></Acct><Ntry>${amount('300.00')}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-10-05</Dt></BookgDt><AcctSvcrRef>${reference}</AcctSvcrRef><NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch>${message === '054' ? details : ''}</NtryDtls></Ntry></${element}></${root}></Document>`,
  );
}
