import { camt053, customersCsv, invoicesCsv, type World } from '@lettrage/worlds';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Figure, median, seconds } from './figure.js';
import { lettrage } from './run-command.js';

const rounds = 3;
const least = 2000;

/** `match` as a whole command: reading three files, building the index, deciding, writing. */
export async function matchStatement(folder: string, world: World): Promise<Figure[]> {
  const path = (name: string) => join(folder, name);
  await writeFile(path('customers.csv'), customersCsv(world.customers));
  await writeFile(path('invoices.csv'), invoicesCsv(world.invoices));
  await writeFile(path('statement.xml'), camt053(world.statement));
  const ms: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ms.push((await lettrage('match', '--customers', path('customers.csv'), '--invoices', path('invoices.csv'), '--statement', path('statement.xml'), '--out', path('proposals.jsonl'))).ms);
  }
  const perSecond = world.statement.transactions.length / (median(ms) / 1000);
  const workload = `match, ${world.statement.transactions.length.toLocaleString('en')} transactions against ${world.invoices.length.toLocaleString('en')} open items, whole command`;
  return [{ workload, measured: `${seconds(median(ms))}, ${Math.round(perSecond).toLocaleString('en')} a second`, floor: null, ratio: null, bar: `at least ${least.toLocaleString('en')} a second`, met: perSecond >= least }];
}
