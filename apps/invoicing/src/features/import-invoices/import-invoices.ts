import { type CompanyFile, CompanyFileFault, companySentence, readInvoices } from '@lettrage/company-files';
import { fieldError, type invoicingHttp, sentence } from '@lettrage/contracts';
import { brokenUniqueConstraint, Database, newId } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { Refused } from '@lettrage/http';
import { isTooLarge } from '../../domain/largest-total.js';
import { storeOpenItems } from '../../persistence/open-items.js';

const perStatement = 5000;

/** Invoices and credit notes of a CSV, all or none. What they had been paid before (total minus open) stays outside the ledger. */
@Injectable()
export class ImportInvoices {
  constructor(private readonly database: Database) {}

  async run(organisationId: string, file: CompanyFile): Promise<invoicingHttp.ImportResult> {
    const customers = await this.database.inOrganisation(organisationId, (tx) => tx.query<{ id: string; customerId: string }[]>('select number as id, customer_id as "customerId" from customer'));
    const idOf = new Map(customers.map(({ id, customerId }) => [id, customerId]));
    const items = (await readInvoices(file, customers)).map((row) => ({ ...row, customerId: idOf.get(row.customerId)!, itemId: newId() }));
    const tooLarge = items.findIndex((item) => isTooLarge(item.totalMinor));
    if (tooLarge >= 0) throw new CompanyFileFault('amount_too_large', 'invoices.csv', { record: tooLarge + 1, column: 'total' }, companySentence('company_total_large', { quoted: items[tooLarge]!.number }), 'correct it, nothing of the file has been stored');
    try {
      await this.database.inOrganisation(organisationId, async (tx) => {
        for (let start = 0; start < items.length; start += perStatement) await storeOpenItems(tx, organisationId, items.slice(start, start + perStatement));
      });
    } catch (error) {
      if (brokenUniqueConstraint(error) !== 'open_item_number') throw error;
      throw await this.namesOfTaken(organisationId, items.map((item) => item.number));
    }
    return { imported: items.length };
  }

  private async namesOfTaken(organisationId: string, numbers: readonly string[]): Promise<Refused> {
    const taken = await this.database.inOrganisation(organisationId, (tx) => tx.query<{ number: string }[]>('select number from open_item where number = any ($1) order by number limit 20', [numbers]));
    return new Refused('number_taken', sentence('numbers_taken', { numbers: taken.map((row) => row.number).join(', ') }), {
      remedy: 'Take the rows that were imported before out of the file; nothing of it has been stored',
      errors: taken.map((row) => fieldError('number', sentence('field_taken', { number: row.number }))),
    });
  }
}
