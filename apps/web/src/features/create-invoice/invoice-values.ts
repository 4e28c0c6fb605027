import { isDate } from '@lettrage/calendar';
import { isCurrency, minorUnits } from '@lettrage/money';
import type { CreateInvoiceBody } from '../../api/types.js';
import { readAmount } from '../../money/read-amount.js';

/** An invoice or credit note as it was typed. */
export interface InvoiceValues {
  number: string;
  customer: { customerId: string; label: string } | null;
  kind: 'invoice' | 'credit_note';
  issueDate: string;
  dueDate: string;
  currency: string;
  total: string;
  structuredReference: string;
  orderReference: string;
}
export type InvoiceFault = 'required' | 'amount' | 'dueBeforeIssue' | 'creditNotePositive';

/** What is wrong, field by field; empty when the body can be sent. */
export function invoiceFaults(values: InvoiceValues): Partial<Record<keyof InvoiceValues, InvoiceFault>> {
  const faults: Partial<Record<keyof InvoiceValues, InvoiceFault>> = {};
  if (!values.number.trim()) faults.number = 'required';
  if (!values.customer) faults.customer = 'required';
  if (!isDate(values.issueDate)) faults.issueDate = 'required';
  if (!isDate(values.dueDate)) faults.dueDate = 'required';
  else if (values.kind === 'invoice' && values.dueDate < values.issueDate) faults.dueDate = 'dueBeforeIssue';
  if (!isCurrency(values.currency)) faults.currency = 'required';
  const total = totalOf(values);
  if (total === null || /^-?[0.]+$/.test(total) || (values.kind === 'invoice' && total.startsWith('-'))) faults.total = 'amount';
  else if (values.kind === 'credit_note' && !total.startsWith('-')) faults.total = 'creditNotePositive';
  return faults;
}

/** The body to send; only for values without faults. */
export function invoiceBody(values: InvoiceValues): CreateInvoiceBody {
  const { number, customer, kind, issueDate, dueDate, currency, structuredReference, orderReference } = values;
  return {
    number: number.trim(),
    customerId: customer!.customerId,
    kind,
    issueDate,
    dueDate,
    currency,
    total: totalOf(values)!,
    structuredReference: structuredReference.trim() || null,
    orderReference: orderReference.trim() || null,
  };
}

function totalOf({ total, currency }: InvoiceValues): string | null {
  return readAmount(total, isCurrency(currency) ? minorUnits(currency) : 2);
}
