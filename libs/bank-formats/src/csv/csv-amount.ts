import type { CsvRow } from './csv-row.js';
import type { Layout } from './layout.js';
import { type LocalAmount, readLocalAmount } from './local-amount.js';

export type Movement = { readonly amount: LocalAmount; readonly negative: boolean; readonly signAssumed: boolean } | { readonly fault: string };

const debitWord = /^(?:D|DB|DR|DEB|DEBIT|DEBET|DBIT|AF|S|SOLL|O|OUT|OUTFLOW|OUTGOING|AUSGANG|SORTIE|KIADAS|TERHELES)$/;
const creditWord = /^(?:C|CR|CRED|CREDIT|CRDT|BIJ|H|HABEN|I|IN|INFLOW|INCOMING|EINGANG|ENTREE|BEVETEL|JOVAIRAS)$/;

/** The amount of a row and which way it goes: two columns, a sign, or a column that says so. */
export function movementOf(row: CsvRow, layout: Layout): Movement {
  return layout.columns.has('amount') ? single(row, layout) : pair(row, layout);
}

function single(row: CsvRow, layout: Layout): Movement {
  const text = row.get('amount');
  const amount = readLocalAmount(text, layout.decimalSign);
  if (!amount) return { fault: text === '' ? 'the row has no amount' : `"${text.slice(0, 40)}" is not an amount` };
  const direction = row.get('direction').normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase();
  if (amount.negative) return { amount, negative: true, signAssumed: false };
  if (debitWord.test(direction)) return { amount, negative: true, signAssumed: false };
  if (creditWord.test(direction)) return { amount, negative: false, signAssumed: false };
  if (direction !== '') return { amount, negative: false, signAssumed: true };
  // A column that marks credits alone: what it leaves blank is money spent, unless the cell itself has a plus.
  const marksCredits = layout.columns.has('direction') && !/^\s*\+/.test(text);
  const spent = (marksCredits || layout.profile?.positiveIsDebit === true) && !/^0+(?:\.0+)?$/.test(amount.decimal);
  return { amount, negative: spent, signAssumed: false };
}

function pair(row: CsvRow, layout: Layout): Movement {
  const read = (role: 'debit' | 'credit'): LocalAmount | null | undefined => {
    const text = row.get(role);
    return text === '' || /^-+$/.test(text) ? null : (readLocalAmount(text, layout.decimalSign) ?? undefined);
  };
  const debit = read('debit');
  const credit = read('credit');
  if (debit === undefined) return { fault: `"${row.get('debit').slice(0, 40)}" is not an amount` };
  if (credit === undefined) return { fault: `"${row.get('credit').slice(0, 40)}" is not an amount` };
  if (debit && credit && !isZero(debit) && !isZero(credit)) return { fault: 'the row has both a debit and a credit' };
  const isDebit = debit !== null && (credit === null || isZero(credit));
  if (isDebit) return { amount: debit, negative: layout.debitIsSigned ? debit.negative : !debit.negative, signAssumed: false };
  if (credit) return { amount: credit, negative: credit.negative, signAssumed: false };
  return { fault: 'the row has no amount' };
}

function isZero(amount: LocalAmount): boolean {
  return /^0*(?:\.0*)?$/.test(amount.decimal);
}
