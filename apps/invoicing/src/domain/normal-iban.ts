import { electronicFormatIBAN, isValidIBAN } from 'ibantools';

/** The IBAN without spaces in capitals (ISO 13616), null for none, or undefined when its check digits or length are wrong. */
export function normalIban(text: string | null): string | null | undefined {
  if (text === null) return null;
  const iban = electronicFormatIBAN(text);
  return iban !== null && isValidIBAN(iban) ? iban : undefined;
}
