import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Directory } from '../books/directory.js';
import { weightOf } from './decay.js';
import { nobody, PayerHabits } from './payer-habits.js';

const paid = fc.record({ name: fc.nat(4), iban: fc.option(fc.nat(3)), customer: fc.option(fc.nat(5)), day: fc.nat({ max: 400 }).map((day) => 20_300 + day) });

/** What was paid for under each name: sums by customer id, in the order in which they came. */
function sumsByName(payments: readonly { name: number; customer: number | null; day: number }[]): Map<string, Map<string, number>> {
  const names = new Map<string, Map<string, number>>();
  for (const { name, customer, day } of payments) {
    const sums = names.get(`N${name}`) ?? new Map<string, number>();
    const id = customer === null ? '' : `C${customer}`;
    names.set(`N${name}`, sums.set(id, (sums.get(id) ?? 0) + weightOf(day)));
  }
  return names;
}

describe('what payers have paid', () => {
  it('is counted by name and customer in the order in which it came, and is the same after it was stored', () => {
    fc.assert(
      fc.property(fc.array(paid, { maxLength: 200 }), (payments) => {
        const directory = new Directory();
        const habits = new PayerHabits(directory);
        for (const { name, iban, customer, day } of payments) habits.learn([`N${name}`], iban === null ? null : `I${iban}`, customer === null ? null : `C${customer}`, day);
        const model = sumsByName(payments);
        expect(habits.dump().names).toEqual([...model].map(([name, sums]) => [name, [...sums]]));
        for (const [name, sums] of model) {
          const { places, sums: found } = habits.ofName(name)!;
          expect(places.map((place) => (place === nobody ? '' : directory.idAt(place)))).toEqual([...sums.keys()]);
          expect(found).toEqual([...sums.values()]);
        }
        expect(habits.ofName('N9')).toBeUndefined();
        const again = new PayerHabits(new Directory());
        again.load(habits.dump());
        expect(again.dump()).toEqual(habits.dump());
      }),
    );
  });
});
