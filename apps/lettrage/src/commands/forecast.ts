import { formatDecimal, minorUnits } from '@lettrage/money';
import { forecast, type ForecastItem, longestForecastDays, PaymentBehaviour } from '@lettrage/receivables';
import { writeWhole } from '../cli/output.js';
import { readCustomers } from '../company-files/customers.js';
import { readHistory, type HistoricCredit } from '../company-files/history.js';
import { type InvoiceRow, readInvoices } from '../company-files/invoices.js';
import { dateOption, readOptions, requiredOption, wholeNumberOption } from './receivables-options.js';

const usage = 'forecast --customers customers.csv --invoices invoices.csv --history history.jsonl --as-of YYYY-MM-DD --days 90 [--out forecast.csv]';

/** Expected inflow from open items, a row a calendar day and currency, from the as-of date on. */
export async function run(args: string[]): Promise<void> {
  const options = readOptions(args, ['customers', 'invoices', 'history', 'as-of', 'days', 'out'], usage);
  const customersPath = requiredOption(options, 'customers', usage);
  const invoicesPath = requiredOption(options, 'invoices', usage);
  const historyPath = requiredOption(options, 'history', usage);
  const asOf = dateOption(options, 'as-of', usage);
  const days = wholeNumberOption(options, 'days', 1, longestForecastDays, usage);

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
}

/** Payments before the as-of date; the last one on an item closed it, unless the item is still among the open ones. */
async function learnFrom(history: AsyncIterable<HistoricCredit>, invoices: readonly InvoiceRow[], asOf: string): Promise<{ behaviour: PaymentBehaviour; lastPaid: Map<string, string> }> {
  const ofItem = new Map<string, PastPayment[]>();
  for await (const credit of history) {
    if (credit.customerId === null || credit.bookingDate >= asOf) continue;
    for (const { invoice, amountMinor, issueDate, dueDate } of credit.allocations) {
      if (amountMinor <= 0n) continue; // a credit note is used up, not paid
      const payment = { customerId: credit.customerId, paidDate: credit.bookingDate, issueDate, dueDate };
      const known = ofItem.get(invoice);
      if (known) known.push(payment);
      else ofItem.set(invoice, [payment]);
    }
  }
  const stillOpen = new Map(invoices.filter(({ openMinor }) => openMinor !== 0n).map((invoice) => [invoice.number, invoice.customerId]));
  const behaviour = new PaymentBehaviour();
  const lastPaid = new Map<string, string>();
  for (const [number, payments] of ofItem) {
    payments.sort((a, b) => (a.paidDate < b.paidDate ? -1 : a.paidDate > b.paidDate ? 1 : 0));
    const customerId = stillOpen.get(number);
    if (customerId !== undefined) lastPaid.set(number, payments.at(-1)!.paidDate);
    // A group's treasury may have paid: the delay belongs to the customer who owes, where that is known.
    behaviour.learn(payments.map((payment, index) => ({ ...payment, customerId: customerId ?? payment.customerId, remainsOpen: customerId !== undefined || index < payments.length - 1 })));
  }
  return { behaviour, lastPaid };
}
