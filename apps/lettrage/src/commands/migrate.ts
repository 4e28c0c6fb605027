import { readConfiguration } from '@lettrage/configuration';
import { NewerSchema } from '@lettrage/persistence';
import { z } from 'zod';
import { Refusal, WrongUsage } from '../cli/exit.js';
import { migrateAll } from '../system/schemas.js';

const password = z.string().min(12, 'must have at least 12 characters').optional();
const environment = z.object({
  LETTRAGE_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  LETTRAGE_DB_PASSWORD_GATEWAY: password,
  LETTRAGE_DB_PASSWORD_INVOICING: password,
  LETTRAGE_DB_PASSWORD_BANK_IMPORT: password,
  LETTRAGE_DB_PASSWORD_MATCHING: password,
  LETTRAGE_DB_PASSWORD_CASH: password,
});

export const usage = 'lettrage migrate   (the administrator’s URL comes from LETTRAGE_DATABASE_URL)';

/** `lettrage migrate`: brings the database to this build's schema, as its administrator; safe to run twice and by several at once. */
export async function run(args: string[]): Promise<void> {
  if (args.length > 0) throw new WrongUsage('lettrage migrate takes no arguments; the administrator’s URL comes from LETTRAGE_DATABASE_URL');
  const { LETTRAGE_DATABASE_URL: url, ...variables } = readConfiguration(environment, process.env);
  const passwords = Object.entries(variables).flatMap(([name, value]) => (value ? [[name.replace('LETTRAGE_DB_PASSWORD_', '').toLowerCase(), value]] : []));
  try {
    await migrateAll(url, Object.fromEntries(passwords) as Record<string, string>);
  } catch (error) {
    if (error instanceof NewerSchema) throw new Refusal(error.message);
    throw error;
  }
  process.stdout.write('The database has this build’s schema.\n');
}
