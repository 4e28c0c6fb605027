import { type matchingHttp, type Reason } from '@lettrage/contracts';
import { type Allocation, type DecisionRequest, type Policy, type Rule } from '@lettrage/matching-engine';
import { minorUnits, parseDecimal } from '@lettrage/money';
import { allocationsOfKey } from './payment-case.js';

type AllocationPolicy = matchingHttp.AllocationPolicy;

/** What people have laid down for the engine. */
export interface Guidance {
  /** By bank account; '' is the organisation's default. */
  readonly policies: ReadonlyMap<string, AllocationPolicy>;
  /** The active ones, the oldest first. */
  readonly rules: readonly Rule[];
}

interface Guided {
  readonly transactionId: string;
  readonly bankAccountId: string | null;
  readonly currency: string;
}

/** Where nobody has said anything: the engine allocates what it is certain of. */
export const usualPolicy: AllocationPolicy = { automatic: true, targetPrecision: null, referenceOnly: false, largestUnattended: null };

/** The policy of an account: its own, else the organisation's, else the usual one. */
export function policyOf({ policies }: Guidance, bankAccountId: string | null): AllocationPolicy {
  return policies.get(bankAccountId ?? '') ?? policies.get('') ?? usualPolicy;
}

/** What the engine is asked with, for these credits. */
export function requestFor(guidance: Guidance, credits: readonly Guided[]): DecisionRequest {
  const { rules } = guidance;
  if (guidance.policies.size === 0) return { rules };
  const ready = new Map<string, Policy>();
  const policies = new Map<string, Policy>();
  for (const { transactionId, bankAccountId, currency } of credits) {
    const key = `${bankAccountId} ${currency}`;
    let policy = ready.get(key);
    if (!policy) ready.set(key, (policy = enginePolicy(policyOf(guidance, bankAccountId), currency)));
    policies.set(transactionId, policy);
  }
  return { rules, policies };
}

/** What the engine is asked with for credits that wait (again): what people have rejected of each is no answer, so that what stood behind it comes forward. */
export function requestForWaiting(guidance: Guidance, cases: readonly (Guided & { readonly rejected: readonly string[] })[]): DecisionRequest {
  const rejected = new Map<string, Allocation[][]>();
  for (const one of cases) {
    const allocations = one.rejected.flatMap((key) => allocationsOfKey(key, one.currency));
    if (allocations.length > 0) rejected.set(one.transactionId, allocations);
  }
  return { ...requestFor(guidance, cases), ...(rejected.size > 0 && { rejected }) };
}

/** The limit is a number of the receipt's own currency, cut to its decimals. */
function enginePolicy({ automatic, targetPrecision, referenceOnly, largestUnattended }: AllocationPolicy, currency: string): Policy {
  const units = minorUnits(currency);
  const [whole, fraction = ''] = (largestUnattended ?? '').split('.');
  const limit = units === 0 ? whole! : `${whole}.${fraction.slice(0, units).padEnd(units, '0')}`;
  return { automatic, referenceOnly, ...(targetPrecision === null ? {} : { targetPrecision }), largestUnattendedMinor: largestUnattended === null ? null : parseDecimal(limit, units) };
}

/** A rule as it is stored, for the engine. */
export function engineRule(id: string, rule: matchingHttp.RuleBody): Rule {
  if ('match' in rule) {
    const { payerIban, payerName, text } = rule.match;
    const match = { ...(payerIban === undefined ? {} : { payerIban }), ...(payerName === undefined ? {} : { payerName }), ...(text === undefined ? {} : { text }) };
    return rule.kind === 'payer_is_customer' ? { kind: rule.kind, id, match, customerId: rule.customerId } : { kind: rule.kind, id, match, label: rule.label };
  }
  const upToMinor = parseDecimal(rule.upTo, minorUnits(rule.currency));
  return rule.kind === 'fee_from_abroad' ? { kind: rule.kind, id, currency: rule.currency, upToMinor, homeCountry: rule.homeCountry } : { kind: rule.kind, id, currency: rule.currency, upToMinor };
}

/** The remark on a receipt that a rule would set aside, where the policy keeps it. */
export const keptByPolicy: Reason = { code: 'policy_automatic_off', text: 'Automatic allocation is switched off.', params: {} };

/** Whether a rule says that the receipt pays no invoice. */
export function isRuledOut(remarks: readonly Reason[]): boolean {
  return remarks.some(({ code }) => code === 'rule_other_money');
}
