import { byText, smallSort } from '../candidates/small-sort.js';

// The name that was asked for last is asked for again, by each index that is searched for it.
let asked: readonly string[] = [];
let key = '';

/** A name as habits and indexes know it, whatever the order of its words: folded, in alphabetical order. The list is not to change afterwards. */
export function nameKey(words: readonly string[]): string {
  if (words === asked) return key;
  asked = words;
  return (key = words.length < 2 ? (words[0] ?? '') : smallSort([...words], byText).join(' '));
}
