import { daysBetween } from '@lettrage/calendar';
import { type DifferenceKind, type matchingHttp } from '@lettrage/contracts';
import { type PayerKind, payerKey } from './forgotten-payers.js';

/** A confirmed payment of one customer, from before or from here. */
export interface ConfirmedPayment {
  readonly bookingDate: string;
  readonly counterpartyName: string | null;
  readonly counterpartyIban: string | null;
  readonly remittance: string;
  readonly structuredReferences: readonly string[];
  readonly endToEndId: string | null;
  readonly items: readonly { readonly number: string; readonly dueDate: string }[];
  readonly difference: DifferenceKind | null;
}

export interface Forgotten {
  readonly kind: PayerKind;
  readonly key: string;
  readonly value: string;
}

type Learning = Omit<matchingHttp.CustomerLearning, 'customerId' | 'rejections'>;

/** Fewer digits at a number's end say little. */
const leastTail = 3;

/** What confirmed payments tell of a customer, as the engine hears it. */
export function learningOf(payments: readonly ConfirmedPayment[], forgotten: readonly Forgotten[]): Learning {
  const differences = Map.groupBy(payments.flatMap(({ difference }) => difference ?? []), (kind) => kind);
  const references = { whole: 0, tail: 0, none: 0 };
  for (const payment of payments) if (payment.items.length > 0) references[referenceOf(payment)] += 1;
  return {
    payments: payments.length,
    payers: payersOf(payments, forgotten),
    delay: delayOf(payments),
    references,
    grouping: { severalItems: payments.filter(({ items }) => items.length > 1).length, mostItems: Math.max(0, ...payments.map(({ items }) => items.length)) },
    differences: [...differences].map(([kind, of]) => ({ kind, payments: of.length })).sort((a, b) => b.payments - a.payments || (a.kind < b.kind ? -1 : 1)),
  };
}

/** Names and IBANs that paid, as they were written last, with those that shall be forgotten. */
function payersOf(payments: readonly ConfirmedPayment[], forgotten: readonly Forgotten[]): matchingHttp.LearnedPayer[] {
  const seen = payments.flatMap(({ counterpartyName, counterpartyIban, bookingDate }) => {
    const of = (kind: PayerKind, value: string | null) => (value?.trim() ? [{ kind, value, key: payerKey(kind, value), bookingDate }] : []);
    return [...of('name', counterpartyName), ...of('iban', counterpartyIban)];
  });
  const known = new Map<string, matchingHttp.LearnedPayer>();
  for (const { kind, key, value } of forgotten) known.set(key, { kind, value, payments: 0, firstSeen: null, lastSeen: null, forgotten: true });
  for (const [key, of] of Map.groupBy(seen, (one) => one.key)) {
    const days = of.map(({ bookingDate }) => bookingDate).sort();
    const last = of.find(({ bookingDate }) => bookingDate === days.at(-1))!;
    known.set(key, { kind: last.kind, value: last.value, payments: of.length, firstSeen: days[0]!, lastSeen: days.at(-1)!, forgotten: known.has(key) });
  }
  return [...known.values()].sort((a, b) => b.payments - a.payments || (a.kind + a.value < b.kind + b.value ? -1 : 1));
}

function delayOf(payments: readonly ConfirmedPayment[]): Learning['delay'] {
  const inOrder = payments.toSorted((a, b) => (a.bookingDate < b.bookingDate ? -1 : a.bookingDate > b.bookingDate ? 1 : 0));
  const days = inOrder.flatMap(({ bookingDate, items }) => items.map(({ dueDate }) => daysBetween(dueDate, bookingDate)));
  if (days.length === 0) return null;
  const sorted = days.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  const mean = Math.round((days.reduce((sum, one) => sum + one, 0) / days.length) * 10) / 10;
  return { meanDays: mean, medianDays: median, lastDays: days.at(-1)! };
}

/** How a payment names what it pays: one of its items is enough. */
function referenceOf({ remittance, structuredReferences, endToEndId, items }: ConfirmedPayment): keyof Learning['references'] {
  const plain = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const text = plain(remittance);
  if (structuredReferences.length > 0 || items.some(({ number }) => text.includes(plain(number)) || (endToEndId !== null && plain(endToEndId) === plain(number)))) return 'whole';
  const runs = new Set((remittance.match(/\d+/g) ?? []).map((run) => run.replace(/^0+/, '')));
  const tails = items.map(({ number }) => (/\d+$/.exec(number)?.[0] ?? '').replace(/^0+/, ''));
  return tails.some((tail) => tail.length >= leastTail && runs.has(tail)) ? 'tail' : 'none';
}
