/** One line of text: runs of white space become one space, the ends are trimmed. Texts that are that already pass through. */
export function plainText(text: string): string {
  return isPlain(text) ? text : text.replace(/\s+/g, ' ').trim();
}

const oddSpace = / {2}|[\t-\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/;

/** True for nearly all texts, which are then not written anew. */
function isPlain(text: string): boolean {
  if (text === '') return true;
  return text.charCodeAt(0) !== 32 && text.charCodeAt(text.length - 1) !== 32 && !oddSpace.test(text);
}

const dash = 45;

/** Null for what banks write when a field has no value. */
export function givenId(text: string | null): string | null {
  if (text === null || text === '') return null;
  const trimmed = text.trim();
  // Nearly all ids begin otherwise than these words: with N, E, K or a dash.
  const first = trimmed.charCodeAt(0);
  const letter = first | 32;
  if (first !== dash && letter !== 110 && letter !== 101 && letter !== 107) return trimmed === '' ? null : trimmed;
  return trimmed === '' || /^(?:NOT[ -]?PROVIDED|NOTPROVIDE|NICHT ANGEGEBEN|NONREF|NOREF|[EK]REF\+?|N\/?A|NA|-+)$/i.test(trimmed) ? null : trimmed;
}

/** An IBAN in its electronic form, or null when the text has not the shape of one. The check digits are not verified: banks know their own. */
export function ibanOf(text: string | null): string | null {
  // The shortest one has 15 characters; the shape alone is asked for here.
  if (text === null || text.length < 12) return null;
  const compact = text.replace(/\s+/g, '').toUpperCase();
  return /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(compact) ? compact : null;
}

/** The IBAN of an account as a bank writes it; Polish banks write theirs in 26 figures without the country. Null for any other number. */
export function accountOf(text: string): string | null {
  if (text === '') return null;
  const figures = text.replace(/[\s']+/g, '');
  return /^\d{26}$/.test(figures) ? `PL${figures}` : withoutBic(ibanOf(text));
}

/** `FI21 1234 5600 0007 85 NDEAFIHH`: the bank of the account behind its number, which has its check digits without it. */
function withoutBic(iban: string | null): string | null {
  const number = iban === null ? undefined : /^(.{15,}?)[A-Z]{6}(?:[A-Z0-9]{2}|[A-Z0-9]{5})$/.exec(iban)?.[1];
  return number !== undefined && hasCheckDigits(number) ? number : iban;
}

/** Whether the number is an IBAN with the right check digits (ISO 13616): asked where nothing else says that it is one. */
export function hasCheckDigits(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  const digits = `${iban.slice(4)}${iban.slice(0, 4)}`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}
