import { type HistoricCredit, type InvoiceRow, readCustomers, readHistory, readInvoices } from '@lettrage/company-files';
import { formatDecimal, minorUnits } from '@lettrage/money';
import { forecast, type ForecastItem, longestForecastDays, PaymentBehaviour, type Settlement } from '@lettrage/receivables';
import { writeWhole } from '../cli/output.js';
import { refuseOverwriting } from '../cli/own-files.js';
import { dateOption, readOptions, requiredOption, wholeNumberOption } from './receivables-options.js';

export const usage = 'lettrage forecast --customers customers.csv --invoices invoices.csv --history history.jsonl --as-of YYYY-MM-DD --days 90 [--out forecast.csv]';

/** Expected inflow from open items, a row a calendar day and currency, from the as-of date on. */
export async function run(args: string[]): Promise<void> {
  const options = readOptions(args, ['customers', 'invoices', 'history', 'as-of', 'days', 'out'], usage);
  const customersPath = requiredOption(options, 'customers', usage);
  const invoicesPath = requiredOption(options, 'invoices', usage);
  const historyPath = requiredOption(options, 'history', usage);
  const asOf = dateOption(options, 'as-of', usage);
  const days = wholeNumberOption(options, 'days', 1, longestForecastDays, usage);
  await refuseOverwriting([customersPath, invoicesPath, historyPath], [options['out']]);

  const customers = await readCustomers(customersPath);
  const invoices = await readInvoices(invoicesPath, customers);
  const { behaviour, lastPaid } = await learnFrom(readHistory(historyPath), invoices, asOf);
  const openItems: ForecastItem[] = invoices.map((invoice) => ({ ...invoice, lastPaidDate: lastPaid.get(invoice.number) ?? null }));
  const rows = forecast({ openItems, behaviour, asOf, days });
  await writeWhole(options['out'], async (sink) => {
    await sink.write('date,currency,expected,low,high\n');
    for (const { date, currency, expectedMinor, lowMinor, highMinor } of rows) {
      const amounts = [expectedMinor, lowMinor, highMinor].map((minor) => formatDecimal(minor, minorUnits(currency)));
      await sink.write(`${date},${currency},${amounts.join(',')}\n`);
    }
  });
}

interface PastPayment {
  readonly customerId: string;
  readonly paidDate: string;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly amountMinor: bigint;
}

interface Learned {
  readonly behaviour: PaymentBehaviour;
  /** By invoice number, of items that are still open. */
  readonly lastPaid: ReadonlyMap<string, string>;
}

/** Payments before the as-of date, item by item; what is open of an item now was open before each of its payments. */
async function learnFrom(history: AsyncIterable<HistoricCredit>, invoices: readonly InvoiceRow[], asOf: string): Promise<Learned> {
  const ofItem = new Map<string, PastPayment[]>();
  for await (const credit of history) {
    if (credit.customerId === null || credit.bookingDate >= asOf) continue;
    for (const { invoice, amountMinor, issueDate, dueDate } of credit.allocations) {
      if (amountMinor === 0n) continue;
      const payment = { customerId: credit.customerId, paidDate: credit.bookingDate, issueDate, dueDate, amountMinor };
      const known = ofItem.get(invoice);
      if (known) known.push(payment);
      else ofItem.set(invoice, [payment]);
    }
  }
  const stillOpen = new Map(invoices.map((invoice) => [invoice.number, invoice]));
  const behaviour = new PaymentBehaviour();
  const lastPaid = new Map<string, string>();
  for (const [number, payments] of ofItem) {
    const item = stillOpen.get(number);
    const openMinor = item?.openMinor ?? 0n;
    // Payments that were undone again, and amounts of both signs on one item, teach nothing.
    const positive = payments[0]!.amountMinor > 0n;
    if (payments.some(({ amountMinor }) => amountMinor > 0n !== positive) || (openMinor !== 0n && openMinor > 0n !== positive)) continue;
    if (item !== undefined) lastPaid.set(number, payments.reduce((last, { paidDate }) => (paidDate > last ? paidDate : last), ''));
    // A group's treasury may have paid: the delay belongs to the customer who owes, where that is known.
    behaviour.learn(settlements(payments, item?.customerId, openMinor));
  }
  return { behaviour, lastPaid };
}

function settlements(payments: PastPayment[], owner: string | undefined, openMinor: bigint): Settlement[] {
  const newestFirst = [...payments].sort((a, b) => (a.paidDate < b.paidDate ? 1 : a.paidDate > b.paidDate ? -1 : 0));
  let openBeforeMinor = openMinor;
  return newestFirst.map((payment, index) => {
    openBeforeMinor += payment.amountMinor;
    return { ...payment, customerId: owner ?? payment.customerId, openBeforeMinor, previousPaidDate: newestFirst[index + 1]?.paidDate ?? null };
  });
}
