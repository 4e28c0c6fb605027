import { findCreditorReferences, readCreditorReference } from '@lettrage/references';
import { readKeyedLabel } from '../labels/keyed-label.js';
import { readFrenchLabel, readLineLabel } from '../labels/french-label.js';
import { readGermanLabel } from '../labels/german-label.js';
import { type LabelParts, plainLabel } from '../labels/label-parts.js';
import { readSepaKeywords } from '../labels/sepa-keywords.js';
import { readTransferLabel } from '../labels/transfer-label.js';
import { readInformation } from '../mt940/information.js';
import { accountOf, givenId, ibanOf, plainText } from '../text.js';

/** What the cells of a label say, in whichever grammar the bank writes it. */
export function readLabel(labels: readonly string[]): LabelParts {
  if (labels.length === 0) return plainLabel('');
  // Banks repeat the beginning of a label in a column of its own.
  const distinct = labels.length === 1 ? labels : labels.filter((label, i) => !labels.some((other, j) => i !== j && other.length > label.length && (other.startsWith(label) || ` ${other} `.includes(` ${label} `))));
  const text = withoutGuard(plainText(distinct.length === 1 ? distinct[0]! : distinct.join(' ')));
  if (text.startsWith('/TRTP/')) return readInformation([text]);
  return readKeyedLabel(text) ?? readTransferLabel(text) ?? readFrenchLabel(text) ?? (distinct.length === 1 ? readLineLabel(distinct[0]!) : null) ?? readSepaKeywords(text) ?? readGermanLabel(text) ?? plainLabel(text);
}

/** British banks put an apostrophe before a text, so that spreadsheets leave it alone; Dutch ones put it between two. */
function withoutGuard(text: string): string {
  if (text.charCodeAt(0) !== 39) return text;
  const next = text.indexOf("'", 1);
  return next < 0 ? text.slice(1) : next === text.length - 1 ? text.slice(1, -1) : text;
}

const none: readonly string[] = [];

/** Creditor references of their own columns, and those in the label whose check digits are right. */
export function structuredReferences(cells: readonly string[], label: Pick<LabelParts, 'reference' | 'remittance'>): readonly string[] {
  const inReference = label.reference !== null && mayHoldReference(label.reference);
  const inRemittance = mayHoldReference(label.remittance);
  if (cells.length === 0 && !inReference && !inRemittance) return none;
  const references = cells.filter((cell) => givenId(cell) !== null).map((cell) => readCreditorReference(cell)?.value ?? plainText(cell.replace(/^ref=/i, '')));
  for (const text of [inReference ? label.reference! : '', inRemittance ? label.remittance : '']) {
    for (const found of text === '' ? [] : findCreditorReferences(text)) references.push(found.value);
  }
  return [...new Set(references)];
}

// Where the search for references could begin at all; without that, it need not be made.
const reference = /[Ff]\d\d|\d\d(?:\d{10}|\d ?\/ ?\d{4}| \d{5} \d{5})/;

function mayHoldReference(text: string): boolean {
  return text !== '' && reference.test(text);
}

/** A reference in the label is the payer's when it has check digits; another one is the bank's. */
export function isAmong(reference: string, structured: readonly string[]): boolean {
  return structured.some((each) => reference.replace(/\W/g, '').includes(each));
}

/** Name and account of the other side from their columns. */
export function readParty(name: string, account: string): { name: string | null; iban: string | null } {
  // Some banks pad the name to its full width and put the address behind it.
  const party = withoutGuard(plainText(name.includes('   ') || name.includes(';') ? name.split(/\s{3,}|;/)[0]! : name));
  const iban = accountOf(account);
  if (party === '') return { name: null, iban };
  // One Dutch bank has the account under the title of the name.
  return iban === null && ibanOf(party) !== null && /\d{6}/.test(party) ? { name: null, iban: ibanOf(party) } : { name: givenId(party), iban };
}
