import type { Reading } from '../evidence/reading.js';
import { namingOf } from '../evidence/naming.js';
import { identity, type Hypothesis } from './hypothesis.js';

/**
 * Two hypotheses with the same key allocate the same amounts to items of the same customers with the same open amounts, and nothing in the text
 * (a number, a slip of one, a date) tells those items apart: for the books they are one answer.
 */
export function twinKey(hypothesis: Hypothesis, reading: Reading): string {
  // A number that could not be read may tell them apart all the same.
  if (hypothesis.kind !== 'items' || reading.strange.length > 0) return identity(hypothesis);
  for (const item of hypothesis.items) if (namingOf(item, reading) !== null || isDated(item.issueDay, reading)) return identity(hypothesis);
  return `~${hypothesis.items.map((item, index) => `${item.customerId}:${item.open}=${hypothesis.amounts[index]}`).sort().join('|')}`;
}

function isDated(day: number, reading: Reading): boolean {
  return day !== reading.day && reading.hints.days.includes(day);
}
