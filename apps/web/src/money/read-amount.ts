import { formatDecimal, parseDecimal } from '@lettrage/money';

/**
 * The wire's decimal string of what a person typed ("1 234,50", "1 234.5", "1.234,50", "-3"), or null where it is not an amount
 * or could be read in two ways ("1,234" in euros). `decimals` are the currency's; more of them than it has are refused.
 */
export function readAmount(typed: string, decimals: number): string | null {
  // Every space that people and Intl put between thousands: plain, no-break, narrow no-break; and the Swiss apostrophe.
  const text = typed.replace(/[\s\u00a0\u202f'’]/g, '').replace(/^\u2212/, '-');
  if (!/^-?\d[\d.,]*$/.test(text)) return null;
  const plain = withPoint(text, decimals);
  if (plain === null) return null;
  try {
    return formatDecimal(parseDecimal(plain, decimals), decimals);
  } catch {
    return null;
  }
}

/** The text with a point before the decimals and nothing between the thousands. */
function withPoint(text: string, decimals: number): string | null {
  const lastComma = text.lastIndexOf(',');
  const lastPoint = text.lastIndexOf('.');
  if (lastComma === -1 && lastPoint === -1) return text;
  const decimalSign = lastComma > lastPoint ? ',' : '.';
  const groupSign = decimalSign === ',' ? '.' : ',';
  const [whole = '', fraction = '', ...more] = text.split(decimalSign);
  if (more.length > 0) return grouped(text, decimalSign);
  if (whole.includes(groupSign)) {
    const plain = grouped(whole, groupSign);
    return plain === null ? null : `${plain}.${fraction}`;
  }
  if (fraction.length === 3 && decimals !== 3) return null;
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** Digits grouped by threes ("1.234.567") without their sign of grouping, or null where they are grouped otherwise. */
function grouped(text: string, sign: ',' | '.'): string | null {
  const [first = '', ...rest] = text.split(sign);
  return /^-?\d{1,3}$/.test(first) && rest.every((group) => /^\d{3}$/.test(group)) ? first + rest.join('') : null;
}
