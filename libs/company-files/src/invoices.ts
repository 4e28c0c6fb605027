import type { CalendarDate } from '@lettrage/calendar';
import { type CompanyFile } from './company-file.js';
import { readCsv, type CsvRow } from './csv-rows.js';
import { say } from './company-sentences.js';

/** An open item as the company lists it; a credit note's amounts are negative. */
export interface InvoiceRow {
  readonly number: string;
  readonly customerId: string;
  readonly kind: 'invoice' | 'credit_note';
  readonly issueDate: CalendarDate;
  readonly dueDate: CalendarDate;
  readonly currency: string;
  readonly totalMinor: bigint;
  /** Between nothing and the total, on the total's side of zero. */
  readonly openMinor: bigint;
  readonly structuredReference: string | null;
  readonly orderReference: string | null;
}

const columns = ['number', 'customer_id', 'kind', 'issue_date', 'due_date', 'currency', 'total', 'open_amount', 'structured_reference', 'order_reference'] as const;

/** Reads `invoices.csv`, in the file's order; refuses a bad row, a number given twice, and a customer that `customers` does not hold. */
export async function readInvoices(file: CompanyFile, customers: readonly { readonly id: string }[]): Promise<InvoiceRow[]> {
  const known = new Set(customers.map(({ id }) => id));
  const invoices: InvoiceRow[] = [];
  const lineOfNumber = new Map<string, number>();
  await readCsv(file, columns, (row) => {
    const invoice = toInvoice(row);
    const earlier = lineOfNumber.get(invoice.number);
    if (earlier !== undefined) row.refuse('key_repeated', 'number', say('company_invoice_twice', { quoted: invoice.number, line: String(earlier) }), 'numbers are unique; remove or correct one');
    if (!known.has(invoice.customerId)) {
      row.refuse('customer_not_listed', 'customer_id', say('company_customer_not_in_file', { quoted: invoice.customerId }), 'add the customer there or correct the id');
    }
    lineOfNumber.set(invoice.number, row.line);
    invoices.push(invoice);
  });
  return invoices;
}

function toInvoice(row: CsvRow): InvoiceRow {
  const currency = row.currency('currency');
  const kind = row.oneOf('kind', ['invoice', 'credit_note']);
  const totalMinor = row.amount('total', currency);
  const openMinor = row.amount('open_amount', currency);
  if (kind === 'invoice' ? totalMinor < 0n : totalMinor > 0n) {
    const remedy = 'an invoice has a positive total, a credit note a negative one; correct the kind or the sign';
    row.refuse('sign_wrong', 'total', say('company_sign', { quoted: row.text('total'), kind }), remedy);
  }
  const beyond = totalMinor >= 0n ? openMinor < 0n || openMinor > totalMinor : openMinor > 0n || openMinor < totalMinor;
  if (beyond) row.refuse('open_amount_outside', 'open_amount', say('company_open_outside', { quoted: row.text('open_amount'), quotedTotal: row.text('total') }), 'correct one of them');
  return {
    number: row.required('number'),
    customerId: row.required('customer_id'),
    kind,
    issueDate: row.date('issue_date'),
    dueDate: row.date('due_date'),
    currency,
    totalMinor,
    openMinor,
    structuredReference: row.optional('structured_reference'),
    orderReference: row.optional('order_reference'),
  };
}
