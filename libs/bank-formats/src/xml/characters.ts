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
    message: string,
    readonly reference: string,
  ) {
    super(message);
  }
}

const predefined: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Replaces the five predefined entities and character references. Without a document type no other entity exists. */
export function decodeReferences(text: string): string {
  return text.replace(/&([^;&]{0,40};?)/g, (whole, body: string) => {
    if (!body.endsWith(';')) throw new ReferenceFault('"&" that begins no reference (it is written &amp;)', whole);
    const reference = body.slice(0, -1);
    const known = Object.hasOwn(predefined, reference) ? predefined[reference] : undefined;
    if (known !== undefined) return known;
    const numeric = /^#(?:x([0-9A-Fa-f]{1,12})|([0-9]{1,12}))$/.exec(reference);
    if (!numeric) throw new ReferenceFault(`&${reference}; is not defined`, whole);
    const code = numeric[1] === undefined ? Number(numeric[2]) : Number.parseInt(numeric[1], 16);
    if (!isCharacter(code)) throw new ReferenceFault(`&${reference}; is not a character`, whole);
    return String.fromCodePoint(code);
  });
}

function isCharacter(code: number): boolean {
  return code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}
