import { firstBytes } from './bytes';

/**
 * The words that labels are told by, and the beginnings of others, as the host has put them here from its own tables: they are defined there, once.
 * Of each length the number of words before, then the words, each with zeros up to 15 bytes and what it means in the sixteenth.
 */
export const wordIndex = memory.data(16);
export const words = memory.data(16 * 128);
/** Bytes of the longest word that is a mark. */
export let longestMark: usize = 0;
const wordBytes: usize = 15;

/** What a pair of bytes may begin or end, by the first and the second of them. */
export const pairs = memory.data(1 << 16);
export const remarkPair = 1;
export const nonePair = 2;
export const otherPair = 4;
export const transferPair = 8;
/** Third letters, small, of what may begin a transfer; a zero is behind the last one. */
export const transfers = memory.data(4 * 64);

// What a word means: the number of a field, and whether it may stand before a slash or end a mark of two words.
export const party = 1;
export const remittance = 2;
export const reference = 3;
export const endToEnd = 4;
export const mandate = 5;
export const iban = 6;
export const ignored = 7;
export const beforeSlash = 16;
export const second = 32;
export const fieldBits = 7;

/** What the word that stands there means, 0 for no word. */
export function meaningOf(from: usize, to: usize): i32 {
  const length = to - from;
  if (to <= from || length >= wordBytes) return 0;
  const word = firstBytes(from, length);
  for (let at = words + (<usize>load<u8>(wordIndex + length) << 4), end = words + (<usize>load<u8>(wordIndex + length, 1) << 4); at < end; at += 16) {
    if (!v128.any_true(v128.xor(word, firstBytes(at, wordBytes)))) return load<u8>(at, 15);
  }
  return 0;
}

export function pairAt(at: usize): u8 {
  return load<u8>(pairs + (<usize>load<u8>(at) << 8) + load<u8>(at, 1));
}

export function smallPairAt(at: usize): u8 {
  return load<u8>(pairs + (<usize>(load<u8>(at) | 32) << 8) + (load<u8>(at, 1) | 32));
}

/** Whether the first three letters are those of a transfer in one line. */
export function mayBeginTransfer(at: usize): bool {
  if (!(smallPairAt(at) & transferPair)) return false;
  const letters = (<u32>(load<u8>(at) | 32) << 16) | (<u32>(load<u8>(at, 1) | 32) << 8) | (load<u8>(at, 2) | 32);
  for (let each = transfers; load<u32>(each) != 0; each += 4) if (load<u32>(each) == letters) return true;
  return false;
}
