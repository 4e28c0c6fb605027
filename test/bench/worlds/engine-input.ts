import type { Customer, IncomingTransaction, OpenItem, SettledTransaction } from '@lettrage/matching-engine';
import type { World, WorldTransaction } from '@lettrage/worlds';

/** A world as the engine takes it, without going through files. */
export interface EngineInput {
  readonly customers: readonly Customer[];
  readonly items: readonly OpenItem[];
  readonly history: readonly SettledTransaction[];
  readonly credits: readonly IncomingTransaction[];
}

export function engineInput({ customers, invoices, history, statement, ledger }: World): EngineInput {
  const settled = (transaction: WorldTransaction): SettledTransaction => ({
    ...incoming(transaction),
    customerId: transaction.truth.customerId,
    allocations: transaction.truth.allocations.map(({ invoice, amountMinor }) => {
      const { issueDate, dueDate } = ledger.get(invoice)!;
      return { invoiceNumber: invoice, amountMinor, issueDate, dueDate };
    }),
    difference: transaction.truth.difference,
  });
  return {
    customers: customers.map(({ id, name, country, iban, vatId, paymentTermsDays }) => ({ id, name, country, iban, vatId, paymentTermsDays })),
    items: invoices.map((invoice) => ({ ...invoice, id: invoice.number })),
    history: history.map(settled),
    credits: statement.transactions.filter(({ amountMinor }) => amountMinor > 0n).map(incoming),
  };
}

function incoming({ reference, bookingDate, amountMinor, currency, counterpartyName, counterpartyIban, endToEndId, remittanceLines, structuredReference }: WorldTransaction): IncomingTransaction {
  return {
    id: reference, bookingDate, amount: { minor: amountMinor, currency }, counterpartyName, counterpartyIban, endToEndId,
    remittance: remittanceLines.join(''), structuredReferences: structuredReference === null ? [] : [structuredReference],
  };
}
