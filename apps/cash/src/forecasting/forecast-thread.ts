import { type ForecastDay } from '@lettrage/receivables';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { calculateForecast } from './calculate-forecast.js';
import { type ForecastInput } from './forecast-input.js';

export interface Question {
  readonly id: number;
  readonly input: ForecastInput;
}
export type Answer = { readonly id: number; readonly days: ForecastDay[] } | { readonly id: number; readonly error: string };

/** So much text is a few hundred items: calculated in a few milliseconds, less than a thread's detour. */
const smallInputCharacters = 64_000;

/**
 * Calculates forecasts beside the event loop, one at a time. The thread starts with the first large forecast and, should it
 * ever die, again with the next one.
 */
export class ForecastThread {
  private worker: Worker | undefined;
  private nextId = 1;
  private readonly waiting = new Map<number, { resolve: (days: ForecastDay[]) => void; reject: (error: Error) => void }>();

  /** `script` is the compiled worker; where there is none (the sources run as they are) everything is calculated in place. */
  constructor(private readonly script: URL = new URL('./forecast-worker.js', import.meta.url)) {}

  calculate(input: ForecastInput): Promise<ForecastDay[]> {
    if (input.items.length + input.payments.length < smallInputCharacters || !existsSync(fileURLToPath(this.script))) {
      return new Promise((resolve) => resolve(calculateForecast(input)));
    }
    const worker = (this.worker ??= this.start());
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      worker.postMessage({ id, input } satisfies Question);
    });
  }

  async stop(): Promise<void> {
    await this.worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(this.script);
    worker.unref();
    worker.on('message', (answer: Answer) => {
      const asked = this.waiting.get(answer.id);
      this.waiting.delete(answer.id);
      if ('days' in answer) asked?.resolve(answer.days);
      else asked?.reject(new Error(answer.error));
    });
    worker.on('error', (error) => this.lost(worker, error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => this.lost(worker, new Error('the forecast thread has ended')));
    return worker;
  }

  private lost(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    const unanswered = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of unanswered) reject(error);
  }
}
