import type { CsvProfile } from '../csv-profile.js';

/** "Description 1" is who paid or was paid, with the address behind a semicolon. */
export const ubs: CsvProfile = {
  name: 'ubs',
  bank: 'UBS',
  signature: ['beschreibung1', 'beschreibung2', 'beschreibung3'],
  columns: { beschreibung1: 'party', einzelbetrag: 'ignored' },
};

export const ubsEnglish: CsvProfile = {
  name: 'ubs-en',
  bank: 'UBS',
  signature: ['description1', 'description2', 'description3', 'transaction no'],
  columns: { description1: 'party', 'individual amount': 'ignored' },
};
