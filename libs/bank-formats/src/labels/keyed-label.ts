import { accountOf, givenId } from '../text.js';
import type { LabelParts } from './label-parts.js';

type Field = 'name' | 'iban' | 'purpose' | 'endToEnd' | 'mandate' | 'ignored';

/** ING and ABN AMRO put the fields of a payment into one text, in Dutch or in English; PKO does so in Polish. */
const fields: Readonly<Record<string, Field>> = {
  Naam: 'name',
  Name: 'name',
  IBAN: 'iban',
  Omschrijving: 'purpose',
  Description: 'purpose',
  Kenmerk: 'endToEnd',
  Reference: 'endToEnd',
  'Machtiging ID': 'mandate',
  Machtiging: 'mandate',
  'Mandate ID': 'mandate',
  BIC: 'ignored',
  Incassant: 'ignored',
  'Incassant ID': 'ignored',
  'Creditor ID': 'ignored',
  'Doorlopende incasso': 'ignored',
  'Recurrent SEPA direct debit': 'ignored',
  'Datum/Tijd': 'ignored',
  'Date/time': 'ignored',
  Valutadatum: 'ignored',
  'Value date': 'ignored',
  Betalingskenm: 'purpose',
  'Nazwa nadawcy': 'name',
  'Nazwa odbiorcy': 'name',
  'Rachunek nadawcy': 'iban',
  'Rachunek odbiorcy': 'iban',
  'Adres nadawcy': 'ignored',
  'Adres odbiorcy': 'ignored',
  'Tytuł': 'purpose',
};
const key = new RegExp(`(?:^| )(${Object.keys(fields).sort((a, b) => b.length - a.length).join('|')})\\.? ?: ?`, 'g');

/** Takes apart a text such as `Naam: X Omschrijving: Y IBAN: Z Kenmerk: K`; null when it is none. */
export function readKeyedLabel(text: string): LabelParts | null {
  // All three words of it begin alike: most labels are done with after one look.
  if (!text.includes('Na')) return null;
  if (!text.includes('Naam:') && !text.includes('Name:') && !text.includes('Nazwa ')) return null;
  const found = [...text.matchAll(key)];
  const values: Partial<Record<Field, string>> = {};
  found.forEach((match, i) => {
    const value = text.slice(match.index + match[0].length, found[i + 1]?.index ?? text.length).trim();
    if (value !== '') values[fields[match[1]!]!] ??= value;
  });
  if (values.name === undefined || (values.purpose === undefined && values.iban === undefined)) return null;
  return {
    counterpartyName: givenId(values.name),
    counterpartyIban: accountOf(values.iban ?? ''),
    remittance: values.purpose ?? '',
    reference: null,
    endToEndId: givenId(values.endToEnd ?? null),
    mandateId: givenId(values.mandate ?? null),
  };
}
