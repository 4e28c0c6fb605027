import type { ItemRecord } from '../books/item-record.js';
import type { Citation } from '../text/citations.js';
import { withinOneEdit } from './name-likeness.js';
import type { Reading } from './reading.js';

/** How an item is named in this text, if at all: read from the citations, or by nearness to a number that resolved to nothing or to another. */
export type Naming = Citation['grade'] | 'suffix' | null;

/** How the text names an item. */
export function namingOf(item: ItemRecord, reading: Reading): Naming {
  if (!reading.mayName) return null;
  const namings = (reading.namings ??= new Map());
  let naming = namings.get(item);
  if (naming === undefined) namings.set(item, (naming = find(item, reading)));
  return naming;
}

function find(item: ItemRecord, reading: Reading): Naming {
  const citation = reading.cited.get(item);
  if (citation && citation.grade !== 'edit') return citation.grade;
  for (const { key } of reading.strange) if (withinOneEdit(key, item.key) || (item.orderKey !== null && withinOneEdit(key, item.orderKey))) return 'edit';
  for (const other of reading.citations) if (other.grade === 'full' && other.key.length === item.key.length && withinOneEdit(other.key, item.key)) return 'edit';
  if (citation) return citation.grade;
  for (const { text } of reading.digits) if (text.length >= 3 && item.key.endsWith(text)) return 'suffix';
  if (reading.cutKey !== '' && item.key.startsWith(reading.cutKey)) return 'cut';
  return null;
}
