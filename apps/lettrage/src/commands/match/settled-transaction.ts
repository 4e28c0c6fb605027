import type { HistoricCredit } from '@lettrage/company-files';
import type { SettledTransaction } from '@lettrage/matching-engine';

/** A credit of the history file as the engine learns from it. One without the bank's reference is known by its content. */
export function settledTransaction(credit: HistoricCredit): SettledTransaction {
  return {
    id: credit.reference ?? [credit.counterpartyName, credit.counterpartyIban, credit.remittance, credit.amount.minor].join('|'),
    bookingDate: credit.bookingDate,
    amount: credit.amount,
    counterpartyName: credit.counterpartyName,
    counterpartyIban: credit.counterpartyIban,
    endToEndId: credit.endToEndId,
    remittance: credit.remittance,
    structuredReferences: credit.structuredReferences,
    customerId: credit.customerId,
    allocations: credit.allocations.map(({ invoice, amountMinor, issueDate, dueDate }) => ({ invoiceNumber: invoice, amountMinor, issueDate, dueDate })),
    difference: credit.difference,
  };
}
