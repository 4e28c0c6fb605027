import { type CustomerSnapshot } from '@lettrage/contracts';

export type CustomerRow = CustomerSnapshot;

/** Columns of a customer under the contract's names. */
export const customerColumns = `customer_id as "customerId", version, number, name, country, iban, vat_id as "vatId", payment_terms_days as "paymentTermsDays"`;

/** The row as the contract has it, without what a query added for its own use. */
export function customerOf({ customerId, version, number, name, country, iban, vatId, paymentTermsDays }: CustomerRow): CustomerSnapshot {
  return { customerId, version, number, name, country, iban, vatId, paymentTermsDays };
}
