import { MatchingEngine } from '@lettrage/matching-engine';
import { generateWorld } from '@lettrage/worlds';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type EngineInput, engineInput } from './engine-input.js';

/** What it took to make an engine that knows a company and has learned its history. */
export interface LoadTimes {
  readonly openItems: number;
  readonly customers: number;
  readonly history: number;
  readonly indexMs: number;
  readonly learnMs: number;
  /** Bytes that the engine holds for its customers and items, before it has learned. */
  readonly indexBytes: number;
}

setFlagsFromString('--expose-gc');
const collectOnce = runInNewContext('gc') as () => void;

const sweepingMs = 1_000;

/** Several times: what one collection lets go of, such as buffers, only the next one frees. Then other threads sweep for a while. */
export async function collect(): Promise<void> {
  for (let round = 0; round < 3; round += 1) collectOnce();
  await setTimeout(sweepingMs);
}

const enoughAlike = 100_000;
const mostLooks = 10;

/** Bytes that are held when collecting finds nothing more: what is let go of late, and only now and then, is none of an engine's. */
async function heldBytes(): Promise<number> {
  let held = Infinity;
  for (let look = 0; look < mostLooks; look += 1) {
    const before = held;
    await collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    held = heapUsed + arrayBuffers;
    if (Math.abs(before - held) < enoughAlike) break;
  }
  return held;
}

/** The company of the size that a program was started for: customers, months and days of the statement. */
export function companyOf([customers, months, statementDays]: readonly number[]): EngineInput {
  return engineInput(generateWorld({ seed: `size-${customers}`, customers: customers!, months: months!, today: '2026-11-01', statementDays: statementDays!, futureDays: 0, noise: 'varied' }));
}

export async function loadEngine(input: EngineInput): Promise<{ engine: MatchingEngine; times: LoadTimes }> {
  // Once over a small part first: a service that has just started is not what is measured.
  decideOnce({ customers: input.customers.slice(0, 500), items: input.items.slice(0, 2000), history: input.history.slice(-2000), credits: input.credits.slice(0, 1000) });
  const before = await heldBytes();
  const engine = new MatchingEngine();
  const indexMs = timed(() => put(engine, input));
  const indexBytes = (await heldBytes()) - before;
  engine.learn(input.history);
  const learnMs = timed(() => void engine.decide([]));
  return { engine, times: { openItems: input.items.length, customers: input.customers.length, history: input.history.length, indexMs, learnMs, indexBytes } };
}

export function put(engine: MatchingEngine, { customers, items }: Pick<EngineInput, 'customers' | 'items'>): void {
  engine.putCustomers(customers);
  engine.putOpenItems(items);
}

function decideOnce(input: EngineInput): void {
  const engine = new MatchingEngine();
  put(engine, input);
  engine.learn(input.history);
  engine.decide(input.credits);
}

/** Processor time of all threads, the garbage collector's too: other work on the machine does not change it. */
export function timed(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
