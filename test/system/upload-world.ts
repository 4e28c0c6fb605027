import { type bankImportHttp, type cashHttp } from '@lettrage/contracts';
import { camt053, customersCsv, generateWorld, invoicesCsv, type World } from '@lettrage/worlds';
import { type ApiClient, until } from '@lettrage/cli';

/** A world whose statement has about this many transactions, all of it in one month. */
export function worldOf(transactions: number, seed = 1): World {
  return generateWorld({ seed, customers: Math.ceil(transactions / 2), months: 2, today: '2026-11-01', statementDays: 31, noise: 'usual' });
}

/** Customers and invoices through the API; returns when the services know them all. */
export async function uploadCompany(owner: ApiClient, world: World): Promise<void> {
  await owner.send('customers/import', [...customersCsv(world.customers)].join(''), 'text/csv');
  await owner.send('invoices/import', [...invoicesCsv(world.invoices)].join(''), 'text/csv');
  const open = world.invoices.reduce((sum, { openMinor }) => sum + openMinor, 0n);
  await until('the figures show all invoices', async () => (await owner.get<cashHttp.AgedBalance>('aged-balance?limit=1')).totals[0]?.total ?? '0', (total) => BigInt(total.replace('.', '')) === open);
}

export async function uploadStatement(owner: ApiClient, world: World): Promise<bankImportHttp.StatementFile> {
  const bytes = new TextEncoder().encode([...camt053(world.statement)].join(''));
  return (await owner.upload<bankImportHttp.UploadResult>('statements', 'statement.xml', bytes)).statementFile;
}
