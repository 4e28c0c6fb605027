import type { CalendarDate } from '@lettrage/calendar';
import { isCurrency } from '@lettrage/money';
import { hasCheckDigits, ibanOf } from '../text.js';
import { readLocalDate } from './local-date.js';

/** What stands above the header: account, balances and currency, where the bank says them there. */
export interface Preamble {
  readonly account: string | null;
  readonly currency: string | null;
  readonly openingBalance: string | null;
  readonly closingBalance: string | null;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  /** The balance of the lines below the rows. */
  readonly footerBalance: string | null;
}

/** Words in small letters without accents, as `plain` writes them. */
const balanceWord = /solde\b|kontostand|saldo|balance|zustatek|zostatok|egyenleg|\bsold\b|\bstanje\b|bakiye|likutis|atlikums|\bjaak\b|υπολοιπο|салдо|остаток/;
const openingWord =
  /(?<!\p{L})(?:initial|inicial|iniziale|poczatkowe|ancien|precedent|alter|anfangs\w*|opening\w*|begin\w*|start|en debut|ingaende|pocatecni|pociatocny|nyito|nyitoegyenleg|indgaende|inngaende|alku\w*|sakuma|pradinis|pocetno|zacetno|acilis|devreden|anterior|precedente|αρχικο|начално|началное|входящий)(?!\p{L})/u;
const otherBalance = /(?<!\p{L})(?:available|disponible|disponibile|disponivel|verfugbar\w*|dostupny\w*|disponibil|dostepne|disponibelt|elerheto)(?!\p{L})/u;

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ı', 'i').replaceAll('ł', 'l');
}

/** Reads the lines above the header of a CSV. What is not recognised is left out: these lines are for people. */
export function readPreamble(rows: readonly (readonly string[])[]): Preamble {
  let account: string | null = null;
  let currency: string | null = null;
  let openingBalance: string | null = null;
  let closingBalance: string | null = null;
  let period: string[] = [];
  for (const [index, row] of rows.entries()) {
    const line = row.join(' ');
    const plainLine = plain(line);
    const found = accountIn(row);
    // An IBAN says more than the number that the bank has for itself.
    if (found !== null && (account === null || (ibanOf(account) === null && ibanOf(found) !== null))) account = found;
    const beneath = titled(row, rows[index + 1] ?? []);
    const named = row.findIndex((cell) => currencyLine.test(cell));
    currency ??= beneath.currency ?? (named >= 0 ? currencyIn(row.slice(named, named + 2).join(' ')) : null);
    openingBalance ??= beneath.opening;
    closingBalance ??= beneath.closing;
    // Nothing but the currency, with its title forgotten, or behind the number of the account.
    currency ??= row.map((cell) => /^(?::? ?|(?:[A-Z]{2}\d{2})?[A-Z\d][A-Z\d ./-]{5,}\d[A-Z\d]* (?:- )?)([A-Z]{3})(?: - .+)?$/.exec(cell.trim())?.[1]).find((code) => code !== undefined && isCurrency(code)) ?? null;
    const pairs = row.flatMap((cell, i) => (balanceWord.test(plain(cell)) && !otherBalance.test(plain(cell)) ? [{ cell, at: i, value: row.slice(i + 1).map((each) => each.trim()).find((each) => each !== '') ?? '' }] : []));
    if (pairs.length > 1) {
      for (const { cell, value } of pairs) {
        if (!balanceCell.test(value)) continue;
        currency ??= currencyIn(value);
        if (openingWord.test(plain(cell))) openingBalance ??= value;
        else closingBalance ??= value;
      }
    } else if (balanceWord.test(plainLine) && !otherBalance.test(plainLine)) {
      // Before the word may stand the number of the account.
      const amount = row.slice((pairs[0]?.at ?? 0) + 1).map((cell) => cell.trim()).find((cell) => readLocalDate(cell, 'dmy') === null && balanceCell.test(cell)) ?? /(?:^|\s)([-+]?\d[\d.,\u00a0\u202f ]*[.,]\d{2})(?:\s*(?:€|[A-Z]{3}))?\s*$/.exec(line)?.[1];
      if (amount !== undefined && openingWord.test(plainLine)) openingBalance ??= amount;
      else if (amount !== undefined) closingBalance ??= amount;
      currency ??= currencyIn(amount ?? '') ?? currencyIn(line);
    }
    const dates = [...line.matchAll(/\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2}/g)].map((match) => match[0]);
    if (dates.length === 2 && period.length === 0) period = dates;
  }
  const [from, to] = period.map((date) => readLocalDate(date, 'dmy'));
  return { account, currency, openingBalance, closingBalance, from: from ?? null, to: to ?? null, footerBalance: null };
}

const balanceCell = /^[-+(]?\s*\d[\d\s.,'\u2019\u00a0\u202f]*(?:\s*(?:[A-Z]{3}|€))?\)?$/;
const currencyLine = /^\W*(?:devise|w[äa]hrung|currency|waluta|valuta|moneda|moneta|divisa|bewertet in|[ée]valuation en|valutazione in|controvalore in|monnaie|munt|curr\.?|valiuta|compte tenu en|m[eě]na|devizanem|p[eé]nznem|para birimi|val[uū]ta|валута|валюта|νόμισμα)(?![\p{L}])/iu;

/** A little table above the transactions: titles, and the values in the row beneath. */
function titled(titles: readonly string[], values: readonly string[]): { currency: string | null; opening: string | null; closing: string | null } {
  let currency: string | null = null;
  let opening: string | null = null;
  let closing: string | null = null;
  titles.forEach((title, column) => {
    const value = (values[column] ?? '').trim();
    if (/^[A-Z]{3}$/.test(value) && isCurrency(value) && currencyLine.test(title)) currency = value;
    if (!balanceWord.test(plain(title)) || otherBalance.test(plain(title)) || !/^[-+(]?\d[\d\s.,'\u00a0\u202f]*\)?(?:\s*[A-Z]{3})?$/.test(value)) return;
    currency ??= currencyIn(value);
    if (openingWord.test(plain(title))) opening = value;
    else closing = value;
  });
  return { currency, opening, closing };
}

function accountIn(row: readonly string[]): string | null {
  for (const cell of row) {
    const iban = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/.exec(cell)?.[0];
    if (iban !== undefined && ibanOf(iban) !== null && iban.replace(/\s/g, '').length >= 15) return withoutCurrency(ibanOf(iban)!);
  }
  // Two cells: what it is, and the number.
  const cell = row.length >= 2 && accountWord.test(plain(row[0]!)) ? row[1]!.trim() : '';
  if (/^[A-Z0-9 ./-]{6,34}$/i.test(cell) && cell.replace(/\D/g, '').length >= 6 && !/\d{1,2}[./]\d{1,2}[./]\d{2}|^\d{4}-\d{2}-\d{2}$/.test(cell)) return cell.replace(/\s?\b[A-Z]{3}$/, '').replace(/\s/g, '');
  const spreadsheetText = /^=?"?=?"?(\d{8,24})"?$/.exec((row[0] ?? '').trim());
  if (spreadsheetText) return spreadsheetText[1]!;
  const number = accountLine.exec(plain(row.join(' ')))?.[1]?.replace(/\s/g, '') ?? null;
  return number !== null && /^\d{4}-\d{2}-\d{2}/.test(number) ? null : number;
}

const accountWords = 'compte|livret|account|konto\\w*|rekening\\w*|conta|cuenta|conto|rachun\\w*|ucet|uctu|szamla\\w*|cont|racun\\w*|tili\\w*|hesap|saskait\\w*|konta|сметка|счет|λογαριασμ\\w*';
const accountWord = new RegExp(`^[^\\d]*(?<!\\p{L})(?:${accountWords})(?!\\p{L})`, 'u');
const accountLine = new RegExp(`(?<!\\p{L})(?:${accountWords})(?!\\p{L})[^\\d]{0,40}(\\d[\\d -]{6,28}\\d)`, 'u');

/** `RO49 AAAA 1B31 0075 9384 0000 RON`: letters behind the number are the currency, where it has its check digits without them. */
function withoutCurrency(iban: string): string {
  const shorter = iban.slice(0, -3);
  return isCurrency(iban.slice(-3)) && hasCheckDigits(shorter) ? shorter : iban;
}

function currencyIn(text: string): string | null {
  if (text.includes('€')) return 'EUR';
  return text.match(/\b[A-Z]{3}\b/g)?.find((word) => isCurrency(word)) ?? null;
}
