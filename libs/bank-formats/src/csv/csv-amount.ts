import type { Money } from '@lettrage/money';
import type { Sentence } from '@lettrage/sentences';
import { AmountFault, decimalMoney } from '../amounts.js';
import { cellOf, type Columns } from './columns.js';
import type { Layout } from './layout.js';
import { type LocalAmount, plainMinor, readLocalAmount } from './local-amount.js';
import { say } from '../catalogue/sentences.js';

export type Movement = { readonly amount: LocalAmount; readonly negative: boolean; readonly signAssumed: boolean } | { readonly fault: Sentence };

const debitWord = /^(?:D|DB|DR|DEB|DEBIT|DEBITO|DEBET|DBIT|AF|S|SOLL|O|OUT|OUTFLOW|OUTGOING|AUSGANG|SORTIE|KIADAS|TERHELES|CARGO|DARE|USCITA|ADEUDO|BELASTUNG|LASTSCHRIFT|OBCIAZENIE|UT|PAYMENT|WITHDRAWAL|DEEBET|DEBETS|T|ODCHOZI|AUSGEHEND|DEBETAS|DEBITED|DBT|WN|WINIEN|WYDATEK|VYDAJ|VYDEJ|KIMENO|BORC|B|BREME|DUGUJE|ISPLATA|UIT|AUSGABE|EMIS|SORTANT|MONEY OUT|PAID OUT|SENT|NEUTRAL|EXPENSE|ADDEBITO|SALIDA|SAIDA|Χ|ΧΡΕΩΣΗ|Д|ДТ|ДЕБИТ|РАЗХОД|-)$/;
const creditWord = /^(?:C|CR|CRED|CREDIT|CREDITO|CRDT|BIJ|H|HABEN|I|IN|INFLOW|INCOMING|EINGANG|ENTREE|BEVETEL|JOVAIRAS|ABONO|AVERE|ENTRATA|GUTSCHRIFT|UZNANIE|INN|DEPOSIT|K|J|KREDIT|KREEDIT|KREDITS|PRICHOZI|EINGEHEND|KREDITAS|CREDITED|CRT|MA|WPLYW|PRZYCHOD|PRIJEM|BEJOVO|ALACAK|A|DOBRO|POTRAZUJE|UPLATA|EINNAHME|RECU|ENTRANT|MONEY IN|PAID IN|RECEIVED|INCOME|ACCREDITO|ENTRADA|Π|ΠΙΣΤΩΣΗ|К|КТ|КРЕДИТ|ПРИХОД|\+)$/;

/** The signed minor units of a row whose amount stands plain where its layout has it; NaN where `movementOf` has to look closer. */
export function plainMovement(cells: readonly string[], columns: Columns, layout: Layout, decimals: number): number {
  const { decimalSign } = layout;
  if (columns.amount >= 0) return columns.direction >= 0 || layout.positiveIsDebit ? Number.NaN : plainMinor(cellOf(cells, columns.amount), decimalSign, decimals);
  const debit = cellOf(cells, columns.debit);
  const credit = cellOf(cells, columns.credit);
  if (debit === '') return layout.creditIsNegated ? Number.NaN : plainMinor(credit, decimalSign, decimals);
  if (credit !== '') return Number.NaN;
  const minor = plainMinor(debit, decimalSign, decimals);
  return layout.debitIsSigned ? minor : -minor;
}

/** The amount of a row and which way it goes: two columns, a sign, or a column that says so. */
export function movementOf(cells: readonly string[], columns: Columns, layout: Layout): Movement {
  return columns.amount >= 0 ? single(cells, columns, layout) : pair(cells, columns, layout);
}

/** Whether the column that says which way money goes says that it came in. */
export function isCreditWord(cell: string): boolean {
  return creditWord.test(directionOf(cell));
}

function directionOf(cell: string): string {
  return cell.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase();
}

function single(cells: readonly string[], columns: Columns, layout: Layout): Movement {
  const text = cellOf(cells, columns.amount);
  const amount = readLocalAmount(text, layout.decimalSign);
  if (!amount) return { fault: text === '' ? say('csv_no_amount') : say('amount_bad', { quoted: text.slice(0, 40) }) };
  const direction = directionOf(cellOf(cells, columns.direction));
  if (amount.negative) return { amount, negative: !layout.positiveIsDebit, signAssumed: false };
  if (debitWord.test(direction)) return { amount, negative: true, signAssumed: false };
  if (creditWord.test(direction)) return { amount, negative: false, signAssumed: false };
  if (direction !== '') return { amount, negative: false, signAssumed: true };
  // A column that marks credits alone: what it leaves blank is money spent, unless the cell itself has a plus.
  const marksCredits = columns.direction >= 0 && !/^\s*\+/.test(text);
  const spent = (marksCredits || layout.positiveIsDebit) && !isZero(amount);
  return { amount, negative: spent, signAssumed: false };
}

function pair(cells: readonly string[], columns: Columns, layout: Layout): Movement {
  const read = (text: string): LocalAmount | null | undefined => (text === '' || /^-+$/.test(text) ? null : (readLocalAmount(text, layout.decimalSign) ?? undefined));
  const debit = read(cellOf(cells, columns.debit));
  const credit = read(cellOf(cells, columns.credit));
  if (debit === undefined) return { fault: say('amount_bad', { quoted: cellOf(cells, columns.debit).slice(0, 40) }) };
  if (credit === undefined) return { fault: say('amount_bad', { quoted: cellOf(cells, columns.credit).slice(0, 40) }) };
  if (debit && credit && !isZero(debit) && !isZero(credit)) return { fault: say('csv_both_sides') };
  const isDebit = debit !== null && (credit === null || isZero(credit));
  if (isDebit) return { amount: debit, negative: layout.debitIsSigned ? debit.negative : !debit.negative, signAssumed: false };
  if (credit) return { amount: credit, negative: layout.creditIsNegated ? !credit.negative && !isZero(credit) : credit.negative, signAssumed: false };
  return { fault: say('csv_no_amount') };
}

function isZero(amount: LocalAmount): boolean {
  return /^0*(?:\.0*)?$/.test(amount.decimal);
}

/** The amount in minor units; null where there is none, or where the currency has not so many decimals. */
export function moneyOf(amount: LocalAmount | null, currency: string): Money | null {
  if (amount === null) return null;
  try {
    const money = decimalMoney(amount.decimal, currency);
    return amount.negative ? { minor: -money.minor, currency } : money;
  } catch (error) {
    if (!(error instanceof AmountFault)) throw error;
    return null;
  }
}
