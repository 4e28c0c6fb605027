import { isCurrency } from '@lettrage/money';
import { ibanOf } from '../text.js';
import type { Preamble } from './csv-row.js';
import { readLocalDate } from './local-date.js';

const balanceWord = /\b(?:solde|kontostand|saldo|balance)\b/i;
const openingWord = /\b(?:initial|ancien|pr[ée]c[ée]dent|alter|anfangs\w*|opening|begin\w*)\b/i;
const otherBalance = /\b(?:available|disponible|verf[üu]gbar\w*)\b/i;

/** Reads the lines above the header of a CSV. What is not recognised is left out: these lines are for people. */
export function readPreamble(rows: readonly string[][]): Preamble {
  let account: string | null = null;
  let currency: string | null = null;
  let openingBalance: string | null = null;
  let closingBalance: string | null = null;
  let period: string[] = [];
  for (const row of rows) {
    const line = row.join(' ');
    account ??= accountIn(row);
    if (balanceWord.test(line) && !otherBalance.test(line)) {
      const amount = row.map((cell) => cell.trim()).find((cell, i) => i > 0 && /^[-+(]?\s*\d[\d\s.,\u00a0\u202f]*(?:\s*(?:[A-Z]{3}|€))?\)?$/.test(cell)) ?? /(?:^|\s)([-+]?\d[\d.,\u00a0\u202f ]*[.,]\d{2})(?:\s*(?:€|[A-Z]{3}))?\s*$/.exec(line)?.[1];
      if (amount !== undefined && openingWord.test(line)) openingBalance ??= amount;
      else if (amount !== undefined) closingBalance ??= amount;
      currency ??= currencyIn(amount ?? '') ?? currencyIn(line);
    }
    const dates = [...line.matchAll(/\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2}/g)].map((match) => match[0]);
    if (dates.length === 2 && period.length === 0) period = dates;
  }
  const [from, to] = period.map((date) => readLocalDate(date, 'dmy'));
  return { account, currency, openingBalance, closingBalance, from: from ?? null, to: to ?? null };
}

function accountIn(row: readonly string[]): string | null {
  for (const cell of row) {
    const iban = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/.exec(cell)?.[0];
    if (iban !== undefined && ibanOf(iban) !== null && iban.replace(/\s/g, '').length >= 15) return ibanOf(iban);
  }
  // Two cells: what it is, and the number.
  const cell = row.length >= 2 && /^[^\d]*(?:compte|account|konto|rekening)\b/i.test(row[0]!) ? row[1]!.trim() : '';
  if (/^[A-Z0-9 ./-]{6,34}$/i.test(cell) && cell.replace(/\D/g, '').length >= 6 && !/\d{1,2}[./]\d{1,2}[./]\d{2}/.test(cell)) return cell.replace(/\s/g, '');
  const spreadsheetText = /^=?"?=?"?(\d{8,24})"?$/.exec((row[0] ?? '').trim());
  if (spreadsheetText) return spreadsheetText[1]!;
  return /(?:compte|account|konto\w*|rekening)[^\d]{0,40}(\d[\d -]{6,28}\d)/i.exec(row.join(' '))?.[1]?.replace(/\s/g, '') ?? null;
}

function currencyIn(text: string): string | null {
  if (text.includes('€')) return 'EUR';
  return text.match(/\b[A-Z]{3}\b/g)?.find((word) => isCurrency(word)) ?? null;
}
