import type { Sentence } from '@lettrage/sentences';

/** Longest excerpt, in UTF-16 units, the mark of a cut included. */
export const excerptChars = 80;

/**
 * A piece of a file as it can be shown in one line: control characters as their pictures (a line feed is ␊), other invisible ones and lone surrogates
 * as \u{...}, and what is too long cut off with … at its end. Never longer than `excerptChars`.
 */
export function excerptOf(text: string): string {
  let shown = '';
  for (const character of trimmed(text.slice(0, excerptChars * 4))) {
    const next = shown + visible(character);
    if (next.length > excerptChars) return `${shown.length < excerptChars ? shown : withoutLast(shown)}…`;
    shown = next;
  }
  return shown;
}

/** Not `trim`, which would hide a byte order mark. */
function trimmed(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

/** The same text in one line that no terminal stumbles over, uncut: for messages that quote the file. */
export function visibleText(text: string): string {
  return /[\p{C}\p{Zl}\p{Zp}]/u.test(text) ? [...text].map(visible).join('') : text;
}

/** A sentence without its text, as it goes along with a message. */
export type SaidOfFile = Pick<Sentence, 'id' | 'values'>;

/** The sentence with its values in one line. */
export function visibleSentence({ id, values }: Sentence): SaidOfFile {
  return { id, values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, visibleText(value)])) };
}

function visible(character: string): string {
  const point = character.codePointAt(0)!;
  if (point < 0x20) return String.fromCodePoint(0x2400 + point);
  if (point === 0x7f) return '\u2421';
  return /[\p{C}\p{Zl}\p{Zp}]/u.test(character) ? `\\u{${point.toString(16)}}` : character;
}

function withoutLast(text: string): string {
  return [...text].slice(0, -1).join('');
}
