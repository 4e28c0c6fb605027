import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, pages, post, put, remove } from './client.js';
import type { CustomerLearning, ForgetBody, Precision, PutPolicyBody, RuleBody, RuleChange, StoredPolicy, StoredRule, TryRuleResult } from './types.js';

export const matchingKeys = {
  policies: ['allocation-policies'],
  precision: ['precision'],
  rules: ['rules'],
  ruleHistory: ['rule-history'],
  learningOf: (customerId: string) => ['learning', customerId],
} as const;

/** The organisation's policy first, then those of accounts that have their own. */
export const policiesQuery = queryOptions({
  queryKey: matchingKeys.policies,
  queryFn: async ({ signal }) => (await get<{ items: StoredPolicy[] }>('/allocation-policies', {}, signal)).items,
});

export async function putPolicy(body: PutPolicyBody): Promise<StoredPolicy[]> {
  return (await put<{ items: StoredPolicy[] }>('/allocation-policies', body)).items;
}

/** First and last day, both included. */
export interface Period {
  from?: string | undefined;
  to?: string | undefined;
}

/** Of the allocations made without a person in this time, how many were kept; without a period, of the last 90 days. */
export function precisionQuery({ from, to }: Period) {
  return queryOptions({
    queryKey: [...matchingKeys.precision, from ?? null, to ?? null],
    queryFn: async ({ signal }) => get<Precision>('/precision', { from, to }, signal),
    placeholderData: keepPreviousData,
  });
}

export const rulesQuery = queryOptions({
  queryKey: matchingKeys.rules,
  queryFn: async ({ signal }) => (await get<{ items: StoredRule[] }>('/rules', {}, signal)).items,
});

/** Who changed which rule when, the latest first. */
export const ruleHistoryQuery = infiniteQueryOptions({ queryKey: matchingKeys.ruleHistory, ...pages<RuleChange>('/rules/history', { limit: 50 }) });

export async function createRule(rule: RuleBody, active: boolean): Promise<StoredRule> {
  return post<StoredRule>('/rules', { rule, active });
}

/** Refused (`changed_meanwhile`) where the rule has changed since it was read. */
export async function updateRule({ ruleId, version }: StoredRule, rule: RuleBody, active: boolean): Promise<StoredRule> {
  return put<StoredRule>(`/rules/${ruleId}`, { rule, active, version });
}

export async function deleteRule(ruleId: string): Promise<void> {
  return remove(`/rules/${ruleId}`);
}

/** What a rule would have done with the latest receipts; with `ruleId`, in the place of that one. */
export async function tryRule(rule: RuleBody, ruleId: string | null): Promise<TryRuleResult> {
  return post<TryRuleResult>('/rules/try', { rule, ...(ruleId === null ? {} : { ruleId }) });
}

export function learningQuery(customerId: string) {
  return queryOptions({
    queryKey: matchingKeys.learningOf(customerId),
    queryFn: async ({ signal }) => get<CustomerLearning>(`/learning/${customerId}`, {}, signal),
  });
}

/** Payments under this name or IBAN teach nothing any more; `remember` takes that back. */
export async function teach(customerId: string, what: 'forget' | 'remember', body: ForgetBody): Promise<CustomerLearning> {
  return post<CustomerLearning>(`/learning/${customerId}/${what}`, body);
}
