import { type CalendarDate, isDate } from '@lettrage/calendar';
import { type Money, minorUnits, parseDecimal, formatDecimal } from '@lettrage/money';

export const recordLength = 120;

// The last character carries the last digit and the sign (CFONB 120, "zone de montant"): `{` is +0, `A` +1, `}` is -0, `J` -1.
const positive = '{ABCDEFGHI';
const negative = '}JKLMNOPQR';

/** Minor units of a 14-character amount field, with the number of decimals that the record says; null when it is none. */
export function overpunched(field: string, decimals: number, currency: string): Money | null {
  const written = field[field.length - 1] ?? '';
  // In the French EBCDIC (code page 297) the braces are these letters, and some conversions leave them.
  const last = written === 'é' ? '{' : written === 'è' ? '}' : written;
  const sign = positive.includes(last) ? 1n : negative.includes(last) ? -1n : /\d/.test(last) ? 1n : null;
  if (sign === null) return null;
  const digits = field.slice(0, -1).trim() + String(/\d/.test(last) ? last : Math.max(positive.indexOf(last), negative.indexOf(last)));
  if (!/^\d+$/.test(digits)) return null;
  return { minor: sign * parseDecimal(formatDecimal(BigInt(digits), decimals), minorUnits(currency)), currency };
}

/** `DDMMYY`; two-digit years are of this century from 1980 on. Null for blanks and zeros. */
export function recordDate(field: string): CalendarDate | null {
  const year = Number(field.slice(4, 6));
  const date = `${year < 80 ? 20 : 19}${field.slice(4, 6)}-${field.slice(2, 4)}-${field.slice(0, 2)}`;
  return isDate(date) ? date : null;
}

/** The French IBAN of bank, branch and account: the RIB key is part of it and follows from the three. Null where they are incomplete. */
export function frenchIban(bank: string, branch: string, account: string): string | null {
  if (!/^\d{5}$/.test(bank) || !/^\d{5}$/.test(branch) || !/^[0-9A-Z]{11}$/.test(account)) return null;
  // Letters count as on the RIB: A, J = 1; B, K, S = 2 and so on.
  const digits = account.replace(/[A-Z]/g, (letter) => '12345678912345678923456789'[letter.charCodeAt(0) - 65]!);
  const key = 97n - ((89n * BigInt(bank) + 15n * BigInt(branch) + 3n * BigInt(digits)) % 97n);
  const basic = `${bank}${branch}${account}${String(key).padStart(2, '0')}`;
  const numeric = `${basic}FR00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return `FR${String(98n - (BigInt(numeric) % 97n)).padStart(2, '0')}${basic}`;
}

/**
 * Cuts text into records: lines where there are line breaks, else every 120 characters. Trailing blanks that were trimmed on
 * the way are given back.
 */
export class RecordCutter {
  private rest = '';

  write(text: string): string[] {
    const whole = this.rest + text;
    const records: string[] = [];
    let at = 0;
    while (whole.length - at > recordLength + 1) {
      const window = whole.slice(at, at + recordLength + 1);
      const line = window.search(/[\r\n]/);
      const end = line < 0 ? recordLength : line;
      records.push(window.slice(0, end));
      at += end;
      while (at < whole.length && (whole[at] === '\r' || whole[at] === '\n')) at++;
    }
    this.rest = whole.slice(at);
    return records.filter((record) => record.trim() !== '').map((record) => record.padEnd(recordLength));
  }

  end(): string[] {
    return this.rest
      .split(/[\r\n]+/)
      .filter((record) => record.trim() !== '')
      .map((record) => record.padEnd(recordLength));
  }
}
