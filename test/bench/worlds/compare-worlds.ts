import { generateWorld, type World } from '@lettrage/worlds';
import { join } from 'node:path';
import { writeHistory, writeWorld } from './files.js';
import type { PlannedWorld } from './plan.js';
import { runEngine } from './run-engine.js';
import type { Judgement } from './score.js';

/** The ways in which a world is run. */
export const variants = ['CAMT', 'CSV, label only', 'CAMT, no history', 'CAMT, customers never seen'] as const;
export type Variant = (typeof variants)[number];

export interface RunWorld {
  readonly planned: PlannedWorld;
  readonly openItems: number;
  readonly history: number;
  readonly folder: string;
  readonly judgements: Readonly<Record<Variant, readonly Judgement[]>>;
}

/** Every fifth customer is held out of the history. */
const heldOutOf = 5;

/** Generates a world, writes its files, and lets `lettrage match` decide it in each variant. */
export async function runWorld(planned: PlannedWorld, root: string): Promise<RunWorld> {
  const world = generateWorld(planned.options);
  const folder = join(root, planned.name.replaceAll(' ', '-'));
  const files = await writeWorld(folder, world);
  const out = (name: string): string => join(folder, `proposals-${name}.jsonl`);
  const camt = await runEngine({ files, statement: files.camt, history: files.history, out: out('camt') });
  const csv = await runEngine({ files, statement: files.csv, history: files.history, out: out('csv') });
  const without = await runEngine({ files, statement: files.camt, history: null, out: out('no-history') });
  const heldOut = await holdOut(world, folder);
  const unseen = await runEngine({ files, statement: files.camt, history: heldOut.history, out: out('held-out') });
  return {
    planned, folder, openItems: world.invoices.length, history: world.history.length,
    judgements: {
      CAMT: camt.judgements,
      'CSV, label only': csv.judgements,
      'CAMT, no history': without.judgements,
      'CAMT, customers never seen': unseen.judgements.filter(({ truth }) => truth.customer_id !== null && heldOut.customers.has(truth.customer_id)),
    },
  };
}

/** A history in which every fifth customer never paid; their treasuries' payments for others stay. */
async function holdOut(world: World, folder: string): Promise<{ history: string; customers: ReadonlySet<string> }> {
  const customers = new Set(world.customers.filter((_, index) => index % heldOutOf === heldOutOf - 1).map(({ id }) => id));
  const history = join(folder, 'history-held-out.jsonl');
  const pays = (invoice: string): boolean => customers.has(world.ledger.get(invoice)!.customerId);
  await writeHistory(history, world.history.filter(({ truth }) => !customers.has(truth.customerId ?? '') && !truth.allocations.some(({ invoice }) => pays(invoice))), world);
  return { history, customers };
}
