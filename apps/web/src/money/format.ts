/** What a person reads: all through Intl, amounts straight from their decimal strings. */
export interface Formats {
  money: (amount: string, currency: string) => string;
  /** An amount whose currency stands elsewhere, such as in a table's heading. */
  amount: (amount: string, currency: string) => string;
  /** Short, for the axis of a chart. */
  compact: (value: number, currency: string) => string;
  /** A decimal string such as an exchange rate, with all of its digits. */
  rate: (value: string) => string;
  /** A count, or a decimal string such as a number of days. */
  number: (value: number | string) => string;
  /** 0.9987 is 99.8 %: cut, never rounded up to a certainty that nobody claims; what is under a percent is not nothing. */
  percent: (share: number) => string;
  /** A share that someone has set, to a hundredth of a percent. */
  finePercent: (share: number) => string;
  date: (date: string) => string;
  dayAndMonth: (date: string) => string;
  instant: (instant: string) => string;
  bytes: (bytes: number) => string;
  /** "a, b and c". */
  list: (parts: readonly string[]) => string;
}

const formatsByKey = new Map<string, Formats>();

/** The formats of a language, with instants in an IANA time zone. */
export function formatsOf(language: string, timeZone: string): Formats {
  const key = `${language} ${timeZone}`;
  const known = formatsByKey.get(key) ?? makeFormats(language === 'en' ? 'en-GB' : 'fr-FR', timeZone);
  formatsByKey.set(key, known);
  return known;
}

function makeFormats(locale: string, timeZone: string): Formats {
  const number = new Intl.NumberFormat(locale);
  const rate = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1, roundingMode: 'floor' });
  const finePercent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  // A calendar date has no zone: it is read and written in UTC, so that no zone can move it.
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const dayAndMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const instant = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return {
    money: (amount, currency) => moneyFormat(locale, currency, 'money').format(exact(amount)),
    amount: (amount, currency) => moneyFormat(locale, currency, 'amount').format(exact(amount)),
    compact: (value, currency) => moneyFormat(locale, currency, 'compact').format(value),
    rate: (value) => rate.format(exact(value)),
    number: (value) => number.format(typeof value === 'string' ? exact(value) : value),
    percent: (share) => (share > 0 && share < 0.01 ? `<\u00a0${percent.format(0.01)}` : percent.format(share)),
    finePercent: (share) => finePercent.format(share),
    date: (text) => date.format(new Date(`${text}T00:00:00Z`)),
    dayAndMonth: (text) => dayAndMonth.format(new Date(`${text}T00:00:00Z`)),
    instant: (text) => instant.format(new Date(text)),
    bytes: (bytes) => bytesFormat(locale, bytes),
    list: (parts) => list.format(parts),
  };
}

const moneyFormats = new Map<string, Intl.NumberFormat>();

function moneyFormat(locale: string, currency: string, style: 'money' | 'amount' | 'compact'): Intl.NumberFormat {
  const key = `${locale} ${currency} ${style}`;
  const known = moneyFormats.get(key);
  if (known) return known;
  const asMoney = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const decimals = asMoney.resolvedOptions().maximumFractionDigits ?? 2;
  const made = {
    money: () => asMoney,
    amount: () => new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
    compact: () => new Intl.NumberFormat(locale, { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1 }),
  }[style]();
  moneyFormats.set(key, made);
  return made;
}

/** Intl.NumberFormat takes a decimal string and keeps all of its digits (ECMA-402, Intl.NumberFormat v3). */
function exact(amount: string): `${number}` {
  return amount as `${number}`;
}

function bytesFormat(locale: string, bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return new Intl.NumberFormat(locale, { style: 'unit', unit: units[step], unitDisplay: step === 0 ? 'long' : 'short', maximumFractionDigits: 1 }).format(
    bytes / 1000 ** step,
  );
}
