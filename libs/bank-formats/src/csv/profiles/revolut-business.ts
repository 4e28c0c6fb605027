import type { CsvProfile } from '../csv-profile.js';

/** "Payer" is the colleague who paid and "Account" a pocket of the own account; "Reference" is what was written to the payee. */
export const revolutBusiness: CsvProfile = {
  name: 'revolut-business',
  bank: 'Revolut Business',
  signature: ['date completed utc', 'orig currency', 'state'],
  columns: { reference: 'label', id: 'reference', payer: 'ignored', account: 'ignored', 'date started utc': 'valueDate' },
};
