import { describe, expect, it } from '@jest/globals';
import { ItemBook } from './books/item-book.js';
import type { ItemRecord } from './books/item-record.js';
import { decisionOrder, type Claim } from './decision-order.js';
import { invoice } from './specs/scenario.js';

const book = new ItemBook();
for (const number of ['F-1', 'F-2']) book.put(invoice(number, 'C1', '10.00'));
const [one, two] = [book.get('F-1')!, book.get('F-2')!];

function claim(probability: number, ...items: ItemRecord[]): Claim {
  return { probability, items, named: [] };
}

describe('the order of decisions', () => {
  it.each<[string, readonly (Claim | null)[], readonly number[]]>([
    ['sure ones first', [claim(0.9, one), claim(0.999, two)], [1, 0]],
    ['but after all earlier ones on the same item', [claim(0.6, one), claim(0.7, two), claim(0.8, one), null, claim(0.9, one), claim(0.999, one)], [0, 2, 4, 5, 1, 3]],
    ['and not after later ones', [claim(0.999, one), claim(0.9, one), claim(0.999, two)], [0, 2, 1]],
    ['nor after unlikely ones', [claim(0.4, one), claim(0.999, one)], [1, 0]],
    ['of several items those of each', [claim(0.6, two), claim(0.6, one), claim(0.6, two), claim(0.999, one, two)], [1, 0, 2, 3]],
  ])('%s', (_, claims, order) => {
    expect(decisionOrder(claims)).toEqual(order);
  });
});
