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
