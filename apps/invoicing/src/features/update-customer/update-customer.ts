import { customerChanged, type invoicingHttp, sentence } from '@lettrage/contracts';
import { Refused } from '@lettrage/http';
import { publish } from '@lettrage/messaging';
import { Database, isId } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { type z } from 'zod';
import { checkedIban } from '../../checked-iban.js';
import { type CustomerRow, customerColumns, customerOf } from '../../persistence/customer-row.js';

@Injectable()
export class UpdateCustomer {
  constructor(private readonly database: Database) {}

  run(organisationId: string, customerId: string, body: z.infer<typeof invoicingHttp.updateCustomerBody>): Promise<invoicingHttp.Customer> {
    const iban = checkedIban(body.iban);
    return this.database.inOrganisation(organisationId, async (tx) => {
      const [before] = isId(customerId) ? await tx.query<{ version: number }[]>('select version from customer where organisation_id = $1 and customer_id = $2 for update', [organisationId, customerId]) : [];
      if (!before) throw new Refused('not_found', sentence('no_customer'));
      if (body.version !== undefined && body.version !== before.version) throw new Refused('changed_meanwhile', sentence('customer_changed', { version: String(before.version), read: String(body.version) }));
      const [[row]] = await tx.query<[[CustomerRow], number]>(
        `update customer set version = version + 1, name = $3, country = $4, iban = $5, vat_id = $6, payment_terms_days = $7
         where organisation_id = $1 and customer_id = $2 returning ${customerColumns}`,
        [organisationId, customerId, body.name, body.country, iban, body.vatId, body.paymentTermsDays],
      );
      const customer = customerOf(row);
      await publish(tx, organisationId, customerChanged, [customer]);
      return customer;
    });
  }
}
