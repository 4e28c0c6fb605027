import { readCustomers, readHistory, readInvoices, type HistoricCredit } from '@lettrage/company-files';
import { readStatementFile } from '@lettrage/bank-formats';
import { createReadStream } from 'node:fs';
import type { WorldFiles } from '../files.js';

/** An open item as a simple method sees it. */
export interface SimpleItem {
  readonly number: string;
  readonly orderReference: string | null;
  readonly structuredReference: string | null;
  readonly customerName: string;
  readonly issueDate: string;
  openMinor: bigint;
}

export interface SimpleCredit {
  readonly reference: string;
  readonly name: string;
  readonly text: string;
  readonly amountMinor: bigint;
}

export interface SimpleCompany {
  readonly items: readonly SimpleItem[];
  readonly credits: readonly SimpleCredit[];
  readonly history: readonly HistoricCredit[];
  readonly nameOf: ReadonlyMap<string, string>;
}

/** The same files as the engine gets, read by the same readers, so that the methods differ only in how they match. */
export async function readSimpleCompany(files: WorldFiles, statement: string): Promise<SimpleCompany> {
  const customers = await readCustomers(files.customers);
  const nameOf = new Map(customers.map(({ id, name }) => [id, name]));
  const items = (await readInvoices(files.invoices, customers)).map(({ customerId, ...invoice }) => ({ ...invoice, customerName: nameOf.get(customerId)! }));
  const history: HistoricCredit[] = [];
  for await (const credit of readHistory(files.history)) history.push(credit);
  const credits: SimpleCredit[] = [];
  for await (const events of readStatementFile(createReadStream(statement), { file: statement })) {
    for (const event of events) {
      if (event.kind !== 'transaction' || event.transaction.amount.minor <= 0n) continue;
      const { reference, fingerprint, counterpartyName, remittance, structuredReferences, endToEndId, amount } = event.transaction;
      credits.push({ reference: reference ?? fingerprint, name: counterpartyName ?? '', text: [remittance, ...structuredReferences, endToEndId ?? ''].join(' '), amountMinor: amount.minor });
    }
  }
  return { items, credits, history, nameOf };
}
