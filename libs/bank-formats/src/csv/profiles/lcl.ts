import type { CsvProfile } from '../csv-profile.js';

/** No header: date, amount, kind, cheque number, text, a flag, category. The last line is the balance, with the number of the account. */
export const lcl: CsvProfile = {
  name: 'lcl',
  bank: 'LCL',
  positions: ['bookingDate', 'amount', 'code', 'ignored', 'label', 'ignored', 'ignored'],
  cells: [/^\d{2}\/\d{2}\/\d{4}$/, /^-?[\d ]+(?:,\d{1,2})?$/, /^(?:Carte|Virement|Pr[ée]l[èe]vement|Ch[èe]que|Retrait|Versement|Frais|Divers|Remise|TIP)?/i, /^\d*$/, /\p{L}/u, /^\d?$/],
  closingBalance: { amount: 1, account: 3, accountShape: /^\d{4,5} ?\d{6}[A-Z]$/ },
  dateOrder: 'dmy',
  decimalSign: ',',
  currency: 'EUR',
};
