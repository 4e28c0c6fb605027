import { MatchingEngine } from '@lettrage/matching-engine';
import { generateWorld } from '@lettrage/worlds';
import { bestThreshold, fuzzySearch } from './baselines/fuzzy-search.js';
import { numberAndAmount } from './baselines/number-and-amount.js';
import { readSimpleCompany } from './baselines/simple-company.js';
import type { RunWorld } from './compare-worlds.js';
import { engineInput } from './engine-input.js';
import { worldFiles } from './files.js';
import { judge } from './run-engine.js';
import { type Summary, summarize } from './summary.js';

/** One method on one world, over the same credits as the others. */
export interface MethodRun {
  readonly method: 'number and amount' | 'fuse.js' | 'Lettrage';
  readonly world: string;
  readonly summary: Summary;
  readonly msPerTransaction: number;
}

/** Credits on which the three are compared: fuse.js takes so long that all of them would take an hour. */
const sampled = 100;
const thresholdSamples = 120;

/**
 * The two simple methods and the engine on the same files and the same sample of credits. Times are of matching alone: without reading files or
 * building an index, in processor time; the engine's is over all credits of the statement, decided in one call.
 */
export async function compareMethods({ planned, folder, judgements }: RunWorld): Promise<MethodRun[]> {
  const files = worldFiles(folder);
  const company = await readSimpleCompany(files, files.camt);
  const step = Math.max(1, Math.floor(company.credits.length / sampled));
  const sample = { ...company, credits: company.credits.filter((_, index) => index % step === 0).slice(0, sampled) };
  const references = new Set(sample.credits.map(({ reference }) => reference));
  const isSampled = ({ truth }: { truth: { reference: string } }): boolean => references.has(truth.reference);
  const row = (method: MethodRun['method'], judged: Parameters<typeof summarize>[0], ms: number, transactions: number): MethodRun => ({
    method, world: planned.name, summary: summarize(judged.filter(isSampled)), msPerTransaction: ms / transactions,
  });

  const numbers = timed(() => numberAndAmount(company));
  const threshold = bestThreshold(company, thresholdSamples);
  const fuzzy = timed(() => fuzzySearch({ ...sample, items: sample.items.map((item) => ({ ...item })) }, threshold));
  return [
    row('number and amount', await judge(files, numbers.value), numbers.ms, company.credits.length),
    row('fuse.js', await judge(files, fuzzy.value), fuzzy.ms, sample.credits.length),
    row('Lettrage', judgements.CAMT, ...engineTime(planned.options)),
  ];
}

function engineTime(options: Parameters<typeof generateWorld>[0]): [ms: number, transactions: number] {
  const { customers, items, history, credits } = engineInput(generateWorld(options));
  const decide = (): number => {
    const engine = new MatchingEngine();
    engine.putCustomers(customers);
    engine.putOpenItems(items);
    engine.learn(history);
    engine.decide([]);
    return timed(() => engine.decide(credits)).ms;
  };
  decide();
  return [decide(), credits.length];
}

function timed<T>(work: () => T): { value: T; ms: number } {
  const start = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(start);
  return { value, ms: (user + system) / 1000 };
}
