import { mod97 } from './mod97.js';
import { ReferenceError } from './reference-error.js';

const longestBody = 21;

/** Whether the text, in capitals and without spaces, is an ISO 11649 creditor reference: RF, two check digits, 1 to 21 characters. */
export function isRf(text: string): boolean {
  if (!/^RF\d{2}[0-9A-Z]{1,21}$/.test(text)) return false;
  // 00, 01 and 99 have the remainder of 97, 98 and 02 but are never issued: 98 minus a remainder is 2 to 98.
  const check = Number(text.slice(2, 4));
  return check >= 2 && check <= 98 && mod97(text.slice(4) + text.slice(0, 4)) === 1;
}

/**
 * Builds the ISO 11649 reference over a body such as an invoice number; spaces and `- / . _` are left out, letters become
 * capitals. Refuses other characters and more than 21 of them.
 */
export function rfReference(body: string): string {
  const clean = body.replace(/[\s\-/._]/g, '').toUpperCase();
  if (!/^[0-9A-Z]+$/.test(clean)) throw new ReferenceError('not_alphanumeric', `"${body.slice(0, 60)}" cannot be the body of an RF reference: only digits and the letters A to Z may stand in it`);
  if (clean.length > longestBody) throw new ReferenceError('too_long', `"${body.slice(0, 60)}" has ${clean.length} characters; an RF reference holds ${longestBody}`);
  return `RF${String(98 - mod97(`${clean}RF00`)).padStart(2, '0')}${clean}`;
}
