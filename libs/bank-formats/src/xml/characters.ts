import type { Sentence } from '@lettrage/sentences';
import { say } from '../catalogue/sentences.js';

// XML 1.0, 5th edition, productions [4] and [4a].
const nameStart = ':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const name = new RegExp(`^[${nameStart}][${nameStart}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040]*$`, 'u');

export function isName(text: string): boolean {
  return name.test(text);
}

// Production [2]. Lone surrogates do not come out of a strict decoder, so pairs need no look.
// oxlint-disable-next-line no-control-regex -- these are the characters that XML forbids
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

/** Index of the first character that XML does not allow, or -1. */
export function characterFault(text: string): number {
  return text.search(forbidden);
}

export class ReferenceFault extends Error {
  constructor(
    readonly said: Sentence,
    readonly reference: string,
  ) {
    super(said.text);
  }
}

const predefined: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const ampersand = 38;
const semicolon = 59;
// The longest that is worth a look, leading zeros included.
const longestReference = 40;

/**
 * Replaces the five predefined entities and character references. Without a document type no other entity exists. `onNumeric` hears how
 * many of the references were numeric.
 */
export function decodeReferences(text: string, onNumeric: (count: number) => void): string {
  let plain = '';
  let from = 0;
  let numeric = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.charCodeAt(from) === ampersand ? from : text.indexOf('&', from)) {
    let end = at + 1;
    for (let code = text.charCodeAt(end); code !== semicolon; code = text.charCodeAt(++end)) {
      if (code !== code || code === ampersand || end - at > longestReference) throw new ReferenceFault(say('xml_ampersand'), text.slice(at, end));
    }
    if (at > from) plain += text.slice(from, at);
    if (text.charCodeAt(at + 1) === 35) {
      numeric++;
      plain += String.fromCodePoint(numericReference(text, at, end));
    } else {
      const reference = text.slice(at + 1, end);
      const known = Object.hasOwn(predefined, reference) ? predefined[reference] : undefined;
      if (known === undefined) throw new ReferenceFault(say('xml_reference', { quoted: `&${reference};` }), text.slice(at, end + 1));
      plain += known;
    }
    from = end + 1;
  }
  if (numeric > 0) onNumeric(numeric);
  return plain + text.slice(from);
}

function numericReference(text: string, at: number, end: number): number {
  const isHexadecimal = text.charCodeAt(at + 2) === 120;
  const digits = text.slice(at + (isHexadecimal ? 3 : 2), end);
  if (!(isHexadecimal ? /^[0-9A-Fa-f]{1,12}$/ : /^[0-9]{1,12}$/).test(digits)) throw new ReferenceFault(say('xml_reference', { quoted: text.slice(at, end + 1) }), text.slice(at, end + 1));
  const code = Number.parseInt(digits, isHexadecimal ? 16 : 10);
  if (!isCharacter(code)) throw new ReferenceFault(say('xml_reference_character', { quoted: text.slice(at, end + 1) }), text.slice(at, end + 1));
  return code;
}

function isCharacter(code: number): boolean {
  return code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}
