import { parentPort } from 'node:worker_threads';
import { calculateForecast } from './calculate-forecast.js';
import type { Answer, Question } from './forecast-thread.js';

/** The other thread's side: one question, one answer. */
parentPort!.on('message', ({ id, input }: Question) => {
  let answer: Answer;
  try {
    answer = { id, days: calculateForecast(input) };
  } catch (error) {
    answer = { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort!.postMessage(answer);
});
