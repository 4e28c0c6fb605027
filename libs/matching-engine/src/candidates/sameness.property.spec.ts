import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Directory } from '../books/directory.js';
import { itemRecord, type ItemRecord } from '../books/item-record.js';
import { SameTexts } from '../books/same-texts.js';
import { byIdentity, hashOf, identity, isSame, type Hypothesis } from './hypothesis.js';
import { twinHash } from './twins.js';

const directory = new Directory();
const currencies = new SameTexts();
// Some begin alike, and some like what stands for no items.
const items: ItemRecord[] = ['I', 'I1', 'I10', 'J1', 'duplicate', 'on'].map((id, index) =>
  itemRecord(
    {
      id, number: `FA-${index}`, customerId: `C${index % 2}`, kind: 'invoice', issueDate: '2026-10-01', dueDate: '2026-10-31', currency: 'EUR',
      totalMinor: BigInt(100 * (1 + (index % 3))), openMinor: BigInt(100 * (1 + (index % 3))), structuredReference: null, orderReference: null,
    },
    directory,
    currencies,
  ),
);

/** A set of the items in any order, each whole or in part; or no items at all. */
const hypothesis: fc.Arbitrary<Hypothesis> = fc
  .record({ chosen: fc.shuffledSubarray(items), part: fc.boolean(), customerId: fc.constantFrom('C0', 'C1', null), kind: fc.constantFrom('unlisted', 'on_account', 'duplicate') })
  .map(({ chosen, part, customerId, kind }) => ({
    kind: chosen.length > 0 ? 'items' : (kind as 'unlisted'),
    customerId, items: chosen, amounts: chosen.map((item, index) => (part && index === 0 ? item.open - 1 : item.open)),
    difference: null, amountKind: 0, amountLog: 0, origins: 0, chance: 0, paid: null, key: '',
  }));

describe('what numbers say of two hypotheses', () => {
  it('is what their texts say: the same allocation is the same, in any order of its items', () => {
    fc.assert(fc.property(hypothesis, hypothesis, (a, b) => {
      expect(isSame(a, b)).toBe(identity(a) === identity(b));
      if (isSame(a, b)) expect(hashOf(a)).toBe(hashOf(b));
    }), { numRuns: 2000 });
  });

  it('puts them in the order of their texts', () => {
    fc.assert(fc.property(hypothesis, hypothesis, (a, b) => {
      if (identity(a) !== identity(b)) expect(byIdentity({ ...a, key: '' }, { ...b, key: '' }) < 0).toBe(identity(a) < identity(b));
    }), { numRuns: 2000 });
  });

  it('never tells twins apart', () => {
    const look = ({ items: of, amounts }: Hypothesis): string => of.map((item, index) => `${item.customerId}:${item.open}=${amounts[index]}`).sort().join('|');
    fc.assert(fc.property(hypothesis, hypothesis, (a, b) => {
      if (look(a) === look(b)) expect(twinHash(a)).toBe(twinHash(b));
      expect(twinHash(a)).not.toBe(0);
    }), { numRuns: 2000 });
  });
});
