import { type BankTransaction } from '@lettrage/bank-formats';
import { type bankImportHttp } from '@lettrage/contracts';
import { formatMoney } from '@lettrage/money';

/** What only some formats say, and of few transactions; kept under the names of the border. */
export type TransactionDetails = Pick<bankImportHttp.TransactionDetails, 'purpose' | 'exchangeRate' | 'ultimateDebtorName' | 'ultimateCreditorName' | 'documents'>;

export const noDetails: TransactionDetails = { purpose: null, exchangeRate: null, ultimateDebtorName: null, ultimateCreditorName: null, documents: [] };

/** Only what is there, so that a transaction without any takes no room; null for nothing. */
export function detailsOf({ purpose, exchangeRate, ultimateDebtorName, ultimateCreditorName, documents }: BankTransaction): Partial<TransactionDetails> | null {
  if (purpose === null && exchangeRate === null && ultimateDebtorName === null && ultimateCreditorName === null && documents.length === 0) return null;
  return {
    ...(purpose !== null && { purpose }),
    ...(exchangeRate !== null && { exchangeRate }),
    ...(ultimateDebtorName !== null && { ultimateDebtorName }),
    ...(ultimateCreditorName !== null && { ultimateCreditorName }),
    ...(documents.length > 0 && {
      documents: documents.map(({ type, number, date, amount }) => ({ type, number, date, amount: amount && formatMoney(amount), currency: amount && amount.currency })),
    }),
  };
}
