import { minorUnits } from './currencies.js';
import { MoneyError } from './money-error.js';

/** An amount in the currency's minor units (cents of a euro, yen, fils of a dinar). */
export interface Money {
  readonly minor: bigint;
  readonly currency: string;
}

/** How a fraction of a minor unit becomes a whole one, by its absolute value: `up` is away from zero, `half_up` too. There is no default: the caller names the rule. */
export type Rounding = 'half_up' | 'half_even' | 'down' | 'up';

/** Builds an amount; refuses a code that ISO 4217 does not know. */
export function money(minor: bigint, currency: string): Money {
  minorUnits(currency);
  return { minor, currency };
}

/** Nothing, in a currency. */
export function zero(currency: string): Money {
  return money(0n, currency);
}

/** Refuses two currencies, as `subtract` and `compare` do. */
export function add(a: Money, b: Money): Money {
  return { minor: a.minor + sameCurrency(a, b).minor, currency: a.currency };
}

export function subtract(a: Money, b: Money): Money {
  return { minor: a.minor - sameCurrency(a, b).minor, currency: a.currency };
}

export function negate(a: Money): Money {
  return { minor: -a.minor, currency: a.currency };
}

export function absolute(a: Money): Money {
  return a.minor < 0n ? negate(a) : a;
}

/** -1, 0 or 1; refuses two currencies. */
export function compare(a: Money, b: Money): -1 | 0 | 1 {
  const { minor } = sameCurrency(a, b);
  return a.minor < minor ? -1 : a.minor > minor ? 1 : 0;
}

export function isZero(a: Money): boolean {
  return a.minor === 0n;
}

/** Sum of amounts of one currency; the currency is named so that an empty list has one. */
export function sum(amounts: Iterable<Money>, currency: string): Money {
  let total = zero(currency);
  for (const amount of amounts) total = add(total, amount);
  return total;
}

/**
 * Splits an amount by whole-number shares so that the parts add up to it exactly; what does not divide goes, a minor unit
 * each, to the largest remainders, the earlier share first. Shares must be non-negative and not all zero.
 */
export function allocate(amount: Money, shares: readonly bigint[]): Money[] {
  const total = shares.reduce((a, b) => a + b, 0n);
  if (shares.some((share) => share < 0n) || total === 0n) throw new MoneyError('invalid_shares', 'shares must be non-negative and not all zero');
  const sign = amount.minor < 0n ? -1n : 1n;
  const whole = amount.minor * sign;
  const parts = shares.map((share) => (whole * share) / total);
  let left = whole - parts.reduce((a, b) => a + b, 0n);
  const byRemainder = shares.map((share, index) => ({ index, remainder: (whole * share) % total })).sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder) {
    if (left === 0n) break;
    parts[index] = parts[index]! + 1n;
    left -= 1n;
  }
  return parts.map((part) => ({ minor: part * sign, currency: amount.currency }));
}

/** `basisPoints` hundredths of a percent of the amount (2.5 % is 250n), rounded by the named rule. */
export function percentage(amount: Money, basisPoints: bigint, rounding: Rounding): Money {
  return { minor: divide(amount.minor * basisPoints, 10_000n, rounding), currency: amount.currency };
}

function divide(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const sign = numerator < 0n !== denominator < 0n ? -1n : 1n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const quotient = n / d;
  const twice = (n % d) * 2n;
  const away: Record<Rounding, boolean> = {
    down: false,
    up: twice > 0n,
    half_up: twice >= d,
    half_even: twice > d || (twice === d && quotient % 2n === 1n),
  };
  return sign * (away[rounding] ? quotient + 1n : quotient);
}

function sameCurrency(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new MoneyError('currency_mismatch', `${a.currency} and ${b.currency} do not mix`, { one: a.currency, other: b.currency });
  return b;
}
