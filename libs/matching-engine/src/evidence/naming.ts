import { endingOf, mayBeSlip, type ItemRecord } from '../books/item-record.js';
import type { Citation } from '../text/citations.js';
import { withinOneEdit } from './name-likeness.js';
import type { Reading } from './reading.js';

/** How an item is named in this text, if at all: read from the citations, or by nearness to a number that resolved to nothing or to another. */
export type Naming = Citation['grade'] | 'suffix' | 'tail_slip' | null;

const namings: readonly Naming[] = [null, 'structured', 'full', 'order', 'tail', 'edit', 'cut', 'suffix', 'tail_slip'];

/** Fewer digits are near too many numbers. */
const leastSlipped = 4;

/** Whether the text names the item by its whole number, its order number or its structured reference, without a slip. */
export function isNamedWhole(item: ItemRecord, reading: Reading): boolean {
  const naming = namingOf(item, reading);
  return naming === 'structured' || naming === 'full' || naming === 'order';
}

/** How the text names an item. */
export function namingOf(item: ItemRecord, reading: Reading): Naming {
  if (!reading.mayName) return null;
  // Kept with the item: whoever considers a text asks again and again.
  if (item.askedBy !== reading.serial) {
    item.naming = namings.indexOf(find(item, reading));
    item.askedBy = reading.serial;
  }
  return namings[item.naming]!;
}

/** Digits of which one is wrong, or two neighbours are swapped, and that would else be the last ones of a number. */
function isSlippedTail(digits: string, key: string): boolean {
  let wrong = 0;
  let at = -1;
  const offset = key.length - digits.length;
  if (offset < 0) return false;
  for (let i = digits.length - 1; i >= 0; i--)
    if (digits[i] !== key[offset + i]) {
      if (++wrong > 2) return false;
      if (wrong === 2 && (at !== i + 1 || digits[i] !== key[offset + at] || digits[at] !== key[offset + i])) return false;
      at = i;
    }
  return wrong > 0;
}

/** Whether the number is that of a document of this customer that was paid before, by just this amount: no slip of another, but the same again. */
function isRepeated(key: string, customerId: string, reading: Reading): boolean {
  return reading.repeated !== null && reading.repeated.key === key && reading.repeated.customerId === customerId;
}

// The key of an item is another place in memory: its last digits, which are at hand, mostly say that it need not be looked at.
function find(item: ItemRecord, reading: Reading): Naming {
  const citation = reading.cited.get(item);
  if (citation && citation.grade !== 'edit') return citation.grade;
  for (let i = 0; i < reading.strange.length; i++) {
    const { key } = reading.strange[i]!;
    if (!isRepeated(key, item.customerId, reading) && (withinOneEdit(key, item.key) || (item.orderKey !== null && withinOneEdit(key, item.orderKey)))) return 'edit';
  }
  for (let i = 0; i < reading.citations.length; i++) {
    const other = reading.citations[i]!;
    if (other.grade === 'full' && mayBeSlip(endingOf(other.key), item.ending) && other.key.length === item.key.length && withinOneEdit(other.key, item.key)) return 'edit';
  }
  if (citation) return citation.grade;
  for (let i = 0; i < reading.digits.length; i++) {
    const text = reading.digits[i]!;
    if (text.length >= 3 && endingOf(text) === item.ending && item.key.endsWith(text)) return 'suffix';
  }
  for (let i = 0; i < reading.digits.length; i++) {
    const text = reading.digits[i]!;
    if (text.length >= leastSlipped && mayBeSlip(endingOf(text), item.ending) && isSlippedTail(text, item.key)) return 'tail_slip';
  }
  if (reading.cutKey !== '' && item.key.startsWith(reading.cutKey)) return 'cut';
  return null;
}
