import { givenId, ibanOf } from '../text.js';
import type { LabelParts } from './label-parts.js';

type Field = 'party' | 'remittance' | 'reference' | 'endToEnd' | 'mandate' | 'iban' | 'ignored';

/**
 * The marks by which French banks put the fields of a payment into one label, in three spellings: `/DE X /MOTIF Y /REF Z`
 * (most), `DE: X MOTIF: Y REF: Z` (Societe Generale) and `ID EMETTEUR/X MDT/Y REF/Z LIB/T` (direct debits).
 */
const marks: Readonly<Record<string, Field>> = {
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
};
const words = Object.keys(marks).sort((a, b) => b.length - a.length).join('|');
const mark = new RegExp(`(?:^|\\s)(?:/(${words})(?=\\s|$)|(${words}) ?:(?=\\s|$)|(ID EMETTEUR|MDT|REF|LIB|ECH)/(?=\\S)|(MANDAT)(?= \\S+$))`, 'g');
// What kind of operation it is: not a name, though it stands where some banks put the name.
const operation = /^(?:VIR(?:EMENT)?S?|PRLVT?S?|PRELEVEMENTS?|CB|CARTE|CHQ|CHEQUE|REMISE|RETRAIT|TIP)\b/i;

// `PRLV SEPA EDF ENTREPRISES`, `VIREMENT DE SNC LE HAVRE`: the name stands behind the kind of operation.
const named = /^(?:PRLVT?|PRELEVEMENT)(?: SEPA)?(?: RECU)?(?: B2B| CORE)? (?!EUROPEEN\b)(\p{L}.+)$|^VIR(?:EMENT)?(?: SEPA| INST(?:ANTANE)?| RECU)* DE (.+)$/iu;

const transfer = /^(?:VIREMENT|VIR|PRELEVEMENT|PRLV)\b/i;

/** Labels that Credit Agricole prints over several lines: kind of operation, name, purpose. Null for any other. */
export function readLineLabel(label: string): LabelParts | null {
  const lines = label.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
  if (lines.length < 2 || !transfer.test(lines[0]!)) return null;
  return { counterpartyName: givenId(lines[1]!), counterpartyIban: null, remittance: lines.slice(2).join(' '), reference: null, endToEndId: null, mandateId: null };
}

/** Takes a French bank label apart; null when it has none of the marks. */
export function readFrenchLabel(label: string): LabelParts | null {
  mark.lastIndex = 0;
  const first = mark.exec(label);
  if (!first) return null;
  const fields: Partial<Record<Field, string>> = {};
  const before = label.slice(0, first.index).trim();
  for (let match: RegExpExecArray | null = first; match; ) {
    const start = match.index + match[0].length;
    const field = marks[(match[1] ?? match[2] ?? match[3] ?? match[4])!]!;
    match = mark.exec(label);
    const value = label.slice(start, match?.index ?? label.length).trim();
    if (value !== '') fields[field] ??= value;
  }
  // `EDF /MOTIF PRLV SEPA 7988`: the name stands before the first mark.
  if (fields.party === undefined && before !== '' && !operation.test(before)) fields.party = before;
  else if (fields.party === undefined) fields.party = named.exec(before)?.slice(1).find((name) => name !== undefined);
  const rest = fields.party === undefined ? before : '';
  return {
    counterpartyName: givenId(fields.party ?? null),
    counterpartyIban: ibanOf(fields.iban ?? null),
    remittance: fields.remittance ?? rest,
    reference: givenId(fields.reference ?? null),
    endToEndId: givenId(fields.endToEnd ?? null),
    mandateId: givenId(fields.mandate ?? null),
  };
}
