import { addDays, type CalendarDate } from '@lettrage/calendar';
import { OpenItems } from './ledger/open-items.js';
import type { ForecastCase, World } from './world.js';

/**
 * What was known at the beginning of a day, and what then was settled of the items open on it: fees and discounts count as
 * received, overpayments and duplicates do not. The world must reach `days` beyond.
 */
export function forecastCase(world: World, asOf: CalendarDate, days: number): ForecastCase {
  const open = new OpenItems(world.ledger, world.transactions);
  const openItems = open.openOn(asOf, addDays(asOf, -1));
  const known = new Set(openItems.map(({ number }) => number));
  const historyFrom = world.history[0]?.bookingDate ?? asOf;
  const end = addDays(asOf, days);
  const received = new Map<CalendarDate, bigint>();
  for (const { bookingDate, truth } of world.transactions) {
    if (bookingDate < asOf || bookingDate >= end) continue;
    const onKnown = truth.allocations.reduce((sum, { invoice, amountMinor }) => (known.has(invoice) ? sum + amountMinor : sum), 0n);
    if (onKnown !== 0n) received.set(bookingDate, (received.get(bookingDate) ?? 0n) + onKnown);
  }
  return {
    asOf,
    days,
    openItems,
    history: world.transactions.filter(({ bookingDate, amountMinor }) => bookingDate >= historyFrom && bookingDate < asOf && amountMinor > 0n),
    receipts: [...received].sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, amountMinor]) => ({ date, amountMinor })),
  };
}
