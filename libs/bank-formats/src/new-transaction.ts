import type { CalendarDate } from '@lettrage/calendar';
import type { Money } from '@lettrage/money';
import { findCreditorReferences } from '@lettrage/references';
import type { Fingerprinter } from './fingerprint.js';
import { limits } from './limits.js';
import type { BankTransaction } from './statement.js';
import { plainText } from './text.js';

/** What only ISO 20022 has fields for. */
export const nothingFurther = { exchangeRate: null, purpose: null, ultimateDebtorName: null, ultimateCreditorName: null, documents: [] } as const;

/** What every movement has; the rest may be left out and is then absent. */
export interface TransactionParts extends Partial<Omit<BankTransaction, 'fingerprint' | 'structuredReferences'>> {
  readonly account: string | null;
  readonly bookingDate: CalendarDate;
  readonly amount: Money;
  readonly statement: number;
}

/**
 * A booked transaction of a format that has no field for creditor references of its own: those with right check digits are found
 * in the remittance text.
 */
export function newTransaction(parts: TransactionParts, fingerprinter: Fingerprinter): BankTransaction {
  const remittance = plainText(parts.remittance ?? '').slice(0, limits.remittanceChars);
  const { account, bookingDate, amount, reference = null, counterpartyName = null } = parts;
  return {
    reference,
    fingerprint: fingerprinter.next({ account, bookingDate, amount, reference, counterpartyName, remittance }),
    account,
    bookingDate,
    valueDate: parts.valueDate ?? null,
    amount,
    originalAmount: parts.originalAmount ?? null,
    exchangeRate: parts.exchangeRate ?? null,
    purpose: parts.purpose ?? null,
    counterpartyName,
    counterpartyIban: parts.counterpartyIban ?? null,
    ultimateDebtorName: parts.ultimateDebtorName ?? null,
    ultimateCreditorName: parts.ultimateCreditorName ?? null,
    remittance,
    structuredReferences: [...new Set(findCreditorReferences(remittance).map((found) => found.value))],
    documents: parts.documents ?? [],
    endToEndId: parts.endToEndId ?? null,
    mandateId: parts.mandateId ?? null,
    bankTransactionCode: parts.bankTransactionCode ?? null,
    reversal: parts.reversal ?? false,
    returnReason: parts.returnReason ?? null,
    status: parts.status ?? 'booked',
    charges: parts.charges ?? [],
    statement: parts.statement,
  };
}
