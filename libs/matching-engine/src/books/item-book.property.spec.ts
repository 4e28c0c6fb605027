import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatDecimal } from '@lettrage/money';
import type { OpenItem } from '../border.js';
import { invoice } from '../specs/scenario.js';
import { ItemBook } from './item-book.js';
import type { ItemRecord } from './item-record.js';

/** More than are kept as a list, where all of them share a number. */
const ids = 60;

interface Facts {
  readonly form: number;
  readonly open: number;
}

// Few numbers, customers and references, so that many items share them; of two forms of an item, one may be a correction of the other.
function itemOf(id: number, { form, open }: Facts): OpenItem {
  const references = { orderReference: form & 1 ? 'PO7000' : null, structuredReference: form & 2 ? 'RF187000' : null };
  return { ...invoice(`FA${id % 50}-7`, `C${id % 3}`, formatDecimal(BigInt(open), 2), { ...references, total: '0.03', dueDate: `2026-10-1${id % 9}` }), id: `I${id}` };
}

const steps = fc.array(fc.record({ id: fc.nat(ids - 1), form: fc.nat(3), open: fc.nat(3), takes: fc.boolean(), whole: fc.boolean() }), { maxLength: 400 });

function idsOf(items: Iterable<ItemRecord>): string[] {
  return [...items].map(({ id }) => id);
}

/** What a book says of its items, by everything that they are asked for by. */
function told(book: ItemBook): unknown {
  const limits = [1, 24, Infinity];
  return {
    all: idsOf(book.all()),
    open: Array.from({ length: ids }, (_, id) => book.get(`I${id}`)?.open),
    byKey: Array.from({ length: 50 }, (_, number) => limits.map((limit) => idsOf(book.byKey.get(`FA${number}7`, limit)))),
    byTail: limits.map((limit) => idsOf(book.byTail.get(7, limit))),
    byOrder: limits.map((limit) => idsOf(book.byOrder.get('PO7000', limit))),
    byStructured: limits.map((limit) => idsOf(book.byStructured.get('RF187000', limit))),
    byAmount: [1, 2, 3].map((open) => [book.byAmount.count(open), ...limits.map((limit) => idsOf(book.byAmount.get(open, limit)).sort())]),
    ofCustomers: ['C0', 'C1', 'C2'].map((customer) => idsOf(book.ofCustomer(customer))),
  };
}

function bookOf(items: ReadonlyMap<number, Facts>): ItemBook {
  const book = new ItemBook();
  for (const [id, facts] of items) book.put(itemOf(id, facts));
  return book;
}

describe('a book of items', () => {
  it('says the same after any puts and takes as one that was given only what is left, and what it handed out stays as it was', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const left = new Map(Array.from({ length: ids }, (_, id): [number, Facts] => [id, { form: 3, open: 2 }]));
        const book = bookOf(left);
        for (const { id, form, open, takes, whole } of taken) {
          const before = left.get(id);
          const handedOut = [book.byTail.get(7, Infinity), book.byKey.get(`FA${id % 50}7`, Infinity)];
          const copies = handedOut.map((list) => [...list]);
          if (!takes) {
            expect(book.put(itemOf(id, { form, open }))).toBe(before ? before.form !== form || before.open !== open : open > 0);
            // What is corrected comes anew; where only more or less is open of it, it keeps its place.
            if (open === 0 || before?.form !== form) left.delete(id);
            if (open > 0) left.set(id, { form, open });
          } else if (before) {
            const amount = whole ? before.open : 1;
            book.take(book.get(`I${id}`)!, amount);
            if (amount === before.open) left.delete(id);
            else left.set(id, { ...before, open: before.open - amount });
          }
          expect(handedOut).toEqual(copies);
        }
        expect(told(book)).toEqual(told(bookOf(left)));
      }),
    );
  });

  it('holds an item once that was taken and is put in again as it was', () => {
    fc.assert(
      fc.property(fc.subarray(Array.from({ length: ids }, (_, id) => id)), fc.nat(3), (again, form) => {
        const others = Array.from({ length: ids }, (_, id) => id).filter((id) => !again.includes(id));
        const put = (book: ItemBook, items: readonly number[]) => items.forEach((id) => book.put(itemOf(id, { form, open: 2 })));
        const [book, fresh] = [new ItemBook(), new ItemBook()];
        put(book, [...again, ...others]);
        put(fresh, [...others, ...again]);
        const taken = again.map((id) => book.get(`I${id}`)!);
        for (const item of taken) book.take(item, 2);
        for (const item of taken) {
          item.open = 2;
          book.insert(item);
        }
        expect(told(book)).toEqual(told(fresh));
      }),
    );
  });

  it('keeps nothing of an item, taken or not, once it is said that nothing is open on it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(ids - 1)), fc.nat(3), fc.func(fc.boolean()), (items, form, isTaken) => {
        const book = bookOf(new Map(items.map((id) => [id, { form, open: 2 }])));
        for (const id of items) if (isTaken(id)) book.take(book.get(`I${id}`)!, 2);
        told(book);
        for (const id of items) expect(book.put(itemOf(id, { form, open: 0 }))).toBe(!isTaken(id));
        const indexes = [book.byKey, book.byTail, book.byOrder, book.byStructured, book.byAmount].map((postings) => postings['entries'].size);
        expect([book['byId'].size, ...indexes]).toEqual([0, 0, 0, 0, 0, 0]);
      }),
    );
  });
});
