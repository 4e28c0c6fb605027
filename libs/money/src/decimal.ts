import { minorUnits } from './currencies.js';
import { type Money } from './money.js';
import { MoneyError } from './money-error.js';

// ISO 20022 ActiveOrHistoricCurrencyAndAmount has at most 18 digits; PostgreSQL's bigint holds 18 full ones.
const largestMinor = 999_999_999_999_999_999n;

/**
 * Minor units of a plain decimal string: "12.50", "-3"; ".5", "1e3" and "1,5" are refused. Zeros past the currency's decimals are accepted
 * ("12.500" EUR), other digits there are not. Throws `not_a_decimal`, `too_many_decimals` or `too_large`.
 */
export function parseDecimal(text: string, decimals: number): bigint {
  const match = /^([+-]?)(\d{1,30})(?:\.(\d{1,20}))?$/.exec(text);
  if (!match) throw new MoneyError('not_a_decimal', `"${text.slice(0, 40)}" is not a decimal amount such as 1234.50`, { quoted: text.slice(0, 40) });
  const fraction = match[3] ?? '';
  if (/[1-9]/.test(fraction.slice(decimals))) throw new MoneyError('too_many_decimals', `"${text}" has more than ${decimals} decimals`, { quoted: text, decimals: String(decimals) });
  const minor = BigInt(match[2]! + fraction.slice(0, decimals).padEnd(decimals, '0'));
  if (minor > largestMinor) throw new MoneyError('too_large', `"${text}" has more than 18 digits`, { quoted: text });
  return match[1] === '-' ? -minor : minor;
}

/** The decimal string of minor units, always with all decimals: 1250n with 2 is "12.50". */
export function formatDecimal(minor: bigint, decimals: number): string {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(decimals + 1, '0');
  const sign = minor < 0n ? '-' : '';
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The wire form of an amount to `Money`: a decimal string and an ISO 4217 code. */
export function parseMoney(text: string, currency: string): Money {
  return { minor: parseDecimal(text, minorUnits(currency)), currency };
}

/** `Money` to the decimal string of the wire; the currency travels beside it. */
export function formatMoney(amount: Money): string {
  return formatDecimal(amount.minor, minorUnits(amount.currency));
}
