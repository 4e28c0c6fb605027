import type { Reading } from '../evidence/reading.js';
import type { State } from '../state.js';
import { Collector } from './collector.js';
import { fromAmount } from './from-amount.js';
import { fromCitations } from './from-citations.js';
import { fromPayer } from './from-payer.js';
import type { Hypothesis } from './hypothesis.js';
import { addSpecials } from './specials.js';

/** Everything that a credit may plausibly be, in a fixed order. */
export function hypothesesOf(reading: Reading, state: State): Hypothesis[] {
  const found = new Collector();
  fromCitations(reading, state, found);
  fromPayer(reading, state, found);
  fromAmount(reading, state, found);
  addSpecials(reading, state, found);
  return found.all();
}
