import { withRoom } from '../books/growing.js';
import type { Reading } from '../evidence/reading.js';
import { namingOf } from '../evidence/naming.js';
import { identity, type Answer, type Hypothesis } from './hypothesis.js';

/** Whether nothing in the text (a number, a slip of one, a date) tells the items of a hypothesis from equal ones of the same customer. */
export function mayHaveTwin({ kind, items }: Answer, reading: Reading): boolean {
  // A number that could not be read may tell them apart all the same.
  if (kind !== 'items' || reading.strange.length > 0) return false;
  for (let i = 0; i < items.length; i++) if (namingOf(items[i]!, reading) !== null || isDated(items[i]!.issueDay, reading)) return false;
  return true;
}

/** What is the same for all that may have a twin and have the same `twinKey`; never 0. */
export function twinHash({ items, amounts }: Answer): number {
  let hash = items.length;
  for (let i = 0; i < items.length; i++) hash = (hash + Math.imul((items[i]!.open | 0) ^ Math.imul(amounts[i]! | 0, 0x01000193) ^ Math.imul(items[i]!.place, 0x85ebca6b), 0x9e3779b1)) | 0;
  return hash | 1;
}

// Which items of the second answer were found in the first.
let found = new Uint8Array(64);

/** Whether two that may have a twin have the same `twinKey`. */
export function areTwins(a: Answer, b: Answer): boolean {
  const count = a.items.length;
  if (count !== b.items.length) return false;
  found = withRoom(found, count);
  found.fill(0, 0, count);
  for (let i = 0; i < count; i++) {
    const item = a.items[i]!;
    let at = 0;
    while (at < count && !(found[at] === 0 && b.items[at]!.place === item.place && b.items[at]!.open === item.open && b.amounts[at] === a.amounts[i])) at++;
    if (at === count) return false;
    found[at] = 1;
  }
  return true;
}

/**
 * Two hypotheses with the same key allocate the same amounts to items of the same customers with the same open amounts, and nothing in the text
 * tells those items apart: for the books they are one answer.
 */
export function twinKey(hypothesis: Hypothesis, reading: Reading): string {
  if (!mayHaveTwin(hypothesis, reading)) return identity(hypothesis);
  return `~${hypothesis.items.map((item, index) => `${item.customerId}:${item.open}=${hypothesis.amounts[index]}`).sort().join('|')}`;
}

function isDated(day: number, reading: Reading): boolean {
  return day !== reading.day && reading.hints.days.includes(day);
}
