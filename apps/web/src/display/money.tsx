import { Text, type TextProps } from '@mantine/core';
import { useFormats } from '../i18n/use-formats.js';

/** An amount with its currency, in figures of one width. */
export function Money({ amount, currency, bare, ...text }: { amount: string; currency: string; bare?: boolean } & TextProps) {
  const formats = useFormats();
  const negative = amount.startsWith('-');
  return (
    <Text span inherit className={negative ? 'numbers negative' : 'numbers'} {...text}>
      {bare ? formats.amount(amount, currency) : formats.money(amount, currency)}
    </Text>
  );
}
