import { isOgm } from './ogm.js';
import { isQrr } from './qrr.js';
import { isRf } from './rf.js';

/** A structured creditor reference whose check digits are right; `value` is the normal form: capitals, no spaces, no signs. */
export interface CreditorReference {
  readonly kind: 'RF' | 'OGM' | 'QRR';
  readonly value: string;
}

export interface FoundReference extends CreditorReference {
  /** Where it stands in the text, [start, end). */
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a text that is one reference as a whole, printed in any of the usual ways (groups of 4, `+++123/4567/89002+++`,
 * `***...***`, lower case). Null when it is none or its check digits are wrong.
 */
export function readCreditorReference(text: string): CreditorReference | null {
  const trimmed = text.trim();
  if (trimmed.length > 60) return null;
  const ogm = /^(\+{3}|\*{3}|)\s*(\d{3})\s*\/?\s*(\d{4})\s*\/?\s*(\d{5})\s*\1$/.exec(trimmed);
  if (ogm) {
    const digits = ogm[2]! + ogm[3]! + ogm[4]!;
    return isOgm(digits) ? { kind: 'OGM', value: digits } : null;
  }
  const compact = trimmed.replace(/\s+/g, '').toUpperCase();
  if (isRf(compact)) return { kind: 'RF', value: compact };
  return isQrr(compact) ? { kind: 'QRR', value: compact } : null;
}

// Where a reference may begin: RF and two digits, 12 digits with or without their slashes, 27 digits or 2 + 5 x 5.
const candidate =
  /(?<![0-9A-Za-z])(?:(?<rf>RF\d{2})(?=[ \u00a0]?[0-9A-Za-z])|(?<ogm>\d{3}(?: ?\/ ?\d{4} ?\/ ?\d{5}|\d{9}))(?![0-9A-Za-z])|(?<qrr>\d{2}(?: \d{5}){5}|\d{27})(?![0-9A-Za-z]))/gi;

/**
 * Every reference with right check digits inside a free text, in order and without overlap. It must stand by itself: a
 * letter or digit just before or after it makes it part of something else. Grouped printing is read over single spaces.
 */
export function findCreditorReferences(text: string): FoundReference[] {
  const found: FoundReference[] = [];
  candidate.lastIndex = 0;
  for (let match = candidate.exec(text); match; match = candidate.exec(text)) {
    const start = match.index;
    const reference = match.groups?.['rf'] !== undefined ? rfAt(text, start) : digitsAt(match);
    if (!reference) {
      candidate.lastIndex = start + 1;
      continue;
    }
    found.push(reference);
    candidate.lastIndex = reference.end;
  }
  return found;
}

function digitsAt(match: RegExpExecArray): FoundReference | null {
  const digits = match[0].replace(/\D/g, '');
  const start = match.index;
  const end = start + match[0].length;
  if (match.groups?.['qrr'] !== undefined) return isQrr(digits) ? { kind: 'QRR', value: digits, start, end } : null;
  return isOgm(digits) ? { kind: 'OGM', value: digits, start, end } : null;
}

/** One token, or else groups of four with a last one of up to four; of several readings whose check holds, the longest. */
function rfAt(text: string, start: number): FoundReference | null {
  let end = endOfToken(text, start);
  let value = text.slice(start, end).toUpperCase();
  if (isRf(value)) return { kind: 'RF', value, start, end };
  if (value.length !== 4) return null;
  let longest: FoundReference | null = null;
  while (value.length <= 25 && isSpace(text, end) && end + 1 < text.length) {
    const next = endOfToken(text, end + 1);
    const group = text.slice(end + 1, next).toUpperCase();
    if (group.length === 0 || group.length > 4) break;
    value += group;
    end = next;
    if (isRf(value)) longest = { kind: 'RF', value, start, end };
    if (group.length < 4) break;
  }
  return longest;
}

function isSpace(text: string, at: number): boolean {
  return text[at] === ' ' || text[at] === '\u00a0';
}

function endOfToken(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[0-9A-Za-z]/.test(text[at]!)) at++;
  return at;
}

/** The reference as people print it: RF in groups of four, OGM between plus signs, QRR in 2 + 5 x 5. */
export function formatCreditorReference(reference: CreditorReference): string {
  const { kind, value } = reference;
  if (kind === 'OGM') return `+++${value.slice(0, 3)}/${value.slice(3, 7)}/${value.slice(7)}+++`;
  if (kind === 'QRR') return `${value.slice(0, 2)} ${value.slice(2).replace(/(\d{5})(?=\d)/g, '$1 ')}`;
  return value.replace(/(.{4})(?=.)/g, '$1 ');
}
