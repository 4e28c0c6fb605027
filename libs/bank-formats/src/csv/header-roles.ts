import { isCurrency } from '@lettrage/money';
import { limits } from '../limits.js';
import { ibanOf } from '../text.js';
import { accountsAmongParties, accountsByNumbers, type Claim, ownAccount } from './account-columns.js';
import { type Claimed, containedRoles, isOtherThing, readTitle, repeatable, type Role, usualRoles } from './column-roles.js';
import type { CsvProfile } from './csv-profile.js';
import { readLocalAmount } from './local-amount.js';
import { readLocalDate } from './local-date.js';
import { accountsOfSides, roleOfBothSides } from './sides.js';

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
  const found: Claim[] = [];
  read.forEach((title, column) => {
    const { text, currency } = title;
    // "EUR" and nothing else over the amounts.
    if (text === '' && currency !== null && fits('amount', column, below)) found.push({ role: 'amount', rank: 900, column });
    const given = profile?.columns?.[text];
    const known = given ? [{ role: given, rank: -1 }] : usualRoles(title);
    const claim = (known.length > 0 ? known : (roleOfBothSides(text) ?? containedRoles(text))).find((each) => fits(each.role, column, below));
    if (claim && claim.role !== 'ignored') found.push({ ...byCells(claim, column, below), column });
    else if (!claim) found.push(...besideCurrency(known, column, read, below));
  });
  const claims = profile === null ? accountsAmongParties(found, below) : found;
  const columns = granted(claims, below);
  if (columns.size < 2) return null;
  if (profile === null && !accountsOfSides(columns, read, below)) {
    ownAccount(columns, claims, below);
    accountsByNumbers(columns, claims, read, below);
  }
  if (profile === null) {
    referenceAsLabel(columns, claims, below);
    secondReference(columns, claims, read, below);
  }
  labelGoesOn(columns, read, below);
  if (profile === null) balanceOfTheDay(columns, below);
  nearestCurrency(columns, claims);
  amountAbroad(columns, claims, read);
  const otherAmounts = claims.filter(({ role, column }) => role === 'amount' && column !== columns.get('amount')?.[0]).map(({ column }) => column);
  otherSide(columns, claims, read, below);
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
  // The kind of movement under "Details" or "Causale", beside the text itself.
  if (claim.role === 'label' && cells.length > 1 && cells.every((cell) => kindWord.test(cell))) return { role: 'code', rank: claim.rank + 500 };
  return claim;
}

const kindWord = /^(?:DEBIT|CREDIT|CHECK|DSLIP|DEPOSIT|WITHDRAWAL|ATM|POS|FEE|INTEREST|\d{2,3})$/;

/** The currency stands under the title, and the amount beside it under none. */
function besideCurrency(known: readonly Claimed[], column: number, read: readonly { readonly text: string }[], below: readonly (readonly string[])[]): Claim[] {
  const money = known.find(({ role }) => role === 'amount' || role === 'balance');
  if (!money || read[column + 1]?.text !== '' || !fits('currency', column, below) || !fits('amount', column + 1, below)) return [];
  return [{ ...money, column: column + 1 }, { role: 'currency', rank: 900, column }];
}

/** "Reference" is the bank's own, except where people write into it: words with blanks, in a third of the cells beside no other text, else in most. */
function referenceAsLabel(columns: Map<Role, number[]>, claims: readonly Claim[], below: readonly (readonly string[])[]): void {
  const held = columns.get('reference');
  if (!held) return;
  const besideText = below.some((row) => (columns.get('label') ?? []).some((column) => (row[column] ?? '').trim() !== ''));
  const cells = below.map((row) => (row[held[0]!] ?? '').trim()).filter((cell) => cell !== '');
  const written = cells.filter((cell) => /\p{L}{2,} /u.test(cell)).length;
  if (cells.length === 0 || written * (besideText ? 1.5 : 3) < cells.length) return;
  columns.set('label', [held[0]!, ...(columns.get('label') ?? [])]);
  columns.delete('reference');
  const next = claims.filter(({ role, column }) => role === 'reference' && column !== held[0]).sort((a, b) => a.rank - b.rank)[0];
  if (next) columns.set('reference', [next.column]);
}

const ofPeople = /^(?:reference|referenz|referencia|referentie|riferimento)$/;

/** "Reference" beside the number that the bank gives the transaction is what the payer wrote. */
function secondReference(columns: Map<Role, number[]>, claims: readonly Claim[], read: readonly { readonly text: string }[], below: readonly (readonly string[])[]): void {
  const held = columns.get('reference')?.[0];
  const second = claims.find(({ role, column }) => role === 'reference' && column !== held && ofPeople.test(read[column]!.text) && below.some((row) => /\p{L}/u.test(row[column] ?? '')));
  if (second && held !== undefined) columns.set('label', [...(columns.get('label') ?? []), second.column].sort((a, b) => a - b));
}

/** Columns without a title behind that of the text hold more of it. */
function labelGoesOn(columns: Map<Role, number[]>, read: readonly { readonly text: string }[], below: readonly (readonly string[])[]): void {
  const labels = columns.get('label');
  if (!labels || labels.length === 0) return;
  for (let column = labels.at(-1)! + 1; column < read.length && read[column]!.text === ''; column++) {
    if (below.some((row) => /\p{L}{3}/u.test(row[column] ?? ''))) labels.push(column);
  }
}

const sideWord = /^(?:C|D|K|CR|DR|DB|S|H|\+|-|AF|BIJ|DEBIT|CREDIT|DEBET|KREDIT|DEEBET|KREEDIT|DEBETS|KRED[IĪ]TS|D[ÉE]BITO|CR[ÉE]DITO|SOLL|HABEN|LASTSCHRIFT|GUTSCHRIFT|BELASTUNG|WITHDRAWAL|DEPOSIT|CARGO|ABONO|DARE|AVERE|IN|OUT|UT|INN|ODCHOZ[ÍI]|P[ŘR][ÍI]CHOZ[ÍI])$/i;

/** Amounts without any sign, beside a column that says nothing but debit and credit under a title that nobody knows. */
function directionByCells(columns: Map<Role, number[]>, claims: readonly Claim[], width: number, below: readonly (readonly string[])[]): void {
  const amount = columns.get('amount')?.[0];
  if (amount === undefined || columns.has('direction') || hasNegative(below, amount)) return;
  const rows = below.filter((row) => (row[amount] ?? '').trim() !== '');
  const found = Array.from({ length: width }, (_, column) => column).find((column) => !claims.some((claim) => claim.column === column && claim.role !== 'code') && rows.length > 0 && rows.every((row) => sideWord.test((row[column] ?? '').trim())));
  if (found !== undefined) columns.set('direction', [found]);
}

/** Every role to the surest claim on it; roles that repeat to all. Of two columns with the same title the one that more rows have figures in is the amount: the other one is that in a foreign currency. */
function granted(claims: readonly Claim[], below: readonly (readonly string[])[]): Map<Role, number[]> {
  const columns = new Map<Role, number[]>();
  const filled = ({ role, column }: Claim): number => (role === 'amount' ? below.filter((row) => /[1-9]/.test(row[column] ?? '')).length : 0);
  // Among titles that only contain the word for an amount, none is surer than the other.
  const order = ({ role, rank, column }: Claim): number => (role === 'amount' ? Math.min(rank, 1000) : role === 'bookingDate' && isBlankUnder(column, below) ? rank + 2000 : rank);
  const surest = (role: Role): number => Math.min(...claims.filter((claim) => claim.role === role).map(({ rank }) => rank));
  for (const claim of claims.toSorted((a, b) => order(a) - order(b) || filled(b) - filled(a) || a.rank - b.rank || a.column - b.column)) {
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

/** One and the same balance in all rows, although money moves: what the account holds when the file is made, which does not run with the rows. */
function balanceOfTheDay(columns: Map<Role, number[]>, below: readonly (readonly string[])[]): void {
  const balance = columns.get('balance')?.[0];
  const money = (['amount', 'debit', 'credit'] as const).flatMap((role) => columns.get(role) ?? []);
  if (balance === undefined || money.length === 0) return;
  const held = below.filter((row) => money.some((column) => /[1-9]/.test(row[column] ?? ''))).map((row) => (row[balance] ?? '').trim());
  if (held.length >= 2 && held[0] !== '' && held.every((cell) => cell === held[0])) columns.delete('balance');
}

/** Of several columns with the same title, the currency is that beside the amount. */
function nearestCurrency(columns: Map<Role, number[]>, claims: readonly Claim[]): void {
  const amount = (columns.get('amount') ?? columns.get('credit'))?.[0];
  const held = claims.find(({ role, column }) => role === 'currency' && column === columns.get('currency')?.[0]);
  if (amount === undefined || !held) return;
  const behind = claims.filter(({ role, rank, column }) => role === 'currency' && rank === held.rank && column > amount).map(({ column }) => column);
  if (held.column < amount && behind.length > 0) columns.set('currency', [Math.min(...behind)]);
}

/** "Betrag" once more beside a foreign currency, or the amount in the currency of the operation beside that in the currency of the account: what was paid in that. */
function amountAbroad(columns: Map<Role, number[]>, claims: readonly Claim[], titles: readonly { readonly text: string }[]): void {
  const amount = columns.get('amount')?.[0];
  const own = claims.find(({ role, column }) => role === 'amount' && column === amount);
  if (amount === undefined || !own || columns.has('originalAmount')) return;
  const inAccount = accountCurrency.test(titles[amount]!.text);
  const other = claims.find(({ role, rank, column }) => role === 'amount' && column !== amount && (inAccount || rank === own.rank));
  const currency = inAccount ? claims.find(({ role, column }) => role === 'currency' && column !== columns.get('currency')?.[0])?.column : undefined;
  if (!other) return;
  if (currency !== undefined && !columns.has('originalCurrency')) columns.set('originalCurrency', [currency]);
  if (columns.has('originalCurrency')) columns.set('originalAmount', [other.column]);
}

const accountCurrency = /w walucie rachunku|waluta rachunku|v mene uctu|в валют[уе] счета|in account currency|in kontowahrung|konta valuta|saskaitos valiuta/;

/** The bank has a column for it, and leaves that blank. */
function isBlankUnder(column: number, below: readonly (readonly string[])[]): boolean {
  return below.length > 0 && below.every((row) => (row[column] ?? '').trim() === '');
}

/** Only the title of the debits is known, or of the credits: a column of figures that are there where those are not is the other side. */
function otherSide(columns: Map<Role, number[]>, claims: readonly Claim[], read: readonly { readonly text: string }[], below: readonly (readonly string[])[]): void {
  const [debit, credit] = [columns.get('debit')?.[0], columns.get('credit')?.[0]];
  const known = debit ?? credit;
  if (known === undefined || columns.has('amount') || (debit !== undefined && credit !== undefined)) return;
  const has = (row: readonly string[], column: number): boolean => /[1-9]/.test(row[column] ?? '');
  const left = below.filter((row) => !has(row, known));
  const isOther = (column: number): boolean =>
    left.some((row) => has(row, column)) && below.every((row) => !has(row, column) || (!has(row, known) && readLocalAmount(row[column]!, ',') !== null)) && left.filter((row) => has(row, column)).length * 2 > left.length;
  const found = read.flatMap(({ text }, column) => (text !== '' && !isOtherThing(text) && !claims.some((claim) => claim.column === column) && isOther(column) ? [column] : []));
  if (found.length === 1) columns.set(debit === undefined ? 'debit' : 'credit', found);
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
  return rows.some((row) => /^\s*[-\u2212(]|\d\s*(?:[-\u2212]|D[Rr]\.?)\s*$/.test(row[column] ?? ''));
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
    case 'payer':
    case 'payee':
      return cells.some((cell) => /\p{L}{2}/u.test(cell));
    case 'amount':
    case 'debit':
    case 'credit':
    case 'balance':
      return cells.some((cell) => readLocalAmount(cell, '.') !== null || readLocalAmount(cell, ',') !== null);
    default:
      return true;
  }
}
