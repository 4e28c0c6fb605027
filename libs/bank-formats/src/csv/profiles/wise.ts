import type { CsvProfile } from '../csv-profile.js';

/** Statement of one balance. Days stand before months. "Total fees" are in the amount already. */
export const wise: CsvProfile = {
  name: 'wise',
  bank: 'Wise',
  signature: ['transferwise id'],
  columns: { 'total fees': 'ignored', merchant: 'party' },
  dateOrder: 'dmy',
};

/** All transfers of all balances. Of money paid, the balance is charged the source amount and the fee besides; of money received, it holds the target amount, fees being taken before. */
export const wiseTransfers: CsvProfile = {
  name: 'wise-transfers',
  bank: 'Wise',
  signature: ['source amount after fees', 'source currency', 'target amount after fees', 'target currency', 'direction'],
  columns: {
    id: 'reference', 'finished on': 'bookingDate', 'created on': 'valueDate',
    'source amount after fees': 'amount', 'source currency': 'currency', 'source fee amount': 'fee', 'source fee currency': 'ignored', 'target fee amount': 'ignored', 'target fee currency': 'ignored',
    'target amount after fees': 'originalAmount', 'target currency': 'originalCurrency', 'source name': 'payer', 'target name': 'payee', reference: 'label', batch: 'ignored', category: 'ignored', 'created by': 'ignored',
  },
  otherSideOfCredits: [['source amount after fees', 'target amount after fees'], ['source currency', 'target currency'], ['target amount after fees', 'source amount after fees'], ['target currency', 'source currency'], ['source fee amount', null]],
  dateOrder: 'dmy',
};
