import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { add, allocate, compare, currencies, formatDecimal, formatMoney, money, negate, parseDecimal, parseMoney, percentage, type Rounding, subtract, sum, zero } from './index.js';

const minor = fc.bigInt({ min: -999_999_999_999_999_999n, max: 999_999_999_999_999_999n });
const currency = fc.constantFrom(...currencies());
const amount = fc.tuple(minor, currency).map(([value, code]) => money(value, code));
const shares = fc.array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 20 }).filter((list) => list.some((share) => share > 0n));
const rounding = fc.constantFrom<Rounding>('half_up', 'half_even', 'down', 'up');
const decimals = fc.integer({ min: 0, max: 5 });

describe('laws of money', () => {
  it('reading undoes writing, in every currency', () => {
    fc.assert(fc.property(amount, (value) => compare(parseMoney(formatMoney(value), value.currency), value) === 0));
    fc.assert(fc.property(minor, decimals, (value, digits) => parseDecimal(formatDecimal(value, digits), digits) === value));
  });

  it('writing is what arithmetic on the text would give: the point is `decimals` from the right', () => {
    fc.assert(fc.property(minor, decimals, (value, digits) => BigInt(formatDecimal(value, digits).replace('.', '')) === value));
  });

  it('addition has an order that does not matter, an inverse and a zero', () => {
    fc.assert(fc.property(minor, minor, minor, currency, (a, b, c, code) => {
      const [x, y, z] = [money(a, code), money(b, code), money(c, code)];
      return compare(add(add(x, y), z), add(z, add(y, x))) === 0 && compare(subtract(add(x, y), y), x) === 0 && compare(add(x, negate(x)), zero(code)) === 0;
    }));
  });

  it('the parts add up to the whole, and each is within a minor unit of its share', () => {
    fc.assert(fc.property(amount, shares, (whole, list) => {
      const parts = allocate(whole, list);
      const total = list.reduce((a, b) => a + b, 0n);
      const near = parts.every((part, index) => {
        const off = part.minor * total - whole.minor * list[index]!;
        return off < total && off > -total;
      });
      return near && parts.length === list.length && compare(sum(parts, whole.currency), whole) === 0;
    }));
  });

  it('a share of nothing gets nothing, and a split of the negative is the negative of the split', () => {
    fc.assert(fc.property(amount, shares, (whole, list) => {
      const parts = allocate(whole, list);
      const mirrored = allocate(negate(whole), list);
      return parts.every((part, index) => (list[index] !== 0n || part.minor === 0n) && part.minor === -mirrored[index]!.minor);
    }));
  });

  it('a percentage is off by less than a minor unit, by at most half of one where the rule says half, and never past what its rule allows', () => {
    fc.assert(fc.property(minor, fc.bigInt({ min: 0n, max: 20_000n }), rounding, (value, basisPoints, rule) => {
      const off = percentage(money(value, 'EUR'), basisPoints, rule).minor * 10_000n - value * basisPoints;
      const outward = value < 0n ? -off : off;
      if (rule === 'down') return outward <= 0n && outward > -10_000n;
      if (rule === 'up') return outward >= 0n && outward < 10_000n;
      return outward <= 5000n && outward >= -5000n;
    }));
  });
});
