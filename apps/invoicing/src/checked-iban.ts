import { fieldError, sentence } from '@lettrage/contracts';
import { Refused } from '@lettrage/http';
import { normalIban } from './domain/normal-iban.js';

/** The IBAN of a request's body in its normal form; a wrong one is refused. */
export function checkedIban(text: string | null): string | null {
  const iban = normalIban(text);
  if (iban === undefined) throw new Refused('invalid_body', sentence('iban_invalid'), { errors: [fieldError('iban', sentence('field_iban_check'))], remedy: 'Copy it anew from the customer’s papers' });
  return iban;
}
