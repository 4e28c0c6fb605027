import type { CsvProfile } from '../csv-profile.js';

/** Payer and payee have a column of name and one of account each; the account of the payer is that of the other side where money comes in. */
export const bankAustria: CsvProfile = {
  name: 'bank-austria',
  bank: 'UniCredit Bank Austria',
  signature: ['auftraggebername', 'empfangername', 'zahlungsgrund'],
  columns: { auftraggeberkonto: 'partyAccount', empfangerkonto: 'ignored' },
};
