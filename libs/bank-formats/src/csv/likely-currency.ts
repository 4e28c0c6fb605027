import { isCurrency } from '@lettrage/money';
import { readTitle } from './column-roles.js';
import type { Layout } from './layout.js';

/** Countries whose IBAN tells an account that is usually in another currency than euro. */
const ofCountry: Readonly<Record<string, string>> = {
  CH: 'CHF', LI: 'CHF', GB: 'GBP', SE: 'SEK', DK: 'DKK', NO: 'NOK', PL: 'PLN', CZ: 'CZK', HU: 'HUF', RO: 'RON', IS: 'ISK', TR: 'TRY', RS: 'RSD', UA: 'UAH',
};

/** Titles of one language that is spoken where one currency is used. */
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
];

/**
 * What an amount is most likely in where the file names no currency: that of the country of the account, else of the language of the titles;
 * else euro. It stays an assumption, which is warned of and asked.
 */
export function likelyCurrency(account: string | null, layout: Layout): string {
  const country = account !== null && /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(account) ? account.slice(0, 2) : '';
  const titles = (layout.titles ?? []).map((title) => readTitle(title, isCurrency).text);
  const byLanguage = ofTitle.find(([, known]) => titles.some((title) => known.has(title)))?.[0];
  return ofCountry[country] ?? byLanguage ?? 'EUR';
}
