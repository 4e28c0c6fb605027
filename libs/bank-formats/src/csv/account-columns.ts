import { hasCheckDigits, ibanOf } from '../text.js';
import type { Role } from './column-roles.js';

type Rows = readonly (readonly string[])[];
type Columns = Map<Role, number[]>;
/** What a title says of its column; the lower the rank, the surer. */
export interface Claim {
  readonly role: Role;
  readonly rank: number;
  readonly column: number;
}

// Rows of which next to nothing is filled are remarks.
const cellsUnder = (column: number, below: Rows): string[] => below.filter((row) => row.length > column && row.filter((cell) => cell.trim() !== '').length * 4 >= row.length).map((row) => row[column]!.trim());

// So many people do not share one account.
const manyNames = 3;

/**
 * "IBAN" or "Kontonummer" with one and the same number in all rows is the account itself, in a file that names nobody else, or where it stands beside nobody's name as well, or beside three. So is
 * the second of two columns of accounts that is filled everywhere. And under "Rekening", an account that is another one in each row, or none, is the other side's.
 */
export function ownAccount(columns: Columns, claims: readonly Claim[], below: Rows): void {
  const parties = (['party', 'payer', 'payee'] as const).flatMap((role) => columns.get(role) ?? []);
  const held = columns.get('partyAccount');
  const own = columns.get('account');
  const isNumber = own !== undefined && cellsUnder(own[0]!, below).some((cell) => /\d{4}/.test(cell));
  if (held && !isNumber) {
    const cells = cellsUnder(held[0]!, below);
    const names = new Set(parties.flatMap((column) => below.map((row) => (row[column] ?? '').trim())).filter((name) => name !== ''));
    const standsAlone = parties.length === 0 || names.size >= manyNames || below.some((row) => parties.every((column) => (row[column] ?? '').trim() === '') && (row[held[0]!] ?? '').trim() !== '');
    const others = claims.filter(({ role, column }) => role === 'partyAccount' && column !== held[0]);
    const other = others.find(({ column }) => cells.length > 0 && cellsUnder(column, below).every((cell) => /\d{4}/.test(cell)));
    if (standsAlone && cells.length >= 2 && /\d{4}/.test(cells[0]!) && cells.every((cell) => cell === cells[0])) {
      columns.set('account', held);
      columns.delete('partyAccount');
      if (others[0]) columns.set('partyAccount', [others[0].column]);
    } else if (other && !own) {
      const [mine, theirs] = isConstant(held[0]!, below) && !isConstant(other.column, below) ? [held[0]!, other.column] : [other.column, held[0]!];
      columns.set('account', [mine]).set('partyAccount', [theirs]);
    }
  } else if (own && !held) {
    const cells = cellsUnder(own[0]!, below);
    const given = cells.filter((cell) => /\d{4}/.test(cell));
    if (given.length < cells.length && given.length > 0 && (new Set(given).size > 1 || cells.includes('-') || parties.some((column) => hasNameOnly(column, own[0]!, below)))) {
      columns.set('partyAccount', own);
      columns.delete('account');
    }
  }
}

/**
 * Two columns are called accounts, one of them with the same number in all rows: that is the own one, and the other one the other side's. What no title tells stands for itself: a column
 * of nothing but IBANs is the other side's account, or the own one where all rows have it.
 */
export function accountsByNumbers(columns: Columns, claims: readonly Claim[], titles: readonly { readonly text: string }[], below: Rows): void {
  const own = columns.get('account')?.[0];
  const second = own === undefined || columns.has('partyAccount') ? undefined : claims.find(({ role, column }) => role === 'account' && column !== own && isNumbered(column, below));
  if (own !== undefined && second) {
    const [first, other] = isConstant(second.column, below) && !isConstant(own, below) ? [second.column, own] : [own, second.column];
    if (isConstant(first, below) && !isConstant(other, below)) columns.set('account', [first]).set('partyAccount', [other]);
    // Called by its name, the own account leaves the numbers to the others.
    else if (!isNumbered(own, below) && !isConstant(second.column, below)) columns.set('partyAccount', [second.column]);
  }
  const taken = new Set([...claims.map(({ column }) => column), ...[...columns.values()].flat()]);
  titles.forEach(({ text }, column) => {
    if (taken.has(column) || furtherParty.test(text) || !isIbans(column, below)) return;
    if (!columns.has('partyAccount') && !isConstant(column, below)) columns.set('partyAccount', [column]);
    else if (!columns.has('account') && isConstant(column, below)) columns.set('account', [column]);
  });
}

/** Beside a surer column of names, what is called a party and holds accounts is the account. */
export function accountsAmongParties(claims: readonly Claim[], below: Rows): Claim[] {
  const surest = Math.min(...claims.filter(({ role }) => role === 'party').map(({ rank }) => rank));
  return claims.map((claim) => (claim.role === 'party' && claim.rank > surest && cellsUnder(claim.column, below).some((cell) => ibanOf(cell) !== null && /\d{6}/.test(cell.replace(/\s/g, ''))) ? { ...claim, role: 'partyAccount' } : claim));
}

/** Whether a name stands in rows with the number and in rows without: of a row without it, the account would be unknown. */
function hasNameOnly(party: number, account: number, below: Rows): boolean {
  const named = below.filter((row) => (row[party] ?? '').trim() !== '');
  return named.some((row) => ibanOf((row[account] ?? '').trim()) !== null) && named.some((row) => (row[account] ?? '').trim() === '');
}

const furtherParty = /\b(?:ultim\w*|abweichend\w*|ursprung\w*|origin\w*)\b/;

function isNumbered(column: number, below: Rows): boolean {
  return cellsUnder(column, below).some((cell) => /\d{4}/.test(cell));
}

/** The same number in two rows or more, and nothing else. */
function isConstant(column: number, below: Rows): boolean {
  const cells = cellsUnder(column, below);
  return cells.length >= 2 && /\d{4}/.test(cells[0]!) && cells.every((cell) => cell === cells[0]);
}

function isIbans(column: number, below: Rows): boolean {
  const cells = cellsUnder(column, below).filter((cell) => cell !== '');
  return cells.length > 0 && cells.every(isIban);
}

/** With its check digits: a number that no title calls an account must prove itself. */
function isIban(cell: string): boolean {
  const iban = ibanOf(cell);
  return iban !== null && hasCheckDigits(iban);
}
