import { z } from 'zod';
import { defineEvent } from '../contract.js';
import { topics } from '../topics.js';
import { calendarDate, currency, decimal } from '../wire.js';

export const agedTotals = z.object({ currency, notDue: decimal, d0to30: decimal, d31to60: decimal, d61to90: decimal, d91plus: decimal, unapplied: decimal, total: decimal });
export type AgedTotals = z.infer<typeof agedTotals>;

export const agedBalanceChanged = defineEvent({
  name: 'cash.aged-balance-changed.v1',
  topic: topics.figures,
  schema: z.object({ asOf: calendarDate, totals: z.array(agedTotals) }),
  firedWhen: 'open items or allocations have moved the aged balance',
  sample: { asOf: '2026-11-21', totals: [{ currency: 'EUR', notDue: '100.00', d0to30: '20.00', d31to60: '0.00', d61to90: '0.00', d91plus: '3.50', unapplied: '-10.00', total: '113.50' }] },
});

export const forecastChanged = defineEvent({
  name: 'cash.forecast-changed.v1',
  topic: topics.figures,
  schema: z.object({ asOf: calendarDate, horizons: z.array(z.object({ currency, days: z.int(), expected: decimal, low: decimal, high: decimal })) }),
  firedWhen: 'the forecast has been computed anew after open items, allocations or payment behaviour changed',
  sample: { asOf: '2026-11-21', horizons: [{ currency: 'EUR', days: 28, expected: '12000.00', low: '9000.00', high: '15000.00' }] },
});
