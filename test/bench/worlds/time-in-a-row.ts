import { type Learning, MatchingEngine } from '@lettrage/matching-engine';
import type { EngineInput } from './engine-input.js';
import { callsOf } from './in-a-row.js';
import { collect, companyOf, loadEngine, put, timed } from './load-engine.js';

/** What it costs to decide very many transactions one call after the other, in a process of their own. */
export interface RowTimes {
  readonly openItems: number;
  readonly history: number;
  readonly credits: number;
  /** Processor time of all calls, the first among them. */
  readonly decideMs: number;
}

interface Taught extends Omit<EngineInput, 'history'> {
  readonly history: number;
  readonly learning: Learning;
}

const total = 1_000_000;

/**
 * Each call decides for an engine that knows what the first one knew. Making it is not timed. Nothing is collected between the calls: what they leave
 * behind, and the engines that are done with, are collected as it comes, in the time of the call that it comes in.
 */
async function timeInARow(size: readonly number[]): Promise<RowTimes> {
  const { learning, history, ...company } = await teach(size);
  await collect();
  let decideMs = 0;
  for (const credits of callsOf(company.credits, total)) {
    const engine = new MatchingEngine({ learning });
    put(engine, company);
    decideMs += timed(() => void engine.decide(credits));
  }
  return { openItems: company.items.length, history, credits: total, decideMs };
}

/** What an engine has learned of a company; its history, which nothing needs any more, is let go. */
async function teach(size: readonly number[]): Promise<Taught> {
  const { history, ...company } = companyOf(size);
  const { engine } = await loadEngine({ ...company, history });
  return { ...company, history: history.length, learning: engine.exportLearning() };
}

process.stdout.write(JSON.stringify(await timeInARow(process.argv.slice(2).map(Number))));
