import { fromEpochDay, toEpochDay } from '@lettrage/calendar';
import type { Noise, SettledOptions } from '../options.js';
import { describePayment } from '../payments/describe-payment.js';
import { type OpenAmounts, type OtherEntry, otherEntries } from '../payments/other-entries.js';
import type { Payment } from '../payments/payment.js';
import { OpenItems } from '../ledger/open-items.js';
import { compareText } from '../order.js';
import { Random } from '../random.js';
import type { BankAccount, WorldInvoice, WorldTransaction } from '../world.js';

interface BookInput {
  readonly payments: readonly Payment[];
  readonly ledger: ReadonlyMap<string, WorldInvoice>;
  readonly options: SettledOptions;
  readonly account: BankAccount;
  readonly firstDay: number;
  readonly lastDay: number;
}

type Unbooked = Omit<WorldTransaction, 'reference' | 'entry'>;

/** Payments and all else that the bank books, in booking order, with the bank's references; some credits share an entry. */
export function bookTransactions({ payments, ledger, options, account, firstDay, lastDay }: BookInput): WorldTransaction[] {
  const random = new Random(`${options.seed}/texts`);
  const invoices = [...ledger.values()];
  const lastPaid = new Map<string, WorldInvoice>();
  const fromPayments = payments.map((payment, index) => {
    const earlier = lastPaid.get(payment.payer.customer.id) ?? null;
    if (payment.items.length > 0) lastPaid.set(payment.payer.customer.id, payment.items.at(-1)!);
    return booked(payment, options.noise, invoices, payment.items.includes(earlier!) ? null : earlier, account, random.fork(index));
  });
  const open = amountsOpen(ledger, fromPayments);
  const shown = payments.filter(({ day }) => day >= firstDay).length;
  const others = otherEntries({ payments: shown, firstDay, lastDay, noise: options.noise, home: options.home, open, random: random.fork('others') }).map((entry) => bookedOther(entry, account));
  const all = [...fromPayments, ...others].map((transaction, index) => ({ transaction, index }));
  const order = new Random(`${options.seed}/order`);
  const rank = all.map(() => order.bits());
  all.sort((a, b) => compareText(a.transaction.bookingDate, b.transaction.bookingDate) || rank[a.index]! - rank[b.index]!);
  return numbered(all.map(({ transaction }) => transaction), options, order.fork('batches'));
}

function booked(payment: Payment, shares: Noise, invoices: readonly WorldInvoice[], earlier: WorldInvoice | null, account: BankAccount, random: Random): Unbooked {
  const { unreferenced, noise, ...description } = describePayment({ payment, noise: shares, other: random.pick(invoices), earlier, random });
  const bookingDate = fromEpochDay(payment.day);
  const owners = [...new Set(payment.items.map(({ customerId }) => customerId))];
  return {
    bookingDate,
    valueDate: bookingDate,
    amountMinor: payment.receivedMinor,
    currency: account.currency,
    ...description,
    transactionCode: 'PMNT/RCDT/ESCT',
    returnReason: null,
    truth: {
      kind: payment.kind,
      noise: [...payment.noise, ...noise],
      habit: payment.payer.habit,
      unreferenced,
      customerId: owners.length === 1 ? owners[0]! : payment.payer.customer.id,
      allocations: payment.allocations,
      difference: payment.difference,
    },
  };
}

function bookedOther(entry: OtherEntry, account: BankAccount): Unbooked {
  const bookingDate = fromEpochDay(entry.day);
  return {
    bookingDate,
    valueDate: bookingDate,
    amountMinor: entry.amountMinor,
    currency: account.currency,
    counterpartyName: entry.counterpartyName,
    counterpartyIban: entry.counterpartyIban,
    endToEndId: null,
    remittanceLines: entry.text === '' ? [] : [entry.text],
    structuredReference: null,
    transactionCode: entry.transactionCode,
    returnReason: entry.returnReason,
    truth: { kind: `other:${entry.kind}`, noise: entry.kind === 'stranger' ? ['strangers'] : entry.amountMinor > 0n ? ['otherCredits'] : [], habit: '-', unreferenced: false, customerId: null, allocations: [], difference: null },
  };
}

function amountsOpen(ledger: ReadonlyMap<string, WorldInvoice>, transactions: readonly Unbooked[]): OpenAmounts {
  const open = new OpenItems(ledger, transactions);
  const invoices = [...ledger.values()].filter(({ kind }) => kind === 'invoice');
  return {
    someOpenAmount: (day, random) => {
      const date = fromEpochDay(day);
      for (let attempt = 0; attempt < 200 && invoices.length > 0; attempt += 1) {
        const invoice = random.pick(invoices);
        if (toEpochDay(invoice.issueDate) > day) continue;
        const openMinor = open.openMinor(invoice, date);
        if (openMinor > 0n) return openMinor;
      }
      return null;
    },
  };
}

/** Running references; consecutive credits of one day become a batch now and then, with a reference of its own. */
function numbered(transactions: readonly Unbooked[], { noise }: SettledOptions, random: Random): WorldTransaction[] {
  const result: WorldTransaction[] = [];
  let batch = { left: 0, entry: '', date: '' };
  for (const [index, transaction] of transactions.entries()) {
    const reference = `BK${String(index + 1).padStart(9, '0')}`;
    const single = transaction.amountMinor <= 0n || transaction.returnReason !== null || transaction.transactionCode !== 'PMNT/RCDT/ESCT';
    if (single || batch.date !== transaction.bookingDate) batch = { left: 0, entry: '', date: transaction.bookingDate };
    if (!single && batch.left === 0 && random.chance(noise.batches / 3)) {
      batch = { left: random.int(2, 6), entry: `BT${reference.slice(2)}`, date: transaction.bookingDate };
    }
    const entry = batch.left > 0 ? batch.entry : reference;
    if (batch.left > 0) batch.left -= 1;
    const truth = entry === reference ? transaction.truth : { ...transaction.truth, noise: [...transaction.truth.noise, 'batches' as const] };
    result.push({ reference, entry, ...transaction, truth });
  }
  return result;
}
