import type { MatchingEngine } from '@lettrage/matching-engine';
import type { EngineInput } from './engine-input.js';
import { collect, companyOf, loadEngine, type LoadTimes, timed } from './load-engine.js';

/** What one size costs the engine, in a process of its own, with nothing else in it. */
export interface EngineTimes extends LoadTimes {
  readonly credits: number;
  /** Processor time of the first call of the process: much of the engine is compiled within it. */
  readonly decideMs: number;
}

interface Loaded {
  readonly engine: MatchingEngine;
  readonly credits: EngineInput['credits'];
  readonly times: LoadTimes;
}

async function timeEngine(size: readonly number[]): Promise<EngineTimes> {
  const { engine, credits, times } = await load(size);
  // What is decided is not billed for what made the world and the engine: both are gone, or stand.
  await collect();
  return { ...times, credits: credits.length, decideMs: timed(() => void engine.decide(credits)) };
}

/** An engine that knows a company; of what it was made of only the credits are left. */
async function load(size: readonly number[]): Promise<Loaded> {
  const input = companyOf(size);
  return { ...(await loadEngine(input)), credits: input.credits };
}

process.stdout.write(JSON.stringify(await timeEngine(process.argv.slice(2).map(Number))));
