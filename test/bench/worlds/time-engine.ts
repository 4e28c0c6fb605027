import { MatchingEngine } from '@lettrage/matching-engine';
import { generateWorld } from '@lettrage/worlds';
import { setTimeout } from 'node:timers/promises';
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

interface Loaded extends Omit<EngineTimes, 'decideMs' | 'credits'> {
  readonly engine: MatchingEngine;
  readonly credits: EngineInput['credits'];
}

setFlagsFromString('--expose-gc');
const collectOnce = runInNewContext('gc') as () => void;

const sweepingMs = 1_000;

/** Several times: what one collection lets go of, such as buffers, only the next one frees. Then other threads sweep for a while. */
async function collect(): Promise<void> {
  for (let round = 0; round < 3; round += 1) collectOnce();
  await setTimeout(sweepingMs);
}

async function timeEngine(customers: number, months: number, statementDays: number): Promise<EngineTimes> {
  const { engine, credits, ...times } = await loadEngine(customers, months, statementDays);
  // What is decided is not billed for what made the world and the engine: both are gone, or stand.
  await collect();
  return { ...times, credits: credits.length, decideMs: timed(() => void engine.decide(credits)) };
}

/** An engine that knows a company; of the world that it came from only the credits are left. */
async function loadEngine(customers: number, months: number, statementDays: number): Promise<Loaded> {
  const world = generateWorld({ seed: `size-${customers}`, customers, months, today: '2026-11-01', statementDays, futureDays: 0, noise: 'varied' });
  const input = engineInput(world);
  // Once over a small part first: a service that has just started is not what is measured.
  decideOnce({ customers: input.customers.slice(0, 500), items: input.items.slice(0, 2000), history: input.history.slice(-2000), credits: input.credits.slice(0, 1000) });
  await collect();
  const before = process.memoryUsage();
  const engine = new MatchingEngine();
  const indexMs = timed(() => {
    engine.putCustomers(input.customers);
    engine.putOpenItems(input.items);
  });
  await collect();
  const after = process.memoryUsage();
  engine.learn(input.history);
  const learnMs = timed(() => void engine.decide([]));
  const indexBytes = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  return { engine, credits: input.credits, openItems: input.items.length, customers: input.customers.length, history: input.history.length, indexMs, learnMs, indexBytes };
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
process.stdout.write(JSON.stringify(await timeEngine(customers!, months!, statementDays!)));
