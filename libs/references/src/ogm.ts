import { ReferenceError } from './reference-error.js';

const bodyDigits = 10;

/** Whether the text is the 12 digits of a Belgian structured communication (OGM/VCS): the first ten mod 97, where 0 is written 97. */
export function isOgm(text: string): boolean {
  return /^\d{12}$/.test(text) && text.slice(bodyDigits) === checkDigits(text.slice(0, bodyDigits));
}

/** The 12 digits of the Belgian structured communication over a number of up to ten digits. Refuses anything else. */
export function ogmReference(number: bigint | number | string): string {
  const digits = String(number);
  if (!/^\d+$/.test(digits)) throw new ReferenceError('not_a_number', `"${digits.slice(0, 60)}" cannot be the body of an OGM: it takes a whole number`);
  if (digits.length > bodyDigits) throw new ReferenceError('too_long', `"${digits.slice(0, 60)}" has ${digits.length} digits; an OGM holds ${bodyDigits}`);
  const body = digits.padStart(bodyDigits, '0');
  return body + checkDigits(body);
}

function checkDigits(body: string): string {
  return String(Number(body) % 97 || 97).padStart(2, '0');
}
