/**
 * Capitals and digits only matter to a bank's clerk: text without accents, in capitals. Banks write ä as A or AE, ø as O or OE, so that
 * both spellings of a letter must meet; `foldName` maps AE, OE and UE to one letter on both sides.
 */
export function foldText(text: string): string {
  let plain = true;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) plain = false;
  const upper = plain ? text : text.replaceAll('ß', 'SS').replaceAll('æ', 'AE').replaceAll('Æ', 'AE').replaceAll('ø', 'O').replaceAll('Ø', 'O').replaceAll('œ', 'OE').replaceAll('Œ', 'OE').replaceAll('ł', 'L').replaceAll('Ł', 'L').normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return upper.toUpperCase();
}

/** Letters and digits of a reference, in capitals: "FAC/2026-001" and "fac 2026 001" are one. */
export function compactReference(text: string): string {
  return foldText(text).replace(/[^A-Z0-9]+/g, '');
}

const variants: readonly [RegExp, string][] = [
  [/AE/g, 'A'],
  [/OE/g, 'O'],
  [/UE/g, 'U'],
  [/SS/g, 'S'],
];

/** One word of a name, spelling variants of accented letters folded together. */
export function foldWord(word: string): string {
  // Most words have none of the pairs.
  if (word.indexOf('E', 1) < 0 && !word.includes('SS')) return word;
  let folded = word;
  for (const [from, to] of variants) folded = folded.replace(from, to);
  return folded;
}

/** Words of a name: folded, dots of abbreviations closed ("S.A.S." is SAS), single letters kept. */
export function nameWords(name: string): string[] {
  const folded = foldText(name);
  const closed = folded.includes('.') ? folded.replace(/\b([A-Z])\.(?=[A-Z]\b)/g, '$1') : folded;
  const words: string[] = [];
  for (const word of closed.split(/[^A-Z0-9]+/)) if (word !== '') words.push(foldWord(word));
  return words;
}
