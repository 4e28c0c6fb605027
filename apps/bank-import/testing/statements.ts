/** Small statements, built rather than copied: what a test says about them stands in the test. */
export interface Entry {
  readonly date: string;
  /** Signed, in cents. */
  readonly cents: number;
  readonly text: string;
  readonly reference?: string;
  readonly status?: 'BOOK' | 'PDNG' | 'INFO';
}

export interface Camt {
  readonly id?: string;
  readonly account?: string;
  readonly sequence?: string;
  /** DUPL, COPY or CODU. */
  readonly copy?: string;
  readonly currency?: string;
  readonly from?: string;
  readonly to?: string;
  /** In cents; left out, the statement has no balances. */
  readonly opening?: number | undefined;
  readonly closing?: number | undefined;
  readonly entries: readonly Entry[];
}

export const iban = 'FR7630006000011234567890189';
export const otherIban = 'DE89370400440532013000';

const decimal = (cents: number) => `${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
const side = (cents: number) => (cents < 0 ? 'DBIT' : 'CRDT');

/** A camt.053.001.08; balances add up where only the opening one is given. */
export function camt(...statements: readonly Camt[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-01T06:00:00+01:00</CreDtTm></GrpHdr>
${statements.map(statementXml).join('\n')}
</BkToCstmrStmt></Document>`;
}

function statementXml({ id = 'S1', sequence, copy, account = iban, currency = 'EUR', from = '2026-10-01', to = '2026-10-31', opening, closing, entries }: Camt): string {
  const booked = entries.filter(({ status = 'BOOK' }) => status === 'BOOK').reduce((sum, { cents }) => sum + cents, 0);
  const balance = (code: string, date: string, cents: number) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${decimal(cents)}</Amt><CdtDbtInd>${side(cents)}</CdtDbtInd><Dt><Dt>${date}</Dt></Dt></Bal>`;
  const balances = opening === undefined ? '' : balance('OPBD', from, opening) + balance('CLBD', to, closing ?? opening + booked);
  return `<Stmt><Id>${id}</Id>${sequence === undefined ? '' : `<ElctrncSeqNb>${sequence}</ElctrncSeqNb>`}<CreDtTm>2026-11-01T06:00:00+01:00</CreDtTm><FrToDt><FrDtTm>${from}T00:00:00</FrDtTm><ToDtTm>${to}T23:59:59</ToDtTm></FrToDt>${copy === undefined ? '' : `<CpyDplctInd>${copy}</CpyDplctInd>`}
<Acct><Id><IBAN>${account}</IBAN></Id><Ccy>${currency}</Ccy></Acct>${balances}
${entries.map((entry) => entryXml(entry, currency)).join('\n')}</Stmt>`;
}

function entryXml({ date, cents, text, reference, status = 'BOOK' }: Entry, currency: string): string {
  const references = reference === undefined ? '' : `<AcctSvcrRef>${reference}</AcctSvcrRef>`;
  return `<Ntry><Amt Ccy="${currency}">${decimal(cents)}</Amt><CdtDbtInd>${side(cents)}</CdtDbtInd><Sts><Cd>${status}</Cd></Sts><BookgDt><Dt>${date}</Dt></BookgDt><ValDt><Dt>${date}</Dt></ValDt>${references}<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Amt Ccy="${currency}">${decimal(cents)}</Amt><CdtDbtInd>${side(cents)}</CdtDbtInd><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
}

/** A French bank's CSV that does not name its account. */
export function csv(entries: readonly Entry[]): string {
  const rows = entries.map(({ date, cents, text, reference = '' }) => {
    const amount = decimal(cents).replace('.', ',');
    return [date.split('-').reverse().join('/'), text, cents < 0 ? amount : '', cents < 0 ? '' : amount, reference].join(';');
  });
  return ['Date;Libellé;Débit;Crédit;Référence', ...rows, ''].join('\n');
}

/** So many different credits, a few a day. */
export function credits(count: number, first = 1): Entry[] {
  return Array.from({ length: count }, (_, index) => {
    const number = first + index;
    return { date: `2026-10-${String(1 + (number % 28)).padStart(2, '0')}`, cents: 1000 + number, text: `FACTURE FA2026-${number}`, reference: `BKR${number}` };
  });
}

/** An MT940 of one statement; the text of an entry stands in its :86:. */
export function mt940({ id = 'S1', account = iban, currency = 'EUR', from = '2026-10-01', to = '2026-10-31', opening = 0, entries }: Omit<Camt, 'closing' | 'sequence' | 'copy'>): string {
  const short = (date: string) => date.replaceAll('-', '').slice(2);
  const amount = (cents: number) => decimal(cents).replace('.', ',');
  const balance = (tag: string, date: string, cents: number) => `:${tag}:${cents < 0 ? 'D' : 'C'}${short(date)}${currency}${amount(cents)}`;
  const lines = entries.flatMap(({ date, cents, text, reference = 'NONREF' }) => [`:61:${short(date)}${short(date).slice(2)}${cents < 0 ? 'D' : 'C'}${amount(cents)}NTRFNONREF//${reference}`, `:86:${text}`]);
  const closing = entries.reduce((sum, { cents }) => sum + cents, opening);
  return [`:20:${id}`, `:25:${account}`, ':28C:1/1', balance('60F', from, opening), ...lines, balance('62F', to, closing), '-', ''].join('\r\n');
}

/** An OFX 1.x without balances; an entry's reference is its FITID. */
export function ofx({ account = iban, currency = 'EUR', from = '2026-10-01', to = '2026-10-31', version = '102', entries }: Pick<Camt, 'account' | 'currency' | 'from' | 'to' | 'entries'> & { readonly version?: string }): string {
  const day = (date: string) => date.replaceAll('-', '');
  const lines = entries.map(({ date, cents, text, reference = '' }) => `<STMTTRN><TRNTYPE>${cents < 0 ? 'DEBIT' : 'CREDIT'}<DTPOSTED>${day(date)}<TRNAMT>${cents < 0 ? '-' : ''}${decimal(cents)}<FITID>${reference}<MEMO>${text}</STMTTRN>`);
  return `OFXHEADER:100\nDATA:OFXSGML\nVERSION:${version}\nSECURITY:NONE\nENCODING:USASCII\nCHARSET:1252\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>${currency}<BANKACCTFROM><BANKID>30006<ACCTID>${account}<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>${day(from)}<DTEND>${day(to)}\n${lines.join('\n')}\n</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n`;
}

export interface Batch {
  readonly date: string;
  readonly reference?: string;
  /** PmtInfId of the order. */
  readonly paymentInformationId?: string;
  /** Signed, in cents; the payments with their texts and end-to-end ids. */
  readonly payments: readonly { readonly cents: number; readonly text: string; readonly endToEndId?: string }[];
}

/** A bulk booking: in a statement (camt.053) as a whole without its payments, in a notification (camt.054) with them. */
export function camtBatch(message: '053' | '054', { date, reference, paymentInformationId, payments }: Batch, { id = `B${message}`, account = iban, opening = 0 }: { id?: string; account?: string; opening?: number } = {}): string {
  const [root, element] = message === '053' ? ['BkToCstmrStmt', 'Stmt'] : ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'];
  const total = payments.reduce((sum, { cents }) => sum + cents, 0);
  const amount = (cents: number) => `<Amt Ccy="EUR">${decimal(cents)}</Amt><CdtDbtInd>${side(cents)}</CdtDbtInd>`;
  const balance = (code: string, cents: number) => `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amount(cents)}<Dt><Dt>${date}</Dt></Dt></Bal>`;
  const batch = `<Btch>${paymentInformationId === undefined ? '' : `<PmtInfId>${paymentInformationId}</PmtInfId>`}<NbOfTxs>${payments.length}</NbOfTxs></Btch>`;
  const details = payments.map(
    ({ cents, text, endToEndId = 'NOTPROVIDED' }) => `<TxDtls><Refs><EndToEndId>${endToEndId}</EndToEndId></Refs>${amount(cents)}<RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${message}.001.08"><${root}><GrpHdr><MsgId>${id}</MsgId><CreDtTm>${date}T06:00:00</CreDtTm></GrpHdr>
<${element}><Id>${id}</Id><CreDtTm>${date}T06:00:00</CreDtTm><FrToDt><FrDtTm>${date}T00:00:00</FrDtTm><ToDtTm>${date}T23:59:59</ToDtTm></FrToDt><Acct><Id><IBAN>${account}</IBAN></Id><Ccy>EUR</Ccy></Acct>${message === '053' ? balance('OPBD', opening) + balance('CLBD', opening + total) : ''}
<Ntry>${amount(total)}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${date}</Dt></BookgDt>${reference === undefined ? '' : `<AcctSvcrRef>${reference}</AcctSvcrRef>`}<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RDDT</Cd><SubFmlyCd>ESDD</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls>${batch}${message === '054' ? details.join('') : ''}</NtryDtls></Ntry>
</${element}></${root}></Document>`;
}
