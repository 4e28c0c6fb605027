import { formatDecimal, minorUnits } from '@lettrage/money';
import type { OpenWorldInvoice, WorldCustomer, WorldInvoice, WorldTransaction } from '../world.js';

/** `customers.csv` of the command line, in chunks of text. */
export function* customersCsv(customers: Iterable<WorldCustomer>): Generator<string> {
  yield 'id,name,country,iban,vat_id,payment_terms_days\n';
  for (const { id, name, country, iban, vatId, paymentTermsDays } of customers) {
    yield `${id},${field(name)},${country},${iban ?? ''},${vatId},${paymentTermsDays}\n`;
  }
}

/** `invoices.csv` of the command line. */
export function* invoicesCsv(invoices: Iterable<OpenWorldInvoice>): Generator<string> {
  yield 'number,customer_id,kind,issue_date,due_date,currency,total,open_amount,structured_reference,order_reference\n';
  for (const invoice of invoices) {
    const { number, customerId, kind, issueDate, dueDate, currency, totalMinor, openMinor, structuredReference, orderReference } = invoice;
    const amounts = `${decimal(totalMinor, currency)},${decimal(openMinor, currency)}`;
    yield `${number},${customerId},${kind},${issueDate},${dueDate},${currency},${amounts},${structuredReference ?? ''},${orderReference ?? ''}\n`;
  }
}

/** `history.jsonl` of the command line: credits as people settled them, a line each. */
export function* historyJsonl(transactions: Iterable<WorldTransaction>, ledger: ReadonlyMap<string, WorldInvoice>): Generator<string> {
  for (const transaction of transactions) {
    const { currency, truth } = transaction;
    const line = {
      reference: transaction.reference,
      booking_date: transaction.bookingDate,
      amount: decimal(transaction.amountMinor, currency),
      currency,
      counterparty_name: transaction.counterpartyName,
      counterparty_iban: transaction.counterpartyIban,
      end_to_end_id: transaction.endToEndId,
      remittance: transaction.remittanceLines.join(''),
      structured_references: transaction.structuredReference === null ? [] : [transaction.structuredReference],
      customer_id: truth.customerId,
      allocations: truth.allocations.map(({ invoice, amountMinor }) => {
        const { issueDate, dueDate } = ledger.get(invoice)!;
        return { invoice, amount: decimal(amountMinor, currency), issue_date: issueDate, due_date: dueDate };
      }),
      difference: differenceJson(transaction),
    };
    yield `${JSON.stringify(line)}\n`;
  }
}

/** What each transaction of a statement truly is, a line each, to score proposals against. */
export function* truthJsonl(transactions: Iterable<WorldTransaction>): Generator<string> {
  for (const transaction of transactions) {
    const { reference, currency, amountMinor, truth } = transaction;
    const line = {
      reference,
      amount: decimal(amountMinor, currency),
      kind: truth.kind,
      noise: truth.noise,
      habit: truth.habit,
      unreferenced: truth.unreferenced,
      customer_id: truth.customerId,
      allocations: truth.allocations.map((allocation) => ({ invoice: allocation.invoice, amount: decimal(allocation.amountMinor, currency) })),
      difference: differenceJson(transaction),
    };
    yield `${JSON.stringify(line)}\n`;
  }
}

function differenceJson({ currency, truth }: WorldTransaction): { kind: string; amount: string } | null {
  return truth.difference && { kind: truth.difference.kind, amount: decimal(truth.difference.amountMinor, currency) };
}

function decimal(minor: bigint, currency: string): string {
  return formatDecimal(minor, minorUnits(currency));
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
