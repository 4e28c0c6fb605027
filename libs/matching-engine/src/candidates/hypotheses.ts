import type { Reading } from '../evidence/reading.js';
import type { State } from '../state.js';
import { Collector } from './collector.js';
import { fromAmount } from './from-amount.js';
import { fromCitations } from './from-citations.js';
import { fromPayer } from './from-payer.js';
import { origin, type Hypothesis } from './hypothesis.js';
import { addSpecials } from './specials.js';

/** Everything that a credit may plausibly be, in a fixed order. */
export function hypothesesOf(reading: Reading, state: State): Hypothesis[] {
  const found = new Collector();
  fromCitations(reading, state, found);
  fromPayer(reading, state, found, isClear(reading, found.all()));
  fromAmount(reading, state, found);
  addSpecials(reading, state, found);
  return found.all();
}

const likelyAmount = -7;
const knownStrength = 2;

/** The text names whole numbers, all of one payer (or of nobody that the payer could be told from), and they explain the amount: no sum need be searched. */
function isClear(reading: Reading, cited: readonly Hypothesis[]): boolean {
  const payer = reading.payer.candidates[0];
  const known = payer !== undefined && payer.strength >= knownStrength;
  return cited.some((hypothesis) => {
    if (hypothesis.amountLog < likelyAmount || hypothesis.origins & (origin.completed | origin.budget)) return false;
    return hypothesis.items.every((item) => {
      const grade = reading.cited.get(item)?.grade;
      return (grade === 'structured' || grade === 'full' || grade === 'order') && (!known || (reading.payer.byId.get(item.customerId)?.strength ?? 0) >= knownStrength);
    });
  });
}
