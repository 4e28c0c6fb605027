import { isCurrency } from '@lettrage/money';
import { limits } from '../limits.js';
import { ibanOf } from '../text.js';
import { type Claimed, containedRoles, readTitle, repeatable, type Role, usualRoles } from './column-roles.js';
import type { CsvProfile } from './csv-profile.js';
import { readLocalAmount } from './local-amount.js';
import { readLocalDate } from './local-date.js';
import { accountsOfSides } from './sides.js';

/** Which column is what, however that was found out. */
export interface Roles {
  readonly columns: Map<Role, number[]>;
  readonly width: number;
  /** Currency named in the titles of the amount columns. */
  readonly titleCurrency: string | null;
  readonly profile: CsvProfile | null;
  /** Columns whose title claims to be the amount too, such as that in the currency of the card payment. */
  readonly otherAmounts: readonly number[];
}

interface Claim {
  readonly role: Role;
  readonly rank: number;
  readonly column: number;
}

export function isUsable(columns: ReadonlyMap<Role, readonly number[]>): boolean {
  return columns.has('bookingDate') && (columns.has('amount') || columns.has('debit') || columns.has('credit'));
}

/** Roles by the titles of a row that may be the header; null where it is none. `below` are the rows under it. */
export function rolesOfHeader(cells: readonly string[], profiles: readonly CsvProfile[], below: readonly (readonly string[])[]): Roles | null {
  // A row of more columns is refused when it is read; it need not be understood first.
  if (cells.length < 2 || cells.length > limits.csvColumns) return null;
  const read = cells.map((cell) => readTitle(cell, isCurrency));
  const present = new Set(read.map((title) => title.text));
  const profile = profiles.find((candidate) => candidate.signature?.every((title) => present.has(title))) ?? null;
  const claims: Claim[] = [];
  read.forEach(({ text, currency }, column) => {
    // "EUR" and nothing else over the amounts.
    if (text === '' && currency !== null && fits('amount', column, below)) claims.push({ role: 'amount', rank: 900, column });
    const given = profile?.columns?.[text];
    const known = given ? [{ role: given, rank: -1 }] : usualRoles(text);
    const claim = (known.length > 0 ? known : containedRoles(text)).find((each) => fits(each.role, column, below));
    if (claim && claim.role !== 'ignored') claims.push({ ...byCells(claim, column, below), column });
    else if (!claim) claims.push(...besideCurrency(known, column, read, below));
  });
  const columns = granted(claims);
  if (columns.size < 2) return null;
  if (profile === null && !accountsOfSides(columns, read, below)) ownAccount(columns, claims, below);
  if (profile === null) referenceAsLabel(columns, below);
  labelGoesOn(columns, read, below);
  const otherAmounts = claims.filter(({ role, column }) => role === 'amount' && column !== columns.get('amount')?.[0]).map(({ column }) => column);
  oneWayOfAmounts(columns, claims, below);
  kindAsLabel(columns, claims);
  unknownAsLabel(columns, claims, read, below);
  const untitled = cells.findIndex((_, column) => read[column]!.text === '' && below.some((row) => /^(?:CR|DR|C|D|H|S)$/.test(row[column] ?? '')) && below.every((row) => /^(?:|CR|DR|C|D|H|S)$/.test((row[column] ?? '').trim())));
  if (untitled >= 0 && !columns.has('direction')) columns.set('direction', [untitled]);
  directionByCells(columns, claims, cells.length, below);
  const money = (['amount', 'debit', 'credit', 'balance'] as const).flatMap((role) => columns.get(role) ?? []);
  return { columns, width: cells.length, titleCurrency: money.map((column) => read[column]!.currency).find((code) => code !== null) ?? null, profile, otherAmounts };
}

/** Cells that are something else than their title says: accounts under "Contrepartie", debit and credit under "Details", texts of several rows under "Nature de l'opération". */
function byCells(claim: Claimed, column: number, below: readonly (readonly string[])[]): Claimed {
  // The kind of movement is one word; what goes on in rows of its own is a text.
  if (claim.role === 'code' && below.some((row) => (row[column] ?? '').trim() !== '' && row.length > 3 && row.every((cell, i) => i === column || cell.trim() === ''))) return { role: 'label', rank: claim.rank };
  const cells = below.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
  if (cells.length === 0) return claim;
  if (claim.role === 'party' && cells.every((cell) => ibanOf(cell) !== null && /\d{6}/.test(cell.replace(/\s/g, '')))) return { role: 'partyAccount', rank: claim.rank };
  if ((claim.role === 'label' || claim.role === 'code') && cells.length > 1 && cells.every((cell) => /^(?:debit|credit|d[ée]bito|cr[ée]dito|debet|kredit|deebet|kreedit|debets|kred[iī]ts)$/i.test(cell))) return { role: 'direction', rank: claim.rank + 500 };
  return claim;
}

/** The currency stands under the title, and the amount beside it under none. */
function besideCurrency(known: readonly Claimed[], column: number, read: readonly { readonly text: string }[], below: readonly (readonly string[])[]): Claim[] {
  const money = known.find(({ role }) => role === 'amount' || role === 'balance');
  if (!money || read[column + 1]?.text !== '' || !fits('currency', column, below) || !fits('amount', column + 1, below)) return [];
  return [{ ...money, column: column + 1 }, { role: 'currency', rank: 900, column }];
}

// Rows of which next to nothing is filled are remarks.
const cellsUnder = (column: number, below: readonly (readonly string[])[]): string[] =>
  below.filter((row) => row.length > column && row.filter((cell) => cell.trim() !== '').length * 4 >= row.length).map((row) => row[column]!.trim());

/**
 * "IBAN" or "Kontonummer" with one and the same number in all rows is the account itself, in a file that names nobody else, or where it stands beside nobody's name as well. So is
 * the second of two columns of accounts that is filled everywhere. And under "Rekening", an account that is another one in each row, or none, is the other side's.
 */
function ownAccount(columns: Map<Role, number[]>, claims: readonly Claim[], below: readonly (readonly string[])[]): void {
  const parties = (['party', 'payer', 'payee'] as const).flatMap((role) => columns.get(role) ?? []);
  const held = columns.get('partyAccount');
  const own = columns.get('account');
  const isNumber = own !== undefined && cellsUnder(own[0]!, below).some((cell) => /\d{4}/.test(cell));
  if (held && !isNumber) {
    const cells = cellsUnder(held[0]!, below);
    const standsAlone = parties.length === 0 || below.some((row) => parties.every((column) => (row[column] ?? '').trim() === '') && (row[held[0]!] ?? '').trim() !== '');
    const others = claims.filter(({ role, column }) => role === 'partyAccount' && column !== held[0]);
    const other = others.find(({ column }) => cells.length > 0 && cellsUnder(column, below).every((cell) => /\d{4}/.test(cell)));
    if (standsAlone && cells.length >= 2 && /\d{4}/.test(cells[0]!) && cells.every((cell) => cell === cells[0])) {
      columns.set('account', held);
      columns.delete('partyAccount');
      if (others[0]) columns.set('partyAccount', [others[0].column]);
    } else if (other && !own) columns.set('account', [other.column]);
  } else if (own && !held) {
    const cells = cellsUnder(own[0]!, below);
    const given = cells.filter((cell) => /\d{4}/.test(cell));
    if (given.length < cells.length && given.length > 0 && (new Set(given).size > 1 || cells.includes('-'))) {
      columns.set('partyAccount', own);
      columns.delete('account');
    }
  }
}

/** "Reference" is the bank's own, except where people write into it: words with blanks, in a third of the cells beside no other text, else in most. */
function referenceAsLabel(columns: Map<Role, number[]>, below: readonly (readonly string[])[]): void {
  const held = columns.get('reference');
  if (!held) return;
  const besideText = below.some((row) => (columns.get('label') ?? []).some((column) => (row[column] ?? '').trim() !== ''));
  const cells = below.map((row) => (row[held[0]!] ?? '').trim()).filter((cell) => cell !== '');
  const written = cells.filter((cell) => /\p{L}{2,} /u.test(cell)).length;
  if (cells.length === 0 || written * (besideText ? 1.5 : 3) < cells.length) return;
  columns.set('label', [held[0]!, ...(columns.get('label') ?? [])]);
  columns.delete('reference');
}

/** Columns without a title behind that of the text hold more of it. */
function labelGoesOn(columns: Map<Role, number[]>, read: readonly { readonly text: string }[], below: readonly (readonly string[])[]): void {
  const labels = columns.get('label');
  if (!labels || labels.length === 0) return;
  for (let column = labels.at(-1)! + 1; column < read.length && read[column]!.text === ''; column++) {
    if (below.some((row) => /\p{L}{3}/u.test(row[column] ?? ''))) labels.push(column);
  }
}

const sideWord = /^(?:C|D|K|CR|DR|DB|S|H|\+|-|AF|BIJ|DEBIT|CREDIT|DEBET|KREDIT|DEEBET|KREEDIT|DEBETS|KRED[IĪ]TS|D[ÉE]BITO|CR[ÉE]DITO|SOLL|HABEN|CARGO|ABONO|DARE|AVERE|IN|OUT|UT|INN|ODCHOZ[ÍI]|P[ŘR][ÍI]CHOZ[ÍI])$/i;

/** Amounts without any sign, beside a column that says nothing but debit and credit under a title that nobody knows. */
function directionByCells(columns: Map<Role, number[]>, claims: readonly Claim[], width: number, below: readonly (readonly string[])[]): void {
  const amount = columns.get('amount')?.[0];
  if (amount === undefined || columns.has('direction') || hasNegative(below, amount)) return;
  const rows = below.filter((row) => (row[amount] ?? '').trim() !== '');
  const found = Array.from({ length: width }, (_, column) => column).find((column) => !claims.some((claim) => claim.column === column && claim.role !== 'code') && rows.length > 0 && rows.every((row) => sideWord.test((row[column] ?? '').trim())));
  if (found !== undefined) columns.set('direction', [found]);
}

/** Every role to the surest claim on it; roles that repeat to all. */
function granted(claims: readonly Claim[]): Map<Role, number[]> {
  const columns = new Map<Role, number[]>();
  const surest = (role: Role): number => Math.min(...claims.filter((claim) => claim.role === role).map(({ rank }) => rank));
  for (const claim of claims.toSorted((a, b) => a.rank - b.rank || a.column - b.column)) {
    const held = columns.get(claim.role);
    if (!held) columns.set(claim.role, [claim.column]);
    // Titles that only contain a known one are asked where there is no known one.
    else if (repeatable.has(claim.role) && (claim.rank < 1000 || surest(claim.role) >= 1000)) held.push(claim.column);
    // "Date" beside "Date de valeur": a second date is no booking date but may be the value date.
    else if (claim.role === 'bookingDate' && !claims.some(({ role }) => role === 'valueDate')) columns.set('valueDate', columns.get('valueDate') ?? [claim.column]);
  }
  columns.get('label')?.sort((a, b) => a - b);
  // "Execution date" beside "Value date" is when it was booked. The only date that the file has is when the money counts.
  const valued = columns.get('valueDate')?.[0];
  if (!columns.has('bookingDate') && valued !== undefined) columns.set('bookingDate', [claims.find(({ role, column }) => role === 'valueDate' && column !== valued)?.column ?? valued]);
  return columns;
}

function oneWayOfAmounts(columns: Map<Role, number[]>, claims: readonly Claim[], below: readonly (readonly string[])[]): void {
  const pair = columns.has('debit') && columns.has('credit');
  // The bank writes the amount once more in two columns: the signed one is enough. Where it has no sign, or stands in fewer rows, the two columns say more.
  if (columns.has('amount') && pair) {
    const [amount, debit, credit] = [columns.get('amount')![0]!, columns.get('debit')![0]!, columns.get('credit')![0]!];
    const filled = (row: readonly string[], column: number): boolean => (row[column] ?? '').trim() !== '';
    const inPair = below.filter((row) => filled(row, debit) || filled(row, credit)).length;
    const isGuess = claims.some(({ role, column, rank }) => role === 'amount' && column === amount && rank >= 1000) && inPair * 2 > below.length;
    const stands = !isGuess && below.filter((row) => filled(row, amount)).length >= inPair;
    const signed = stands && (hasNegative(below, amount) || columns.has('direction') || !below.some((row) => filled(row, debit)));
    for (const role of signed ? (['debit', 'credit'] as const) : (['amount'] as const)) columns.delete(role);
  } else if (columns.has('amount')) {
    columns.delete('debit');
    columns.delete('credit');
  }
  // A single column of inflows or outflows is the amount.
  const only = columns.has('amount') || pair ? undefined : (columns.get('credit') ?? columns.get('debit'));
  if (only && hasNegative(below, only[0]!)) {
    columns.set('amount', only);
    columns.delete('credit');
    columns.delete('debit');
  }
}

/** "Buchungstext" is the kind of movement beside a purpose, and the purpose itself where there is none. */
function kindAsLabel(columns: Map<Role, number[]>, claims: readonly Claim[]): void {
  const kinds = claims.filter(({ role }) => role === 'code').map(({ column }) => column);
  if (columns.has('label') || kinds.length === 0) return;
  columns.set('label', [kinds.at(-1)!]);
  if (kinds.length > 1) columns.set('code', [kinds[0]!]);
  else columns.delete('code');
}

/** No title of a text is known: the columns of words that nothing else claims are the text. */
function unknownAsLabel(columns: Map<Role, number[]>, claims: readonly Claim[], read: readonly { readonly text: string }[], below: readonly (readonly string[])[]): void {
  if (columns.has('label')) return;
  const taken = new Set([...claims.map(({ column }) => column), ...[...columns.values()].flat()]);
  const words = read.map(({ text }, column) => ({ text, column })).filter(({ text, column }) => !taken.has(column) && !noText.test(text) && below.some((row) => /\p{L}{3}/u.test(row[column] ?? '')));
  if (words.length > 0) columns.set('label', words.map(({ column }) => column));
}

const noText = /\b(?:bic|swift|time|zeit|categor\w*|kategor\w*|country|land|code|carte|karte|card|email|mail|address|adresse|currency|wahrung|devise)\b/;

export function hasNegative(rows: readonly (readonly string[])[], column: number): boolean {
  return rows.some((row) => /^\s*[-\u2212(]|\d\s*[-\u2212]\s*$/.test(row[column] ?? ''));
}

/** Some titles mean two things ("Valuta" is a date or a currency, "Info" a status or a text): the cells below decide. */
function fits(role: Role, column: number, below: readonly (readonly string[])[]): boolean {
  const cells = below.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
  if (cells.length === 0) return role !== 'status';
  switch (role) {
    case 'bookingDate':
    case 'valueDate':
      return cells.some((cell) => readLocalDate(cell, 'dmy') !== null || readLocalDate(cell, 'mdy') !== null);
    case 'currency':
    case 'originalCurrency':
      return cells.some((cell) => /^(?:[A-Z]{3}|[€£$]|euros?|z\u0142|K\u010d)$/i.test(cell));
    case 'amount':
    case 'debit':
    case 'credit':
    case 'balance':
      return cells.some((cell) => readLocalAmount(cell, '.') !== null || readLocalAmount(cell, ',') !== null);
    default:
      return true;
  }
}
