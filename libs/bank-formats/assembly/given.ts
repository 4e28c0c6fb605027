import { isIdGiven } from './host';
import { nonePair, smallPairAt } from './words';

// A longer one is not what banks write for "none".
const longestNone: usize = 12;
const dash = 45;

/** Whether `givenId` takes the text for one. */
export function isGiven(from: usize, to: usize): bool {
  if (from == 0 || from == to) return false;
  if (load<u8>(from) != dash && (to - from > longestNone || !(smallPairAt(from) & nonePair))) return true;
  return isIdGiven(from, to);
}
