import { ReferenceError } from './reference-error.js';

const bodyDigits = 26;
// Swiss Payment Standards, annex B: recursive modulo 10; each digit moves the carry along this row.
const carryRow = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5] as const;

/** Whether the text is the 27 digits of a Swiss QR reference whose last digit checks. All zeros is none. */
export function isQrr(text: string): boolean {
  return /^\d{27}$/.test(text) && !/^0+$/.test(text) && checkDigit(text.slice(0, bodyDigits)) === text[bodyDigits];
}

/** The 27 digits of the Swiss QR reference over a number of up to 26 digits. Refuses anything else. */
export function qrrReference(number: bigint | number | string): string {
  const digits = String(number);
  if (!/^\d+$/.test(digits) || /^0+$/.test(digits)) throw new ReferenceError('not_a_number', `"${digits.slice(0, 60)}" cannot be the body of a QR reference: it takes a whole number above zero`);
  if (digits.length > bodyDigits) throw new ReferenceError('too_long', `"${digits.slice(0, 60)}" has ${digits.length} digits; a QR reference holds ${bodyDigits}`);
  const body = digits.padStart(bodyDigits, '0');
  return body + checkDigit(body);
}

function checkDigit(body: string): string {
  let carry = 0;
  for (let i = 0; i < body.length; i++) carry = carryRow[(carry + body.charCodeAt(i) - 48) % 10]!;
  return String((10 - carry) % 10);
}
