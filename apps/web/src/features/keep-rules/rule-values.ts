import { isCurrency, minorUnits } from '@lettrage/money';
import type { RuleBody, RuleKind } from '../../api/types.js';
import { readAmount } from '../../money/read-amount.js';

/** A rule as it was typed; which fields count depends on its kind. */
export interface RuleValues {
  kind: RuleKind;
  payerIban: string;
  payerName: string;
  text: string;
  customer: { customerId: string; label: string } | null;
  label: string;
  currency: string;
  upTo: string;
  homeCountry: string;
}
export type RuleFault = 'required' | 'match' | 'iban' | 'currency' | 'amount' | 'country';

export const ruleKinds: readonly RuleKind[] = ['payer_is_customer', 'not_an_invoice', 'rounding_tolerance', 'fee_from_abroad'];

export function hasMatch(kind: RuleKind): kind is 'payer_is_customer' | 'not_an_invoice' {
  return kind === 'payer_is_customer' || kind === 'not_an_invoice';
}

/** What is wrong, field by field; empty when `ruleOf` can be called. */
export function ruleFaults(values: RuleValues): Partial<Record<keyof RuleValues, RuleFault>> {
  const faults: Partial<Record<keyof RuleValues, RuleFault>> = {};
  if (hasMatch(values.kind)) {
    const { payerIban, payerName, text } = values;
    if (![payerIban, payerName, text].some((part) => part.trim())) faults.payerName = 'match';
    if (payerIban.trim() && !/^[A-Za-z]{2}\d{2}[A-Za-z0-9 ]{8,40}$/.test(payerIban.trim())) faults.payerIban = 'iban';
    if (values.kind === 'payer_is_customer' && values.customer === null) faults.customer = 'required';
    if (values.kind === 'not_an_invoice' && !values.label.trim()) faults.label = 'required';
    return faults;
  }
  if (!isCurrency(currencyOf(values))) faults.currency = 'currency';
  else if (!/[1-9]/.test(amountOf(values) ?? '') || amountOf(values)?.startsWith('-')) faults.upTo = 'amount';
  if (values.kind === 'fee_from_abroad' && !/^[A-Z]{2}$/.test(countryOf(values))) faults.homeCountry = 'country';
  return faults;
}

/** The rule to send; only for values without faults. */
export function ruleOf(values: RuleValues): RuleBody {
  const { kind } = values;
  if (kind === 'payer_is_customer') return { kind, match: matchOf(values), customerId: values.customer!.customerId };
  if (kind === 'not_an_invoice') return { kind, match: matchOf(values), label: values.label.trim() };
  const tolerance = { currency: currencyOf(values), upTo: amountOf(values)! };
  return kind === 'rounding_tolerance' ? { kind, ...tolerance } : { kind, ...tolerance, homeCountry: countryOf(values) };
}

/** A stored rule to be changed, or an empty one; `customerLabel` is what the customer is called. */
export function ruleValues(rule: RuleBody | null, organisationCurrency: string, customerLabel: string): RuleValues {
  const empty: RuleValues = { kind: 'payer_is_customer', payerIban: '', payerName: '', text: '', customer: null, label: '', currency: organisationCurrency, upTo: '', homeCountry: 'FR' };
  if (rule === null) return empty;
  if ('match' in rule) {
    const match = { payerIban: rule.match.payerIban ?? '', payerName: rule.match.payerName ?? '', text: rule.match.text ?? '' };
    return rule.kind === 'payer_is_customer'
      ? { ...empty, ...match, kind: rule.kind, customer: { customerId: rule.customerId, label: customerLabel } }
      : { ...empty, ...match, kind: rule.kind, label: rule.label };
  }
  const tolerance = { ...empty, kind: rule.kind, currency: rule.currency, upTo: rule.upTo };
  return rule.kind === 'fee_from_abroad' ? { ...tolerance, homeCountry: rule.homeCountry } : tolerance;
}

function matchOf({ payerIban, payerName, text }: RuleValues) {
  const said = { payerIban: payerIban.trim(), payerName: payerName.trim(), text: text.trim() };
  return Object.fromEntries(Object.entries(said).filter(([, part]) => part !== '')) as { payerIban?: string; payerName?: string; text?: string };
}

function currencyOf({ currency }: RuleValues): string {
  return currency.trim().toUpperCase();
}

function countryOf({ homeCountry }: RuleValues): string {
  return homeCountry.trim().toUpperCase();
}

function amountOf(values: RuleValues): string | null {
  const currency = currencyOf(values);
  return isCurrency(currency) ? readAmount(values.upTo, minorUnits(currency)) : null;
}
