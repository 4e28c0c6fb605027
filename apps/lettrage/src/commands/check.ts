import { checkBooks } from '@lettrage/laws';
import { Refusal, WrongUsage } from '../cli/exit.js';
import { withAdministratorUrl } from '../system/administrator-url.js';

export const usage = 'lettrage check   (the database comes from LETTRAGE_DATABASE_URL or the data folder)';

/** `lettrage check`: every law over all books; exit code 1 when one is broken. May run while people work. */
export async function run(args: string[]): Promise<void> {
  if (args.length > 0) throw new WrongUsage('lettrage check takes no arguments; the database comes from LETTRAGE_DATABASE_URL or the data folder');
  const { violations, unsettled, quiet } = await withAdministratorUrl(checkBooks);
  const { onTheirWay, filesToRead, requestsToTheLedger, parked } = unsettled;
  process.stdout.write(`On their way: ${onTheirWay} messages, ${filesToRead} files, ${requestsToTheLedger} requests to the ledger; parked: ${parked} messages.\n`);
  if (!quiet) process.stdout.write('The copies that services keep of each other were not compared: something is on its way or parked.\n');
  if (violations.length > 0) {
    throw new Refusal(['The books do not balance:', ...violations.map((one) => `  law ${one.law} (${one.says}): ${one.thing} of organisation ${one.organisationId}: ${one.found}`)].join('\n'));
  }
  process.stdout.write('The books balance.\n');
}
