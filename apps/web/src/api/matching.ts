import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, post, put, remove } from './client.js';
import type { CustomerLearning, ForgetBody, Precision, PutPolicyBody, RuleBody, StoredPolicy, StoredRule, TryRuleResult } from './types.js';

export const matchingKeys = {
  policies: ['allocation-policies'],
  precision: ['precision'],
  rules: ['rules'],
  versions: (ruleId: string) => ['rule-versions', ruleId],
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

/** Of the allocations made without a person in the last 90 days, how many were kept. */
export const precisionQuery = queryOptions({
  queryKey: matchingKeys.precision,
  queryFn: async ({ signal }) => get<Precision>('/precision', {}, signal),
  placeholderData: keepPreviousData,
});

export const rulesQuery = queryOptions({
  queryKey: matchingKeys.rules,
  queryFn: async ({ signal }) => (await get<{ items: StoredRule[] }>('/rules', {}, signal)).items,
});

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
