import { type invoicingHttp, sentence } from '@lettrage/contracts';
import { Refused } from '@lettrage/http';
import { brokenUniqueConstraint, Database, newId } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { checkedIban } from '../../checked-iban.js';
import { storeCustomers } from '../../persistence/customers.js';

@Injectable()
export class CreateCustomer {
  constructor(private readonly database: Database) {}

  async run(organisationId: string, body: invoicingHttp.CreateCustomerBody): Promise<invoicingHttp.Customer> {
    const iban = checkedIban(body.iban);
    try {
      const [customer] = await this.database.inOrganisation(organisationId, (tx) => storeCustomers(tx, organisationId, [{ ...body, iban, customerId: newId() }], { update: false }));
      return customer!;
    } catch (error) {
      if (brokenUniqueConstraint(error) !== 'customer_number') throw error;
      throw new Refused('number_taken', sentence('customer_number_taken', { number: body.number }), { remedy: 'Choose another number, or change that customer' });
    }
  }
}
