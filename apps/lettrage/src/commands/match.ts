import { parseArgs } from 'node:util';
import { readCustomers, readHistory, readInvoices } from '@lettrage/company-files';
import { MatchingEngine, type OpenItem, type SettledTransaction } from '@lettrage/matching-engine';
import { WrongUsage } from '../cli/exit.js';
import { givenOnce } from '../cli/given-once.js';
import { writeWhole } from '../cli/output.js';
import { refuseOverwriting } from '../cli/own-files.js';
import { proposalLine } from './match/proposal-line.js';
import { settledTransaction } from './match/settled-transaction.js';
import { readBookedTransactions } from './match/statements.js';

export const usage = 'lettrage match --customers customers.csv --invoices invoices.csv --statement FILE... [--history history.jsonl] [--out proposals.jsonl]';

// Few large writes: one a proposal would cost more than making it.
const batchChars = 1 << 17;

/** Proposes, for every booked credit of the statements, which open items it pays: a line a booked transaction, in the statements' order. */
export async function run(args: string[]): Promise<void> {
  const options = readOptions(args);
  await refuseOverwriting([options.customers, options.invoices, ...(options.history === undefined ? [] : [options.history]), ...options.statements], [options.out]);
  const customers = await readCustomers(options.customers);
  const invoices = await readInvoices(options.invoices, customers);
  const history: SettledTransaction[] = [];
  if (options.history !== undefined) for await (const credit of readHistory(options.history)) history.push(settledTransaction(credit));
  const transactions = await readBookedTransactions(options.statements);

  const engine = new MatchingEngine();
  engine.putCustomers(customers);
  // An invoice number is unique in the file, so it serves as the item's id.
  engine.putOpenItems(invoices.map((invoice): OpenItem => ({ ...invoice, id: invoice.number })));
  engine.learn(history);
  const proposals = engine.decide(transactions.map(({ incoming }) => incoming));

  await writeWhole(options.out, async (sink) => {
    let pending = '';
    for (const [index, proposal] of proposals.entries()) {
      const { reference, incoming } = transactions[index]!;
      pending += proposalLine(reference, incoming.amount.currency, proposal);
      if (pending.length < batchChars) continue;
      await sink.write(pending);
      pending = '';
    }
    await sink.write(pending);
  });
}

interface MatchOptions {
  readonly customers: string;
  readonly invoices: string;
  readonly history: string | undefined;
  readonly statements: readonly string[];
  readonly out: string | undefined;
}

function readOptions(args: string[]): MatchOptions {
  const single = { type: 'string', multiple: true } as const;
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { customers: single, invoices: single, history: single, out: single, statement: single },
      // `--statement A B C` leaves B and C as positionals.
      allowPositionals: true,
    });
    const required = (name: 'customers' | 'invoices'): string => {
      const value = givenOnce(values, name);
      if (!value) throw new TypeError(`--${name} is missing`);
      return value;
    };
    const statements = values.statement ?? [];
    if (statements.length === 0) throw new TypeError('--statement is missing');
    return { customers: required('customers'), invoices: required('invoices'), history: givenOnce(values, 'history'), statements: [...statements, ...positionals], out: givenOnce(values, 'out') };
  } catch (error) {
    throw new WrongUsage(`${(error as Error).message}\nusage: ${usage}`);
  }
}
