import { describe, it } from '@jest/globals';
import { fromEpochDay } from '@lettrage/calendar';
import fc from 'fast-check';
import { agedBalance, agedTotals, type AgeingBucket, bucketOf } from './aged-balance.js';

const currency = fc.constantFrom('EUR', 'USD');
const customerId = fc.constantFrom('A', 'B', 'C');
const date = fc.integer({ min: 20_000, max: 20_400 }).map(fromEpochDay);
const item = fc.record({ customerId, currency, dueDate: date, openMinor: fc.bigInt({ min: -1_000_000n, max: 1_000_000_000_000n }) });
const cash = fc.record({ customerId, currency, amountMinor: fc.bigInt({ min: 0n, max: 1_000_000n }) });
const buckets: AgeingBucket[] = ['not_due', 'd0_30', 'd31_60', 'd61_90', 'd91_plus'];

describe('the aged balance', () => {
  it('adds up to open items less unapplied cash, per customer and currency, and each row across its columns', () => {
    fc.assert(
      fc.property(fc.array(item), fc.array(cash), date, (items, unapplied, asOf) => {
        const rows = agedBalance(items, unapplied, asOf);
        for (const id of ['A', 'B', 'C']) {
          for (const code of ['EUR', 'USD']) {
            const mine = (of: { customerId: string; currency: string }): boolean => of.customerId === id && of.currency === code;
            const owed = items.filter(mine).reduce((sum, { openMinor }) => sum + openMinor, 0n) - unapplied.filter(mine).reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
            const row = rows.filter(mine);
            if (row.length > 1 || (row[0]?.minor.total ?? 0n) !== owed) return false;
          }
        }
        return rows.every(({ minor }) => buckets.reduce((sum, bucket) => sum + minor[bucket], minor.unapplied) === minor.total);
      }),
    );
  });

  it('does not depend on the order of items, and its totals are the sums of its rows', () => {
    fc.assert(
      fc.property(fc.array(item), date, (items, asOf) => {
        const rows = agedBalance(items, [], asOf);
        const again = agedBalance([...items].reverse(), [], asOf);
        const plain = (value: unknown): string => JSON.stringify(value, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v));
        const totals = agedTotals(rows);
        const eur = rows.filter((row) => row.currency === 'EUR').reduce((sum, { minor }) => sum + minor.d31_60, 0n);
        return plain(rows) === plain(again) && (totals.find((total) => total.currency === 'EUR')?.minor.d31_60 ?? 0n) === eur;
      }),
    );
  });

  it('never moves an item to a younger bucket as days pass', () => {
    fc.assert(
      fc.property(date, date, date, (due, one, other) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        return buckets.indexOf(bucketOf(due, earlier)) <= buckets.indexOf(bucketOf(due, later));
      }),
    );
  });
});
