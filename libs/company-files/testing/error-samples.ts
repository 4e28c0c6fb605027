import type { CompanyFaultCode, CompanyPlace } from '../src/index.js';

/** A file that is refused with exactly this code, at exactly this place. */
export interface CompanySample {
  readonly why: string;
  readonly reader: 'customers' | 'invoices' | 'history';
  /** Null for a file that is not there. */
  readonly bytes: Uint8Array | null;
  readonly place: CompanyPlace;
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const customersHead = 'id,name,country,iban,vat_id,payment_terms_days\n';
const invoicesHead = 'number,customer_id,kind,issue_date,due_date,currency,total,open_amount,structured_reference,order_reference\n';
const customers = (why: string, content: string, place: CompanyPlace): CompanySample => ({ why, reader: 'customers', bytes: text(content), place });
const invoices = (why: string, row: string, column: string, line = 2): CompanySample => ({ why, reader: 'invoices', bytes: text(`${invoicesHead}${row}\n`), place: { line, column } });
const history = (why: string, line: string, place: CompanyPlace): CompanySample => ({ why, reader: 'history', bytes: text(`${line}\n`), place });

/** For every code that reading can give; `amount_too_large` is the ledger's own. Invoices are read beside the one customer C1. */
export const companySamples: Readonly<Record<Exclude<CompanyFaultCode, 'amount_too_large'>, CompanySample>> = {
  file_unreadable: { why: 'no such file', reader: 'customers', bytes: null, place: {} },
  not_utf8: { why: 'Latin-1', reader: 'customers', bytes: Uint8Array.from([...text('id,name,country,iban,vat_id,payment_terms_days\nC1,M'), 0xe9, ...text('nard,FR,,,30\n')]), place: { byte: 51 } },
  header_missing: customers('an empty file', '', { line: 1 }),
  column_missing: customers('no payment terms', 'id,name,country,iban,vat_id\n', { line: 1 }),
  column_twice: customers('two ids', 'id,id,name,country,iban,vat_id,payment_terms_days\n', { line: 1 }),
  row_width: customers('a comma in a name', `${customersHead}C1,Ménard, Frères,FR,,,30\n`, { line: 2 }),
  quote_broken: customers('a quote that does not close', `${customersHead}C1,"Ménard,FR,,,30\n`, { line: 2 }),
  value_missing: customers('a customer without name', `${customersHead}C1,,FR,,,30\n`, { line: 2, column: 'name' }),
  date_invalid: invoices('30 February', 'F1,C1,invoice,2026-01-30,2026-02-30,EUR,120.00,120.00,,', 'due_date'),
  currency_invalid: invoices('three letters that are none', 'F1,C1,invoice,2026-01-02,2026-02-01,EUX,120.00,120.00,,', 'currency'),
  amount_invalid: invoices('a decimal comma', 'F1,C1,invoice,2026-01-02,2026-02-01,EUR,"120,00",120.00,,', 'total'),
  number_invalid: customers('terms in words', `${customersHead}C1,Ménard,FR,,,soon\n`, { line: 2, column: 'payment_terms_days' }),
  country_invalid: customers('a country in words', `${customersHead}C1,Ménard,France,,,30\n`, { line: 2, column: 'country' }),
  choice_unknown: invoices('a kind that is none', 'F1,C1,bill,2026-01-02,2026-02-01,EUR,120.00,120.00,,', 'kind'),
  key_repeated: customers('an id given twice', `${customersHead}C1,Ménard,FR,,,30\nC1,Garnier,FR,,,30\n`, { line: 3, column: 'id' }),
  customer_not_listed: invoices('a customer that is not in the list', 'F1,C9,invoice,2026-01-02,2026-02-01,EUR,120.00,120.00,,', 'customer_id'),
  sign_wrong: invoices('an invoice below zero', 'F1,C1,invoice,2026-01-02,2026-02-01,EUR,-120.00,-120.00,,', 'total'),
  open_amount_outside: invoices('more open than the total', 'F1,C1,invoice,2026-01-02,2026-02-01,EUR,120.00,130.00,,', 'open_amount'),
  line_too_long: { why: 'four million characters', reader: 'history', bytes: text(`{"remittance":"${'x'.repeat(4_000_001)}`), place: { line: 1 } },
  not_json: history('a bracket that does not close', '{"reference":"B1"', { line: 1 }),
  type_wrong: history('an amount as a number', '{"booking_date":"2026-01-05","currency":"EUR","amount":96}', { line: 1, field: 'amount' }),
};
