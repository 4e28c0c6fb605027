import { type invoicingHttp } from '@lettrage/contracts';
import { Refused } from '@lettrage/http';
import { brokenUniqueConstraint, Database, newId } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { normalIban } from '../../domain/check-customer.js';
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
      throw new Refused('number_taken', `There is already a customer with the number ${body.number}`, { remedy: 'Choose another number, or change that customer' });
    }
  }
}

export function checkedIban(text: string | null): string | null {
  const iban = normalIban(text);
  if (iban === undefined) throw new Refused('invalid_body', 'The IBAN is not valid', { errors: [{ where: 'iban', message: 'the length or the check digits are wrong (ISO 13616)' }], remedy: 'Copy it anew from the customer’s papers' });
  return iban;
}
