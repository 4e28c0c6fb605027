import { z } from 'zod';
import { agedTotals } from '../events/cash.js';
import { calendarDate, currency, decimal, id } from '../wire.js';
import { page, pageQuery } from './paging.js';

export const agedBalanceQuery = pageQuery.extend({ asOf: calendarDate.optional(), currency: currency.optional(), search: z.string().trim().max(100).optional() });
export const agedBalanceRow = agedTotals.extend({ customerId: id, customerNumber: z.string(), customerName: z.string() });
export type AgedBalanceRow = z.infer<typeof agedBalanceRow>;
/** A page of customers, with the totals of all of them and the receipts whose payer is not known yet. */
export const agedBalance = page(agedBalanceRow).extend({
  asOf: calendarDate,
  totals: z.array(agedTotals),
  unidentified: z.array(z.object({ currency, amount: decimal, transactions: z.int() })),
});
export type AgedBalance = z.infer<typeof agedBalance>;

export const forecastQuery = z.strictObject({ days: z.coerce.number().int().min(1).max(365).default(90), currency: currency.optional() });
/** `expected` is the day's inflow; `low` and `high` bound the cumulative inflow since the as-of date with 80 % coverage. */
export const forecastDay = z.object({ date: calendarDate, currency, expected: decimal, cumulative: decimal, low: decimal, high: decimal });
export type ForecastDay = z.infer<typeof forecastDay>;
export const forecast = z.object({ asOf: calendarDate, days: z.array(forecastDay) });
export type Forecast = z.infer<typeof forecast>;

export const dso = z.object({ asOf: calendarDate, items: z.array(z.object({ currency, countBackDays: decimal.nullable() })) });
