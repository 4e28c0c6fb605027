import { weekdayOf } from './booking-days.js';
import { type PaymentBehaviour, type PaymentRecord, rememberedPayments } from './payment-behaviour.js';

/** The open life of an item as far as it is known: the days on which it could have been paid, and whether it was on the last. */
export interface Lifetime {
  readonly customerId: string;
  /** The day that lateness is counted from. */
  readonly anchorDay: number;
  readonly termsDays: number;
  /** First and last day at risk. */
  readonly firstDay: number;
  readonly lastDay: number;
  readonly paid: boolean;
  /** Old payments count for less. */
  readonly weight: number;
}

/** Half as much after this many days: habits change, but slowly. */
const halfLifeDays = 1000;
/** What lies further back teaches nothing about today. */
const longestMemoryDays = 1096;

/** An item that is open on the forecast's first day, in epoch days. */
export interface OpenLife {
  readonly customerId: string;
  readonly issueDay: number;
  readonly dueDay: number;
  readonly lastPaidDay: number | null;
  readonly credit: boolean;
}

/** What past and present items say: first payments, remainders of items paid in part, and credit notes are different things. */
export interface Lifetimes {
  readonly invoices: readonly Lifetime[];
  /** Counted from the payment before instead of the due date. */
  readonly remainders: readonly Lifetime[];
  /** Credit notes, counted from their issue: they wait for the next payment, not for a date. */
  readonly credits: readonly Lifetime[];
  readonly paymentsOfWeekday: readonly number[];
  /** Mean share of what is open that a payment brings. */
  readonly meanShare: number;
}

/**
 * Paid items are complete; open ones are known not to have been paid before `asOfDay`. An item enters when it could first have
 * been seen paid: at its issue, or where the memory begins (left truncation), else late payers would look too common.
 */
export function lifetimesOf(behaviour: PaymentBehaviour, open: readonly OpenLife[], asOfDay: number): Lifetimes {
  const invoices: Lifetime[] = [];
  const remainders: Lifetime[] = [];
  const credits: Lifetime[] = [];
  const paymentsOfWeekday = [0, 0, 0, 0, 0, 0, 0];
  let shares = 0;
  const memory = memoryStart(behaviour, asOfDay);
  const kindOf = (credit: boolean, remainder: boolean): Lifetime[] => (credit ? credits : remainder ? remainders : invoices);
  for (const customerId of behaviour.customers()) {
    const payments = behaviour.paymentsOf(customerId);
    for (const payment of payments) {
      if (payment.paidDay >= asOfDay || payment.paidDay < asOfDay - longestMemoryDays) continue;
      paymentsOfWeekday[weekdayOf(payment.paidDay)]! += 1;
      const remainder = payment.previousPaidDay !== null;
      if (!remainder && payment.shareBasisPoints > 0) shares += payment.shareBasisPoints / 10_000;
      const weight = 0.5 ** ((asOfDay - payment.paidDay) / halfLifeDays);
      kindOf(payment.shareBasisPoints < 0, remainder).push(past(customerId, payment, memory(payments), weight));
    }
  }
  const meanShare = (shares + 19.5) / (invoices.length + 20);
  for (const life of open) {
    const begins = life.lastPaidDay === null ? life.issueDay : life.lastPaidDay + 1;
    const firstDay = Math.max(begins, memory(behaviour.paymentsOf(life.customerId)));
    if (firstDay >= asOfDay) continue;
    const { customerId, issueDay, dueDay } = life;
    const termsDays = dueDay - issueDay;
    kindOf(life.credit, life.lastPaidDay !== null).push({ customerId, anchorDay: anchorOf(life), termsDays, firstDay, lastDay: asOfDay - 1, paid: false, weight: 1 });
  }
  return { invoices, remainders, credits, paymentsOfWeekday, meanShare };
}

/** The day from which an item's lateness is counted: the last payment, a credit note's issue, or the due date. */
export function anchorOf({ credit, issueDay, dueDay, lastPaidDay }: OpenLife): number {
  return credit ? issueDay : (lastPaidDay ?? dueDay);
}

function past(customerId: string, payment: PaymentRecord, memoryDay: number, weight: number): Lifetime {
  const { paidDay, dueDay, issueDay, previousPaidDay, shareBasisPoints } = payment;
  const begins = previousPaidDay === null ? issueDay : previousPaidDay + 1;
  return {
    customerId,
    anchorDay: shareBasisPoints < 0 ? issueDay : (previousPaidDay ?? dueDay),
    termsDays: dueDay - issueDay,
    firstDay: Math.min(paidDay, Math.max(begins, memoryDay)),
    lastDay: paidDay,
    paid: true,
    weight,
  };
}

/** The day from which a customer's payments are remembered: its own oldest where the memory is full, else the oldest of all. */
function memoryStart(behaviour: PaymentBehaviour, asOfDay: number): (payments: readonly PaymentRecord[]) => number {
  const limit = asOfDay - longestMemoryDays;
  let oldest = asOfDay;
  for (const customerId of behaviour.customers()) {
    const first = behaviour.paymentsOf(customerId).find(({ paidDay }) => paidDay >= limit);
    if (first !== undefined && first.paidDay < oldest) oldest = first.paidDay;
  }
  return (payments) => (payments.length >= rememberedPayments ? Math.max(oldest, payments[0]!.paidDay) : oldest);
}
