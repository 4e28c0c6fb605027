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
  readonly currency?: string;
  readonly from?: string;
  readonly to?: string;
  /** In cents; left out, the statement has no balances. */
  readonly opening?: number;
  readonly closing?: number;
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

function statementXml({ id = 'S1', account = iban, currency = 'EUR', from = '2026-10-01', to = '2026-10-31', opening, closing, entries }: Camt): string {
  const booked = entries.filter(({ status = 'BOOK' }) => status === 'BOOK').reduce((sum, { cents }) => sum + cents, 0);
  const balance = (code: string, date: string, cents: number) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${decimal(cents)}</Amt><CdtDbtInd>${side(cents)}</CdtDbtInd><Dt><Dt>${date}</Dt></Dt></Bal>`;
  const balances = opening === undefined ? '' : balance('OPBD', from, opening) + balance('CLBD', to, closing ?? opening + booked);
  return `<Stmt><Id>${id}</Id><CreDtTm>2026-11-01T06:00:00+01:00</CreDtTm><FrToDt><FrDtTm>${from}T00:00:00</FrDtTm><ToDtTm>${to}T23:59:59</ToDtTm></FrToDt>
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
