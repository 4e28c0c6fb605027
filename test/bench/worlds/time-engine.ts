import { MatchingEngine } from '@lettrage/matching-engine';
import { generateWorld } from '@lettrage/worlds';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type EngineInput, engineInput } from './engine-input.js';

/** What one size costs the engine, in a process of its own, with nothing else in it. */
export interface EngineTimes {
  readonly openItems: number;
  readonly customers: number;
  readonly history: number;
  readonly credits: number;
  readonly indexMs: number;
  readonly learnMs: number;
  readonly decideMs: number;
  /** Bytes that the engine holds for its customers and items, before it has learned. */
  readonly indexBytes: number;
}

function timeEngine(customers: number, months: number, statementDays: number): EngineTimes {
  const world = generateWorld({ seed: `size-${customers}`, customers, months, today: '2026-11-01', statementDays, futureDays: 0, noise: 'varied' });
  const input = engineInput(world);
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // Once over a small part first: a service that has just started is not what is measured.
  decideOnce({ customers: input.customers.slice(0, 500), items: input.items.slice(0, 2000), history: input.history.slice(-2000), credits: input.credits.slice(0, 1000) });
  collect();
  const before = process.memoryUsage();
  const engine = new MatchingEngine();
  const indexMs = timed(() => {
    engine.putCustomers(input.customers);
    engine.putOpenItems(input.items);
  });
  collect();
  const after = process.memoryUsage();
  engine.learn(input.history);
  const learnMs = timed(() => void engine.decide([]));
  const decideMs = timed(() => void engine.decide(input.credits));
  return {
    openItems: input.items.length, customers: input.customers.length, history: input.history.length, credits: input.credits.length, indexMs, learnMs, decideMs,
    indexBytes: after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers,
  };
}

function decideOnce({ customers, items, history, credits }: EngineInput): void {
  const engine = new MatchingEngine();
  engine.putCustomers(customers);
  engine.putOpenItems(items);
  engine.learn(history);
  engine.decide(credits);
}

/** Processor time of all threads, the garbage collector's too: other work on the machine does not change it. */
function timed(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const [customers, months, statementDays] = process.argv.slice(2).map(Number);
process.stdout.write(JSON.stringify(timeEngine(customers!, months!, statementDays!)));
