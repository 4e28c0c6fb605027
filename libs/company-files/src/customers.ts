import { type CompanyFile } from './company-file.js';
import { readCsv, type CsvRow } from './csv-rows.js';
import { say } from './company-sentences.js';

export interface CustomerRow {
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2, in capitals. */
  readonly country: string;
  /** Without spaces, in capitals; null where the company does not know it. */
  readonly iban: string | null;
  readonly vatId: string | null;
  readonly paymentTermsDays: number;
}

const columns = ['id', 'name', 'country', 'iban', 'vat_id', 'payment_terms_days'] as const;
const longestTermsDays = 3650;

/** Reads `customers.csv`, in the file's order; refuses a bad row and an id given twice. */
export async function readCustomers(file: CompanyFile): Promise<CustomerRow[]> {
  const customers: CustomerRow[] = [];
  const lineOfId = new Map<string, number>();
  await readCsv(file, columns, (row) => {
    const customer = toCustomer(row);
    const earlier = lineOfId.get(customer.id);
    if (earlier !== undefined) row.refuse('key_repeated', 'id', say('company_customer_twice', { quoted: customer.id, line: String(earlier) }), 'give each customer one row');
    lineOfId.set(customer.id, row.line);
    customers.push(customer);
  });
  return customers;
}

function toCustomer(row: CsvRow): CustomerRow {
  const country = row.required('country');
  if (!/^[A-Z]{2}$/.test(country)) row.refuse('country_invalid', 'country', say('company_country', { quoted: country.slice(0, 40) }), 'use two capitals (ISO 3166), such as FR');
  return {
    id: row.required('id'),
    name: row.required('name'),
    country,
    iban: row.text('iban').replaceAll(/\s/g, '').toUpperCase() || null,
    vatId: row.optional('vat_id'),
    paymentTermsDays: row.wholeNumber('payment_terms_days', longestTermsDays),
  };
}
