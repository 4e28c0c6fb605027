import { accountOf } from '../text.js';
import type { Claimed, Role } from './column-roles.js';
import { cellOf } from './columns.js';
import type { Layout } from './layout.js';

type Rows = readonly (readonly string[])[];

const account = /\b(?:iban|konto|kontonummer|kontonr|account|compte|rachunek|rachunku|ucet|rekening|cuenta|conto)\b|konto$/;
/** Behind the titles that are known. */
const rankOfBothSides = 800;
const payer = /\b(?:auftraggeber\w*|zahlungspflichtige\w*|zahler|payer|debtor|sender|remitter|donneur d ordre|emetteur|debiteur|ordenante|ordinante|mittente|nadawcy|platce|betaler|avsender\w*|avsandare\w*|fra konto|from account|von konto|compte emetteur|compte debiteur|z rachunku|z uctu)\b/;
const payee = /\b(?:empfanger\w*|zahlungsempfanger\w*|begunstigte\w*|payee|creditor|recipient|beneficiary|beneficiaire|destinataire|crediteur|beneficiario|destinatario|odbiorcy|prijemce|ontvanger|begunstigde|mottaker\w*|mottagare\w*|til konto|to account|auf konto|an konto|compte destinataire|compte crediteur|na rachunek|na ucet)\b/;

const besideParties = /\b(?:bic|swift|bank\w*|banque|banca|banco|adress\w*|address\w*|indirizzo|direccion|ort|ville|code|kod|typ\w*|ultim\w*|land|country|pays|id)\b/;

/** `Beneficiario/ordenante`: a title that names both sides is that of the other one, or of its account. Null for any other. */
export function roleOfBothSides(title: string): readonly Claimed[] | null {
  if (!payer.test(title) || !payee.test(title) || besideParties.test(title)) return null;
  return [{ role: account.test(title) ? 'partyAccount' : 'party', rank: rankOfBothSides }];
}

/**
 * Exports of transfers with an account of whoever pays and one of whoever is paid: the own account is on the one side or the other, by the way that the money goes. Takes the two
 * columns out of other roles, and says whether there are any.
 */
export function accountsOfSides(columns: Map<Role, number[]>, titles: readonly { readonly text: string }[], below: Rows): boolean {
  const holdsAccounts = (column: number): boolean => below.every((row) => cellOf(row, column) === '' || /^\d[\d -]+\d$/.test(cellOf(row, column)));
  const found = (side: RegExp, other: RegExp): number =>
    titles.findIndex(({ text }, column) => side.test(text) && !other.test(text) && (account.test(text) || holdsAccounts(column)) && below.some((row) => isAccount(cellOf(row, column))));
  const [from, to] = [found(payer, payee), found(payee, payer)];
  if (from < 0 || to < 0 || ownOf(below, from, to, columns.get('amount')?.[0] ?? -1) === null) return false;
  for (const [role, places] of columns) {
    const rest = places.filter((column) => column !== from && column !== to);
    if (rest.length === 0) columns.delete(role);
    else columns.set(role, rest);
  }
  columns.set('payerAccount', [from]).set('payeeAccount', [to]);
  columns.delete('partyAccount');
  return true;
}

/** The account that stands on one side or the other in all rows; null where there is none, or no columns of both sides. */
export function ownOfSides(rows: Rows, { header, columns }: Layout): string | null {
  const [from, to] = [columns.get('payerAccount')?.[0], columns.get('payeeAccount')?.[0]];
  return from === undefined || to === undefined ? null : ownOf(rows.slice(header + 1), from, to, columns.get('amount')?.[0] ?? -1);
}

function ownOf(rows: Rows, from: number, to: number, amount: number): string | null {
  let own: string[] | null = null;
  for (const row of rows) {
    const sides = [cellOf(row, from), cellOf(row, to)].filter(isAccount).map((cell) => accountOf(cell) ?? cell);
    if (sides.length > 0) own = own === null ? sides : own.filter((each) => sides.includes(each));
    if (own?.length === 0) return null;
  }
  if (own?.length !== 2) return own?.[0] ?? null;
  // Both sides are the same in all rows: money that comes in is paid to the own one.
  const row = rows.find((cells) => /[1-9]/.test(cellOf(cells, amount)) && isAccount(cellOf(cells, from)) && isAccount(cellOf(cells, to)));
  const paid = row && cellOf(row, cellOf(row, amount).startsWith('-') ? from : to);
  return paid === undefined || amount < 0 ? null : (accountOf(paid) ?? paid);
}

function isAccount(cell: string): boolean {
  return /\d{5}/.test(cell.replace(/[\s-]/g, ''));
}
