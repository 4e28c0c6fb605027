/**
 * Capitals and digits only matter to a bank's clerk: text without accents, in capitals. Banks write ä as A or AE, ø as O or OE, so that
 * both spellings of a letter must meet; `foldName` maps AE, OE and UE to one letter on both sides.
 */
export function foldText(text: string): string {
  let plain = true;
  let folded = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) plain = false;
    if (code > 96) folded = false;
  }
  if (folded) return text;
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

const letter = { A: 65, E: 69, O: 79, S: 83, U: 85 } as const;

/** One word of a name, spelling variants of accented letters folded together. */
export function foldWord(word: string): string {
  if (!hasVariant(word)) return word;
  let folded = word;
  for (const [from, to] of variants) folded = folded.replace(from, to);
  return folded;
}

/** Most words have none of the pairs. */
function hasVariant(word: string): boolean {
  let before = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code === letter.E ? before === letter.A || before === letter.O || before === letter.U : code === letter.S && before === code) return true;
    before = code;
  }
  return false;
}

/** Words of a name: folded, dots of abbreviations closed ("S.A.S." is SAS), single letters kept. */
export function nameWords(name: string): string[] {
  const folded = foldText(name);
  const closed = folded.includes('.') ? folded.replace(/\b([A-Z])\.(?=[A-Z]\b)/g, '$1') : folded;
  const words: string[] = [];
  let start = 0;
  for (let i = 0; i <= closed.length; i++) {
    if (i < closed.length && isWordCode(closed.charCodeAt(i))) continue;
    if (i > start) words.push(foldWord(closed.slice(start, i)));
    start = i + 1;
  }
  return words;
}

function isWordCode(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}
