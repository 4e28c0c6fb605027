import { cashSchema, rebuildCash } from '@lettrage/cash';
import { RewindRefused } from '@lettrage/messaging';
import { createLogger } from '@lettrage/observability';
import { Database, NewerSchema, refuseNewerSchema, roleUrl } from '@lettrage/persistence';
import { resolve } from 'node:path';
import { Refusal, WrongUsage } from '../cli/exit.js';
import { withAdministratorUrl } from '../system/administrator-url.js';
import { keptSecret } from '../system/kept-secret.js';

export const usage = 'lettrage rebuild cash';

/** `lettrage rebuild cash`: empties the projections; the service fills them again from the log when it next starts. For the one-process system. */
export async function run([projection, ...others]: string[]): Promise<void> {
  if (projection !== 'cash' || others.length > 0) throw new WrongUsage(`usage: ${usage}`);
  const secret = process.env['LETTRAGE_TOKEN_SECRET'] || (await keptSecret(resolve(process.env['LETTRAGE_DATA_DIR'] || '.lettrage')));
  await withAdministratorUrl(async (administratorUrl) => {
    // As the service's own role: what it may not see, it cannot delete.
    const database = new Database({ url: roleUrl(administratorUrl, secret, cashSchema.name), schema: cashSchema.name, poolSize: 1 }, createLogger('rebuild', 'warn'));
    await database.connect();
    try {
      await refuseNewerSchema(database, [cashSchema]);
      const emptied = await rebuildCash(database, { kind: 'postgres' });
      process.stdout.write(`The figures of ${emptied.length} organisations are emptied; they fill again when Lettrage starts.\n`);
    } catch (error) {
      if (error instanceof RewindRefused || error instanceof NewerSchema) throw new Refusal(error.message);
      throw error;
    } finally {
      await database.close();
    }
  });
}
