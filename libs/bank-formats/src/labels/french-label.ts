import { givenId, ibanOf } from '../text.js';
import type { LabelParts } from './label-parts.js';

export type LabelField = 'party' | 'remittance' | 'reference' | 'endToEnd' | 'mandate' | 'iban' | 'ignored';

/**
 * The marks by which French banks put the fields of a payment into one label, in three spellings: `/DE X /MOTIF Y /REF Z`
 * (most), `DE: X MOTIF: Y REF: Z` (Societe Generale) and `ID EMETTEUR/X MDT/Y REF/Z LIB/T` (direct debits).
 */
export const marks = new Map<string, LabelField>(
  Object.entries({
    DE: 'party',
    DU: 'party',
    POUR: 'party',
    BEN: 'party',
    BENEFICIAIRE: 'party',
    EMETTEUR: 'party',
    MOTIF: 'remittance',
    LIB: 'remittance',
    LIBELLE: 'remittance',
    REF: 'reference',
    REFERENCE: 'reference',
    REFDO: 'endToEnd',
    'REF DO': 'endToEnd',
    EREF: 'endToEnd',
    MDT: 'mandate',
    MANDAT: 'mandate',
    RUM: 'mandate',
    IBAN: 'iban',
    'ID EMETTEUR': 'ignored',
    ID: 'ignored',
    CHEZ: 'ignored',
    DATE: 'ignored',
    ECH: 'ignored',
  }),
);
export const beforeSlash = new Set(['ID EMETTEUR', 'MDT', 'REF', 'LIB', 'ECH']);
export const secondWords = new Set(['DO', 'EMETTEUR']);
export const longestMark = 12;
// What kind of operation it is: not a name, though it stands where some banks put the name.
const operation = /^(?:[\d/]+ )?(?:VIR(?:EMENT)?S?|PRLVT?S?|PRELEVEMENTS?|CB|CARTE|CHQ|CHEQUE|REMISE|RETRAIT|TIP)\b/i;

// `PRLV SEPA EDF ENTREPRISES`, `VIREMENT DE SNC LE HAVRE`: the name stands behind the kind of operation.
const named = /^(?:PRLVT?|PRELEVEMENT)(?: SEPA)?(?: RECU)?(?: B2B| CORE)? (?!EUROPEEN\b)(\p{L}.+)$|^VIR(?:EMENT)?(?: SEPA| INST(?:ANTANE)?| RECU)* DE (.+)$/iu;

// A kind of operation and no more: where a name or a text stands behind it, the lines below are the rest of that text.
const operationAlone =
  /^(?:VIR(?:EMENT)?|PRLV|PR[EÉ]L[EÈ]VEMENT)(?: (?:EN VOTRE FAVEUR|SEPA|INST(?:ANTAN[EÉ])?|RE[CÇ]U|[EÉ]MIS|EUROP[EÉ]EN|PERMANENT|INTERNE|INTERNET|WEB|[EÉ]TRANGER|B2B|CORE))*(?: (?=\S*\d)\S+)?$/iu;

/** Labels that Credit Agricole prints over several lines: kind of operation, name, purpose. Null for any other. */
export function readLineLabel(label: string): LabelParts | null {
  if (!label.includes('\n')) return null;
  const lines = label.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
  if (lines.length < 2 || !operationAlone.test(lines[0]!)) return null;
  return { counterpartyName: givenId(lines[1]!), counterpartyIban: null, remittance: lines.slice(2).join(' '), reference: null, endToEndId: null, mandateId: null };
}

interface Mark {
  readonly field: LabelField;
  /** Of the mark, [start, end); the value begins at the end. */
  readonly start: number;
  readonly end: number;
}

/** Takes a French bank label, as one plain line, apart; null when it has none of the marks. */
export function readFrenchLabel(label: string): LabelParts | null {
  const found = marksIn(label);
  // `Entry ID: 316` has a mark, but nothing that it tells.
  if (found === null || found.every(({ field }) => field === 'ignored')) return null;
  let party: string | undefined;
  let remittance: string | undefined;
  let reference: string | null = null;
  let endToEnd: string | null = null;
  let mandate: string | null = null;
  let iban: string | null = null;
  for (let i = 0; i < found.length; i++) {
    const value = label.slice(found[i]!.end, found[i + 1]?.start ?? label.length).trim();
    if (value === '') continue;
    // The first of two wins.
    switch (found[i]!.field) {
      // `POUR: DUMAS SARL 17 06 BQ 30003 CPT 0001`: the day and the account stand behind the name.
      case 'party': party ??= value.includes(' BQ ') ? value.replace(/(?: \d\d){0,2} BQ .*$/, '') : value; break;
      case 'remittance': remittance ??= value; break;
      case 'reference': reference ??= value; break;
      case 'endToEnd': endToEnd ??= value; break;
      case 'mandate': mandate ??= value; break;
      case 'iban': iban ??= value; break;
      case 'ignored': break;
    }
  }
  const before = label.slice(0, found[0]!.start).trim();
  // `EDF /MOTIF PRLV SEPA 7988`: the name stands before the first mark, unless another language's word for a field does.
  if (party === undefined && before !== '' && !otherMark.test(before)) party = operation.test(before) ? named.exec(before)?.slice(1).find((name) => name !== undefined) : before;
  return {
    counterpartyName: givenId(party ?? null),
    counterpartyIban: ibanOf(iban),
    remittance: remittance ?? (party === undefined ? before : ''),
    reference: givenId(reference),
    endToEndId: givenId(endToEnd),
    mandateId: givenId(mandate),
  };
}

const otherMark = /\p{L}: /u;

const colon = 58;

/** The marks of the label from left to right; null for none. The signs are looked for first, because most labels of most banks have none. */
function marksIn(label: string): Mark[] | null {
  let found: Mark[] | null = null;
  let from = 0;
  let colonAt = label.indexOf(':');
  let slashAt = label.indexOf('/');
  while (colonAt >= 0 || slashAt >= 0) {
    const isColon = slashAt < 0 || (colonAt >= 0 && colonAt < slashAt);
    const at = isColon ? colonAt : slashAt;
    const mark = isColon ? markBefore(label, at, from) : (markBehind(label, at) ?? markBefore(label, at, from));
    let next = at + 1;
    if (mark !== null) {
      if (found === null) found = [mark];
      else found.push(mark);
      next = from = mark.end;
    }
    if (colonAt >= 0 && colonAt < next) colonAt = label.indexOf(':', next);
    if (slashAt >= 0 && slashAt < next) slashAt = label.indexOf('/', next);
  }
  const last = mandateAtEnd(label, from);
  if (last !== null) (found ??= []).push(last);
  return found;
}

/** `DE:` or `DE :` before white space, and `REF/` before a text. */
function markBefore(label: string, at: number, from: number): Mark | null {
  const isColon = label.charCodeAt(at) === colon;
  if (isBlank(label, at + 1) !== isColon) return null;
  const end = isColon && label.charCodeAt(at - 1) === 32 ? at - 1 : at;
  let mark: Mark | null = null;
  // Marks of two words are longer than their last one, so the search goes on behind the first blank.
  for (let before = blankBefore(label, end - 1), words = 0; words < 2; words++) {
    const start = before + 1;
    if (start < from || end - start > longestMark) break;
    const word = label.slice(start, end);
    const field = isColon || beforeSlash.has(word) ? marks.get(word) : undefined;
    if (field !== undefined) mark = { field, start: Math.max(0, before), end: at + 1 };
    if (before < 0 || !secondWords.has(word)) break;
    before = blankBefore(label, before - 1);
  }
  return mark;
}

/** `/DE` between white space. */
function markBehind(label: string, at: number): Mark | null {
  if (at > 0 && !isBlank(label, at - 1)) return null;
  let mark: Mark | null = null;
  for (let end = at + 1, blanks = 0; end <= label.length && end <= at + 1 + longestMark && blanks < 2; end++) {
    if (!isBlank(label, end)) continue;
    blanks++;
    const field = marks.get(label.slice(at + 1, end));
    if (field !== undefined) mark = { field, start: Math.max(0, at - 1), end };
  }
  return mark;
}

/** `MANDAT 12` as the last two words, without a sign. */
function mandateAtEnd(label: string, from: number): Mark | null {
  const gap = label.lastIndexOf(' ');
  const start = gap - 6;
  if (start < from || gap === label.length - 1 || label.charCodeAt(start) !== 77 || !label.startsWith('MANDAT', start) || (start > 0 && !isBlank(label, start - 1))) return null;
  return { field: 'mandate', start: Math.max(0, start - 1), end: gap };
}

/** The nearest white space at or before the place; -1 for none. The texts here are plain: a space is the only one. */
function blankBefore(label: string, at: number): number {
  return at < 0 ? -1 : label.lastIndexOf(' ', at);
}

/** White space, or the end of the label. */
function isBlank(label: string, at: number): boolean {
  return at >= label.length || label.charCodeAt(at) === 32;
}
