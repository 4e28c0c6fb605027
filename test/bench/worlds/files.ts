import { camt053, customersCsv, historyJsonl, invoicesCsv, statementCsv, toWindows1252, truthJsonl, type World, type WorldTransaction } from '@lettrage/worlds';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScoredItem } from './score.js';

/** Where the files of one world lie. */
export interface WorldFiles {
  readonly customers: string;
  readonly invoices: string;
  readonly history: string;
  readonly camt: string;
  readonly csv: string;
  readonly truth: string;
}

export function worldFiles(folder: string): WorldFiles {
  const at = (name: string): string => join(folder, name);
  return { customers: at('customers.csv'), invoices: at('invoices.csv'), history: at('history.jsonl'), camt: at('statement.camt053.xml'), csv: at('statement.csv'), truth: at('truth.jsonl') };
}

/** Writes what a company would have on its disk, in the formats of the command line, and the truth beside it. */
export async function writeWorld(folder: string, world: World): Promise<WorldFiles> {
  await mkdir(folder, { recursive: true });
  const files = worldFiles(folder);
  await writeFile(files.customers, customersCsv(world.customers));
  await writeFile(files.invoices, invoicesCsv(world.invoices));
  await writeFile(files.camt, camt053(world.statement));
  await writeFile(files.csv, toWindows1252([...statementCsv(world.statement, world.home)].join('')));
  await writeFile(files.truth, truthJsonl(world.statement.transactions));
  await writeHistory(files.history, world.history, world);
  return files;
}

export async function writeHistory(path: string, history: Iterable<WorldTransaction>, { ledger }: World): Promise<void> {
  await writeFile(path, historyJsonl(history, ledger));
}

/** The open items of an `invoices.csv`; its columns hold no commas and no quotes. */
export function readItems(invoicesCsvText: string): Map<string, ScoredItem> {
  const items = new Map<string, ScoredItem>();
  for (const line of invoicesCsvText.trimEnd().split('\n').slice(1)) {
    const columns = line.split(',');
    items.set(columns[0]!, { customerId: columns[1]!, openAmount: columns[7]! });
  }
  return items;
}
