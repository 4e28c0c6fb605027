import { describe, it } from '@jest/globals';
import { fromEpochDay } from '@lettrage/calendar';
import fc from 'fast-check';
import { forecast, type ForecastItem } from './forecast.js';
import { PaymentBehaviour, type Settlement } from './payment-behaviour.js';

const asOfDay = 20_600;
const customerId = fc.constantFrom('A', 'B', 'C', 'D');
const amount = fc.bigInt({ min: 1n, max: 10_000_000_000n });

const settlement: fc.Arbitrary<Settlement> = fc
  .record({ customerId, issue: fc.integer({ min: 20_000, max: asOfDay - 5 }), terms: fc.integer({ min: 0, max: 75 }), wait: fc.integer({ min: 0, max: 200 }), openBefore: amount, part: fc.integer({ min: 1, max: 100 }), rest: fc.boolean(), credit: fc.boolean() })
  .map(({ customerId: id, issue, terms, wait, openBefore, part, rest, credit }) => {
    const sign = credit ? -1n : 1n;
    const paid = (openBefore * BigInt(part)) / 100n;
    return {
      customerId: id, issueDate: fromEpochDay(issue), dueDate: fromEpochDay(issue + terms), paidDate: fromEpochDay(issue + wait + 1),
      amountMinor: sign * (paid > 0n ? paid : 1n), openBeforeMinor: sign * openBefore, previousPaidDate: rest ? fromEpochDay(issue) : null,
    };
  });

const openItem: fc.Arbitrary<ForecastItem> = fc
  .record({ customerId, currency: fc.constantFrom('EUR', 'JPY'), issue: fc.integer({ min: 20_000, max: asOfDay + 20 }), terms: fc.integer({ min: 0, max: 75 }), open: amount, paidBefore: fc.boolean(), credit: fc.boolean() })
  .map(({ customerId: id, currency, issue, terms, open, paidBefore, credit }) => {
    const openMinor = credit ? -open : open;
    return { customerId: id, currency, issueDate: fromEpochDay(issue), dueDate: fromEpochDay(issue + terms), totalMinor: openMinor * 2n, openMinor, lastPaidDate: paidBefore ? fromEpochDay(Math.min(issue + 3, asOfDay - 1)) : null };
  });

const invoice = openItem.filter(({ openMinor }) => openMinor > 0n);
const settlements = fc.array(settlement, { maxLength: 60 });
const horizon = fc.integer({ min: 1, max: 120 });
const asOf = fromEpochDay(asOfDay);

function learned(known: readonly Settlement[]): PaymentBehaviour {
  const behaviour = new PaymentBehaviour();
  behaviour.learn(known);
  return behaviour;
}

const plain = (value: unknown): string => JSON.stringify(value, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v));

describe('every forecast', () => {
  it('never expects more than is open, on no day less than nothing, and keeps its low below its high', () => {
    fc.assert(
      fc.property(fc.array(invoice, { maxLength: 30 }), settlements, horizon, (openItems, known, days) => {
        const rows = forecast({ openItems, behaviour: learned(known), asOf, days });
        return ['EUR', 'JPY'].every((currency) => {
          const mine = rows.filter((row) => row.currency === currency);
          const open = openItems.filter((item) => item.currency === currency).reduce((sum, { openMinor }) => sum + openMinor, 0n);
          const expected = mine.reduce((sum, { expectedMinor }) => sum + expectedMinor, 0n);
          return (
            mine.length === (open > 0n ? days : 0) &&
            expected <= open &&
            mine.every(({ expectedMinor, lowMinor, highMinor }, index) => {
              const before = mine[index - 1];
              return expectedMinor >= 0n && lowMinor >= 0n && lowMinor <= highMinor && highMinor <= open && (!before || (before.lowMinor <= lowMinor && before.highMinor <= highMinor));
            })
          );
        });
      }),
    );
  });

  it('is the same whatever the order of items and of what was learned, and through JSON', () => {
    fc.assert(
      fc.property(fc.array(openItem, { maxLength: 20 }), settlements, horizon, (openItems, known, days) => {
        const one = forecast({ openItems, behaviour: learned(known), asOf, days });
        const other = forecast({ openItems: [...openItems].reverse(), behaviour: learned([...known].reverse()), asOf, days });
        const behaviour = PaymentBehaviour.fromJSON(JSON.parse(JSON.stringify(learned(known))) as ReturnType<PaymentBehaviour['toJSON']>);
        return plain(one) === plain(other) && plain(one) === plain(forecast({ openItems, behaviour, asOf, days }));
      }),
    );
  });

  it('does not change in its first days when it looks further', () => {
    fc.assert(
      fc.property(fc.array(openItem, { maxLength: 20 }), settlements, fc.integer({ min: 1, max: 60 }), (openItems, known, days) => {
        const near = forecast({ openItems, behaviour: learned(known), asOf, days });
        const far = forecast({ openItems, behaviour: learned(known), asOf, days: days + 31 });
        const until = near.at(-1)?.date ?? '';
        return plain(near) === plain(far.filter(({ date }) => date <= until));
      }),
    );
  });

  it('takes back by forgetting what it learned', () => {
    fc.assert(
      fc.property(fc.array(settlement, { maxLength: 12 }), fc.array(settlement, { maxLength: 12 }), (kept, undone) => {
        const behaviour = learned([...kept, ...undone]);
        behaviour.forget(undone);
        return plain(behaviour) === plain(learned(kept));
      }),
    );
  });
});
