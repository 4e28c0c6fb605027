import type { Random } from '../random.js';

/** One digit of the last five wrong, swapped with the one before, or lost. */
export function slipDigit(text: string, random: Random): string {
  const places = [...text.matchAll(/\d/g)].map(({ index }) => index);
  if (places.length < 2) return text;
  const at = random.pick(places.slice(-5));
  const way = random.weighted({ wrong: 5, swapped: 3, lost: 2 });
  if (way === 'wrong') return text.slice(0, at) + ((Number(text[at]) + random.int(1, 9)) % 10) + text.slice(at + 1);
  if (way === 'lost') return text.slice(0, at) + text.slice(at + 1);
  return at > 0 ? text.slice(0, at - 1) + text[at]! + text[at - 1]! + text.slice(at + 1) : text;
}

/** The letters before the first digits left out, or others in their place; other letters before a number that has none. */
export function changePrefix(text: string, random: Random): string {
  const letters = /^[A-Z]+[-/ ]?(?=\d)/.exec(text)?.[0] ?? '';
  const other = random.pick(['', 'F', 'FAC', 'N', 'RE', 'INV', 'FT'].filter((prefix) => prefix !== letters));
  return other + text.slice(letters.length);
}

/** A letter O for a nought among other digits. */
export function letterForDigit(text: string, random: Random): string {
  const places = [...text.matchAll(/0/g)].map(({ index }) => index);
  if (places.length === 0) return text;
  const at = random.pick(places);
  return `${text.slice(0, at)}O${text.slice(at + 1)}`;
}
