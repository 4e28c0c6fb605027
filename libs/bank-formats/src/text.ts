/** One line of text: runs of white space become one space, the ends are trimmed. Texts that are that already pass through. */
export function plainText(text: string): string {
  return /^\s|\s$|\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

/** Null for what banks write when a field has no value. */
export function givenId(text: string | null): string | null {
  const trimmed = text === null ? '' : text.trim();
  return trimmed === '' || /^(?:NOT[ -]?PROVIDED|NOTPROVIDE|NONREF|NOREF|[EK]REF\+?|N\/?A|NA|-+)$/i.test(trimmed) ? null : trimmed;
}

/** An IBAN in its electronic form, or null when the text has not the shape of one. The check digits are not verified: banks know their own. */
export function ibanOf(text: string | null): string | null {
  if (text === null) return null;
  const compact = text.replace(/\s+/g, '').toUpperCase();
  return /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(compact) ? compact : null;
}
