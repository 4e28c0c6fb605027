import { Refused } from '@lettrage/http';
import { normalIban } from './domain/normal-iban.js';

/** The IBAN of a request's body in its normal form; a wrong one is refused. */
export function checkedIban(text: string | null): string | null {
  const iban = normalIban(text);
  if (iban === undefined) throw new Refused('invalid_body', 'The IBAN is not valid', { errors: [{ where: 'iban', message: 'the length or the check digits are wrong (ISO 13616)' }], remedy: 'Copy it anew from the customer’s papers' });
  return iban;
}
