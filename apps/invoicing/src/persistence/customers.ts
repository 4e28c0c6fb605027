import { customerChanged, type CustomerSnapshot } from '@lettrage/contracts';
import { publish } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { customerColumns, customerOf, type CustomerRow } from './customer-row.js';

/** Which of the customers exist. */
export async function knownCustomers(tx: Transaction, customerIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }[]>('select customer_id as id from customer where customer_id = any ($1)', [[...new Set(customerIds)]]);
  return new Set(rows.map(({ id }) => id));
}

export type NewCustomer = Omit<CustomerSnapshot, 'version'>;

/**
 * Stores new customers and says so, all in one go. With `update`, a customer whose number is known takes the new facts; without,
 * a number that is taken breaks the constraint `customer_number`.
 */
export async function storeCustomers(tx: Transaction, organisationId: string, customers: readonly NewCustomer[], { update }: { update: boolean }): Promise<CustomerSnapshot[]> {
  const rows = await tx.query<CustomerRow[]>(
    `insert into customer (organisation_id, version, customer_id, number, name, country, iban, vat_id, payment_terms_days)
     select $1, 1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[])
     ${update ? `on conflict (organisation_id, number) do update set version = customer.version + 1, name = excluded.name, country = excluded.country, iban = excluded.iban,
                   vat_id = excluded.vat_id, payment_terms_days = excluded.payment_terms_days` : ''}
     returning ${customerColumns}`,
    [
      organisationId, customers.map((c) => c.customerId), customers.map((c) => c.number), customers.map((c) => c.name), customers.map((c) => c.country), customers.map((c) => c.iban),
      customers.map((c) => c.vatId), customers.map((c) => c.paymentTermsDays),
    ],
  );
  const stored = rows.map(customerOf);
  await publish(tx, organisationId, customerChanged, stored);
  return stored;
}
