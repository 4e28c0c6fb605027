import { isCurrency } from '@lettrage/money';
import { hasCheckDigits, ibanOf } from '../text.js';
import { readTitle } from './column-roles.js';
import type { Layout } from './layout.js';
import type { DateOrder } from './local-date.js';

type Rows = readonly (readonly string[])[];

/** Countries whose IBAN tells an account that is usually in another currency than euro. */
const ofCountry: Readonly<Record<string, string>> = {
  CH: 'CHF', LI: 'CHF', GB: 'GBP', SE: 'SEK', DK: 'DKK', NO: 'NOK', PL: 'PLN', CZ: 'CZK', HU: 'HUF', RO: 'RON', IS: 'ISK', TR: 'TRY', RS: 'RSD', UA: 'UAH',
};

/** Titles of one language that is spoken where one currency is used, or of the banks of one country alone. */
const ofTitle: readonly (readonly [currency: string, titles: ReadonlySet<string>])[] = [
  ['SEK', new Set(['belopp', 'bokforingsdag', 'bokforingsdatum', 'insattning', 'uttag', 'transaktionsdag'])],
  ['DKK', new Set(['belob', 'bogfort', 'bogforingsdato', 'bogfort dato'])],
  ['NOK', new Set(['belop', 'inn', 'ut', 'inn pa konto', 'ut fra konto', 'ut av konto', 'uttak fra konto', 'innskudd pa konto', 'innbetaling', 'utbetaling', 'bokforingsdato', 'bokfort dato'])],
  ['PLN', new Set(['kwota', 'kwota operacji', 'kwota transakcji', 'data ksiegowania', 'data operacji', 'uznania', 'obciazenia'])],
  ['CZK', new Set(['castka', 'objem', 'datum provedeni', 'datum zauctovani', 'zauctovana castka'])],
  ['HUF', new Set(['osszeg', 'tranzakcio osszege', 'konyvelesi datum', 'konyveles datuma', 'erteknap', 'egyenleg', 'jovairas', 'terheles'])],
  ['RON', new Set(['data tranzactiei', 'data tranzactie', 'sold contabil', 'explicatii', 'detalii tranzactie', 'suma tranzactiei'])],
  ['TRY', new Set(['tutar', 'islem tutari', 'bakiye', 'islem tarihi', 'aciklama'])],
  ['ISK', new Set(['dagsetning', 'upphaed'])],
  ['GBP', new Set(['sort code'])],
  ['AUD', new Set(['bsb', 'bsb number'])],
  ['INR', new Set(['narration', 'chqno', 'chq ref no', 'ref no cheque no', 'tran date', 'transaction remarks'])],
  ['USD', new Set(['running bal', 'check number', 'check no', 'check or slip', 'routing number', 'extended details', 'trans date', 'post date', 'appears on your statement as'])],
];

/** Signs and words that stand in the rows, or above them, of one country's banks alone; what is more particular comes first, because several countries have a dollar. */
const ofText: readonly (readonly [currency: string, text: RegExp])[] = [
  ['GBP', /\u00a3 ?\d|(?<![\d-])(?:\d\d-\d\d-\d\d |[0-8]\d{5}-)\d{8}(?!\d)|\bfaster payments?\b|\bBACS\b/i],
  ['CHF', /\d['\u2019]\d{3}[.]\d\d(?!\d)|\bTWINT\b/],
  ['CAD', /\bC(?:A|AD)?\$|\binterac\b/i],
  ['AUD', /\bAU?\$|\b(?:BPAY|OSKO|EFTPOS)\b/],
  ['BRL', /\bR\$|\bPIX\b/i],
  ['INR', /\u20b9|\b(?:UPI|NEFT|IMPS)[-/ ]/],
  ['JPY', /[\u00a5\uffe5]/],
  ['USD', /\$ ?-?\d|\b(?:zelle|venmo|PPD ID|checkcard|bank of america|wells fargo|capital one)\b/i],
];

const rowsLookedAt = 50;

const iban = /\b([A-Z]{2})\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g;

/** Most of those who pay and are paid have their accounts in one country. */
function ofPartners(rows: Rows): string | null {
  const countries = rows.slice(0, rowsLookedAt).flatMap((row) => [...row.join(' | ').matchAll(iban)].filter(([text]) => hasCheckDigits(ibanOf(text) ?? '')).map((match) => match[1]!));
  const currency = ofCountry[countries[0] ?? ''];
  return currency !== undefined && countries.filter((country) => country === countries[0]).length * 2 > countries.length ? currency : null;
}

/** What the words of a file are taken for: its first rows with those above them. Null where they say nothing. */
function ofWords(titles: readonly string[] | null, rows: Rows): string | null {
  const named = (titles ?? []).map((title) => readTitle(title, isCurrency).text);
  const byTitle = ofTitle.find(([, known]) => named.some((title) => known.has(title)))?.[0];
  if (byTitle !== undefined) return byTitle;
  const text = rows.slice(0, rowsLookedAt).map((row) => row.join(' | ')).join('\n');
  return ofText.find(([, known]) => known.test(text))?.[0] ?? null;
}

/**
 * What an amount is most likely in where the file names no currency: that of the country of the account, else of the language of the titles and the words of the rows, else of the country of the accounts in them, else dollars where
 * the month comes first under English titles; else euro. It stays an assumption, which is warned of and asked.
 */
export function likelyCurrency(account: string | null, { titles, beginning, order }: Layout): string {
  const country = account !== null && /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(account) ? account.slice(0, 2) : '';
  return ofCountry[country] ?? ofWords(titles, beginning) ?? ofPartners(beginning) ?? (order.value === 'mdy' && isEnglish(titles) ? 'USD' : 'EUR');
}

/** A file without titles says nothing against it; one French bank writes the month first as well. */
function isEnglish(titles: readonly string[] | null): boolean {
  return titles === null || titles.some((title) => /\b(?:amount|description|memo|payee|details|posted|posting|withdrawals?|deposits?)\b/i.test(title));
}

/** Where the figures leave it open: the banks of the United States, and most of Canada, write the month first. It stays an assumption too. */
export function likelyOrder(titles: readonly string[] | null, rows: Rows, currency: string | null): DateOrder {
  const likely = currency ?? ofWords(titles, rows);
  return likely === 'USD' || likely === 'CAD' ? 'mdy' : 'dmy';
}
