import { evidenceAt } from '../evidence/payer-evidence.js';
import type { Reading } from '../evidence/reading.js';
import type { State } from '../state.js';
import { Collector } from './collector.js';
import { fromAmount, fromSameAmount } from './from-amount.js';
import { fromCitations } from './from-citations.js';
import { fromPayer } from './from-payer.js';
import { identity, origin, type Hypothesis } from './hypothesis.js';
import { addSpecials } from './specials.js';

/** Everything that a credit may plausibly be, and nobody has rejected, in a fixed order. */
export function hypothesesOf(reading: Reading, state: State): Hypothesis[] {
  const found = new Collector();
  const { rejected } = reading;
  fromCitations(reading, state, found);
  if (!isClear(reading, found)) {
    fromPayer(reading, state, found);
    fromAmount(reading, state, found);
  } else if (rejected) fromSameAmount(reading, state, found);
  addSpecials(reading, state, found);
  return rejected ? found.all().filter((hypothesis) => !rejected.has(identity(hypothesis))) : found.all();
}

const likelyAmount = -7;
const knownStrength = 2;

/**
 * The text names whole numbers, all of one payer (or of nobody that the payer could be told from), nothing else that is open, and they explain
 * the amount; or tail digits of the known payer's items that are the amount to the cent. Nothing else need be searched.
 */
function isClear(reading: Reading, found: Collector): boolean {
  if (reading.cited.size === 0 || found.size === 0) return false;
  const payer = reading.payer.candidates[0];
  const known = payer !== undefined && payer.strength >= knownStrength;
  for (const citation of reading.citations) if (citation.items.length > 1) return false;
  return found.some((hypothesis) => {
    if (hypothesis.amountLog < likelyAmount || hypothesis.items.length < reading.citations.length || hypothesis.origins & (origin.completed | origin.budget)) return false;
    for (let i = 0; i < hypothesis.items.length; i++) {
      const item = hypothesis.items[i]!;
      const grade = reading.cited.get(item)?.grade;
      const whole = grade === 'structured' || grade === 'full' || grade === 'order';
      if (!whole && !(grade === 'tail' && known && hypothesis.amountKind === 0)) return false;
      if (known && (evidenceAt(reading.payer, item.place)?.strength ?? 0) < knownStrength) return false;
    }
    return true;
  });
}
