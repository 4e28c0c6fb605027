import { skipToken, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { customerQuery } from '../api/invoicing.js';
import type { RuleBody } from '../api/types.js';
import { useFormats } from '../i18n/use-formats.js';

/** A rule as a sentence, and the name of the customer that it is about. */
export function useRuleWords(rule: RuleBody): { words: string; customerName: string } {
  const { t } = useTranslation();
  const formats = useFormats();
  const customerId = rule.kind === 'payer_is_customer' ? rule.customerId : null;
  const query = customerQuery(customerId ?? '');
  const { data: customer } = useQuery(customerId === null ? { ...query, queryFn: skipToken } : query);
  const customerName = customer?.name ?? t('rules.someCustomer');
  if ('match' in rule) {
    const { payerIban, payerName, text } = rule.match;
    const match = [
      payerIban ? t('rules.matchIban', { iban: payerIban.replaceAll(' ', '').replace(/(.{4})(?=.)/g, '$1 ') }) : null,
      payerName ? t('rules.matchName', { name: payerName }) : null,
      text ? t('rules.matchText', { text }) : null,
    ]
      .filter(Boolean)
      .join(t('rules.and'));
    const words = rule.kind === 'payer_is_customer' ? t('rules.words.payer_is_customer', { match, customer: customerName }) : t('rules.words.not_an_invoice', { match, label: rule.label });
    return { words: capital(words), customerName };
  }
  const amount = formats.money(rule.upTo, rule.currency);
  const words = rule.kind === 'rounding_tolerance' ? t('rules.words.rounding_tolerance', { amount }) : t('rules.words.fee_from_abroad', { amount, country: rule.homeCountry });
  return { words, customerName };
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
