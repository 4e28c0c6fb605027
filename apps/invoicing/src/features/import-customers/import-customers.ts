import { type CompanyFile, readCustomers } from '@lettrage/company-files';
import { type invoicingHttp } from '@lettrage/contracts';
import { Database, newId } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { storeCustomers } from '../../persistence/customers.js';

const perStatement = 5000;

/** Customers of a CSV, all or none; one whose number is known takes the file's facts. */
@Injectable()
export class ImportCustomers {
  constructor(private readonly database: Database) {}

  async run(organisationId: string, file: CompanyFile): Promise<invoicingHttp.ImportResult> {
    const rows = await readCustomers(file);
    const customers = rows.map(({ id, ...facts }) => ({ ...facts, number: id, customerId: newId() }));
    await this.database.inOrganisation(organisationId, async (tx) => {
      for (let start = 0; start < customers.length; start += perStatement) await storeCustomers(tx, organisationId, customers.slice(start, start + perStatement), { update: true });
    });
    return { imported: customers.length };
  }
}
