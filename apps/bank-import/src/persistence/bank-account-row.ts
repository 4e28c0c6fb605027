import { type bankImportHttp } from '@lettrage/contracts';
import { formatDecimal, minorUnits } from '@lettrage/money';

export interface BankAccountRow extends Omit<bankImportHttp.BankAccount, 'lastBalance'> {
  lastBalanceMinor: bigint | null;
}

export const bankAccountColumns = `bank_account_id as "bankAccountId", name, identification, currency, last_booking_date as "lastBookingDate", last_balance_minor as "lastBalanceMinor"`;

export function bankAccountOf({ lastBalanceMinor, ...row }: BankAccountRow): bankImportHttp.BankAccount {
  return {
    bankAccountId: row.bankAccountId,
    name: row.name,
    identification: row.identification,
    currency: row.currency,
    lastBookingDate: row.lastBookingDate,
    lastBalance: lastBalanceMinor === null ? null : formatDecimal(lastBalanceMinor, minorUnits(row.currency)),
  };
}
