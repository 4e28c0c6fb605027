import type { Reading } from '../evidence/reading.js';
import { namingOf } from '../evidence/naming.js';
import { identity, type Hypothesis } from './hypothesis.js';

/** Whether nothing in the text (a number, a slip of one, a date) tells the items of a hypothesis from equal ones of the same customer. */
export function mayHaveTwin({ kind, items }: Hypothesis, reading: Reading): boolean {
  // A number that could not be read may tell them apart all the same.
  if (kind !== 'items' || reading.strange.length > 0) return false;
  for (let i = 0; i < items.length; i++) if (namingOf(items[i]!, reading) !== null || isDated(items[i]!.issueDay, reading)) return false;
  return true;
}

/** What is the same for all that may have a twin and have the same `twinKey`; never 0. */
export function twinHash({ items, amounts }: Hypothesis): number {
  let hash = items.length;
  for (let i = 0; i < items.length; i++) hash = (hash + Math.imul((items[i]!.open | 0) ^ Math.imul(amounts[i]! | 0, 0x01000193) ^ Math.imul(items[i]!.place, 0x85ebca6b), 0x9e3779b1)) | 0;
  return hash | 1;
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
