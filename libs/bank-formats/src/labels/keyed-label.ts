import { accountOf, givenId } from '../text.js';
import type { LabelParts } from './label-parts.js';

type Field = 'name' | 'iban' | 'purpose' | 'endToEnd' | 'mandate' | 'ignored';

/** ING and ABN AMRO put the fields of a payment into one text, in Dutch or in English; PKO does so in Polish, ING of Belgium in its three languages. */
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
/** Where an IBAN follows; in any other text these words may mean anything. */
const fieldsBeforeIban: Readonly<Record<string, Field>> = { Van: 'name', Naar: 'name', De: 'name', Vers: 'name', From: 'name', To: 'name', IBAN: 'iban', BIC: 'ignored', Mededeling: 'purpose', Communication: 'purpose' };
const partyWord = / (?:Van|Naar|De|Vers|From|To) ?: /;

const keyOf = (table: Readonly<Record<string, Field>>): RegExp => new RegExp(`(?:^| )(${Object.keys(table).sort((a, b) => b.length - a.length).join('|')})\\.? ?: ?`, 'g');
const key = keyOf(fields);
const keyBeforeIban = keyOf(fieldsBeforeIban);

function isNamedBeforeIban(text: string): boolean {
  const iban = text.lastIndexOf(' IBAN');
  const party = iban < 0 ? -1 : text.search(partyWord);
  return party >= 0 && party < iban;
}

/** Takes apart a text such as `Naam: X Omschrijving: Y IBAN: Z Kenmerk: K`; null when it is none. */
export function readKeyedLabel(text: string): LabelParts | null {
  // Most labels are done with after two looks: three of the words begin alike, the others need an IBAN.
  const isNamed = text.includes('Na') && (text.includes('Naam:') || text.includes('Name:') || text.includes('Nazwa '));
  if (!isNamed && !isNamedBeforeIban(text)) return null;
  const table = isNamed ? fields : fieldsBeforeIban;
  const found = [...text.matchAll(isNamed ? key : keyBeforeIban)];
  const values: Partial<Record<Field, string>> = {};
  found.forEach((match, i) => {
    const value = text.slice(match.index + match[0].length, found[i + 1]?.index ?? text.length).trim();
    if (value !== '') values[table[match[1]!]!] ??= value;
  });
  if (values.name === undefined || (values.purpose === undefined && values.iban === undefined)) return null;
  return {
    counterpartyName: givenId(values.name),
    counterpartyIban: accountOf(values.iban ?? ''),
    remittance: values.purpose ?? (isNamed ? '' : text.slice(0, found[0]!.index).trim()),
    reference: null,
    endToEndId: givenId(values.endToEnd ?? null),
    mandateId: givenId(values.mandate ?? null),
  };
}
