import { fieldError, type invoicingHttp, saidOfMoney, type Sentence, sentence } from '@lettrage/contracts';
import { Refused } from '@lettrage/http';
import { MoneyError, parseMoney } from '@lettrage/money';
import { brokenUniqueConstraint, Database, newId, sqlState } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { isTooLarge } from '../../domain/largest-total.js';
import { storeOpenItems } from '../../persistence/open-items.js';

@Injectable()
export class CreateInvoice {
  constructor(private readonly database: Database) {}

  async run(organisationId: string, body: invoicingHttp.CreateInvoiceBody): Promise<invoicingHttp.OpenItem> {
    const totalMinor = totalOf(body);
    try {
      return await this.database.inOrganisation(organisationId, async (tx) => {
        const [item] = await storeOpenItems(tx, organisationId, [{ ...body, itemId: newId(), totalMinor, openMinor: totalMinor }]);
        const [customer] = await tx.query<[{ name: string }]>('select name from customer where customer_id = $1', [body.customerId]);
        return { ...item!, customerName: customer.name };
      });
    } catch (error) {
      if (brokenUniqueConstraint(error) === 'open_item_number') throw numberTaken(body.number);
      if (sqlState(error) === '23503') throw new Refused('customer_unknown', sentence('no_customer'), { remedy: 'Create the customer first' });
      throw error;
    }
  }
}

export function numberTaken(number: string): Refused {
  return new Refused('number_taken', sentence('invoice_number_taken', { number }), { remedy: 'Numbers are unique and without gaps: give the next free one' });
}

function totalOf({ total, currency, kind }: invoicingHttp.CreateInvoiceBody): bigint {
  const refuse = (said: Sentence): never => {
    throw new Refused('invalid_body', sentence('total_refused', { fault: said.text }), { errors: [fieldError('total', said)] });
  };
  let minor: bigint;
  try {
    minor = parseMoney(total, currency).minor;
  } catch (error) {
    if (error instanceof MoneyError) return refuse(saidOfMoney(error));
    throw error;
  }
  if (isTooLarge(minor)) return refuse(sentence('field_total_large'));
  if (kind === 'invoice' ? minor <= 0n : minor >= 0n) return refuse(sentence('field_total_sign'));
  return minor;
}
