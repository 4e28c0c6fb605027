export type DecimalSign = '.' | ',';

/** The digits of an amount as a decimal with a point, and its sign; null when the text is no amount. */
export interface LocalAmount {
  readonly decimal: string;
  readonly negative: boolean;
  /** The currency written beside the figures, if any. */
  readonly currency: string | null;
}

/** What banks write beside figures in place of a code. A crown is that of four countries, so that it names none. */
const signs: Readonly<Record<string, string | null>> = {
  '€': 'EUR', Eur: 'EUR', eur: 'EUR', euro: 'EUR', euros: 'EUR', Euro: 'EUR', '£': 'GBP', $: 'USD', kr: null, 'kr.': null, Kr: null, 'Kr.': null,
  Kč: 'CZK', KČ: 'CZK', zł: 'PLN', ZŁ: 'PLN', zl: 'PLN', Ft: 'HUF', FT: 'HUF', lei: 'RON', Lei: 'RON', лв: 'BGN', 'лв.': 'BGN',
  'Fr.': 'CHF', 'SFr.': 'CHF', 'sFr.': 'CHF', '₺': 'TRY', TL: 'TRY', '₴': 'UAH', '₽': 'RUB',
  US$: 'USD', CA$: 'CAD', C$: 'CAD', AU$: 'AUD', A$: 'AUD', NZ$: 'NZD', HK$: 'HKD', S$: 'SGD', R$: 'BRL', '¥': 'JPY', '￥': 'JPY', '₹': 'INR', '₩': 'KRW', '₪': 'ILS', '₱': 'PHP', '฿': 'THB',
};
const beside = `(?:[A-Z]{3}|${Object.keys(signs).toSorted((a, b) => b.length - a.length).map((sign) => sign.replace(/[.$]/g, '\\$&')).join('|')})?`;
const withBeside = new RegExp(`^(\\(?)([+\\-\u2212]?)(${beside})([+\\-\u2212]?)(\\d[\\d.,]*|[.,]\\d+)(${beside})([+\\-\u2212]?)(\\)?)$`);

const zero = 48;

/**
 * Signed minor units of an amount that is a sign, figures and at most `decimals` of them behind the usual decimal sign, as nearly all are; NaN for any
 * other text, which `readLocalAmount` may still read.
 */
export function plainMinor(text: string, usual: DecimalSign, decimals: number): number {
  const { length } = text;
  const first = text.charCodeAt(0);
  const isNegative = first === 45;
  let at = isNegative || first === 43 ? 1 : 0;
  // 15 figures and a sign fit a number exactly.
  if (at === length || length > 16) return Number.NaN;
  const sign = usual === ',' ? 44 : 46;
  let value = 0;
  let fraction = -1;
  for (const start = at; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code >= zero && code <= zero + 9) {
      value = value * 10 + code - zero;
      if (fraction >= 0) fraction++;
    } else if (code === sign && fraction < 0 && at > start) fraction = 0;
    else return Number.NaN;
  }
  if (fraction === 0 || fraction > decimals) return Number.NaN;
  for (let missing = decimals - Math.max(fraction, 0); missing > 0; missing--) value *= 10;
  if (value > Number.MAX_SAFE_INTEGER) return Number.NaN;
  return isNegative ? -value : value;
}

interface Bare {
  readonly figures: string;
  readonly negative: boolean;
  readonly currency: string | null;
}

/** Takes away what stands around the figures: sign before or after, parentheses, currency, spaces and apostrophes between groups. */
function bare(text: string): Bare | null {
  // Almost all amounts are figures already.
  if (/^-?\d+(?:[.,]\d+)?$/.test(text)) return text.charCodeAt(0) === 45 ? { figures: text.slice(1), negative: true, currency: null } : { figures: text, negative: false, currency: null };
  const compact = text.replace(/[\s\u00a0\u202f\u2009'’]+/g, '');
  // `0.80Dr`: which side of the account it stands on, in place of a sign.
  const side = /^([^-+\u2212()]*\d)(CR|DR|Cr|Dr)\.?$/.exec(compact);
  const match = withBeside.exec(side ? side[1]! : compact);
  if (!match) return null;
  if (side) return { figures: match[5]!, negative: /^D/i.test(side[2]!), currency: currencyOf(match[3]!, match[6]!) };
  const [, open, before, currencyBefore, between, figures, currencyAfter, after, close] = match as unknown as string[];
  const given = [before, between, after].filter((sign) => sign !== '');
  if ((open === '(') !== (close === ')') || given.length > 1 || (open === '(' && given.length > 0)) return null;
  return { figures: figures!, negative: open === '(' || (given.length === 1 && given[0] !== '+'), currency: currencyOf(currencyBefore!, currencyAfter!) };
}

function currencyOf(before: string, after: string): string | null {
  const currency = before === '' ? after : before;
  return currency === '' ? null : currency in signs ? signs[currency]! : currency;
}

/** What a cell says about the decimal sign: certain, or null when it would be an amount under either sign. */
export function decimalEvidence(text: string): DecimalSign | null {
  const figures = bare(text)?.figures;
  if (figures === undefined) return null;
  const point = figures.lastIndexOf('.');
  const comma = figures.lastIndexOf(',');
  if (point >= 0 && comma >= 0) return point > comma ? '.' : ',';
  const at = Math.max(point, comma);
  if (at < 0) return null;
  const sign = figures[at] as DecimalSign;
  // Twice the same sign separates thousands, so the other one is for decimals.
  if (figures.indexOf(sign) !== at) return sign === '.' ? ',' : '.';
  // Three figures after a single sign may be a thousand; a group never begins with zero and has at most three figures before it.
  return figures.length - at - 1 === 3 && /^[1-9]\d{0,2}$/.test(figures.slice(0, at)) ? null : sign;
}

/**
 * Reads an amount as people and banks print it: `1.234,56`, `1 234.56-`, `(12,50)`, `+ £1,100.00`. A cell that can be read in one
 * way only is read in that way; `usual` decides the rest. Null when it is no amount.
 */
export function readLocalAmount(text: string, usual: DecimalSign): LocalAmount | null {
  const parts = bare(text);
  if (!parts) return null;
  const decimal = asDecimal(parts.figures, decimalEvidence(parts.figures) ?? usual);
  return decimal === null ? null : { decimal, negative: parts.negative, currency: parts.currency };
}

const byPoint = /^\d{1,3}(?:\.\d{3})+$/;
/** In India the groups before the last thousand are of two figures: `1,20,543.75`. */
const byComma = /^(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})$/;

function asDecimal(figures: string, sign: DecimalSign): string | null {
  if (/^\d+$/.test(figures)) return figures;
  const at = figures.indexOf(sign);
  const whole = at < 0 ? figures : figures.slice(0, at);
  const fraction = at < 0 ? '' : figures.slice(at + 1);
  if (!/^\d*$/.test(fraction)) return null;
  if (/^\d+$/.test(whole)) return fraction === '' ? whole : `${whole}.${fraction}`;
  if (whole === '') return fraction === '' ? null : `0.${fraction}`;
  const group = sign === '.' ? ',' : '.';
  if (!(group === '.' ? byPoint : byComma).test(whole)) return null;
  const plain = whole.replaceAll(group, '');
  return fraction === '' ? plain : `${plain}.${fraction}`;
}
