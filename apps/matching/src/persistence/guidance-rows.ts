import { type matchingHttp } from '@lettrage/contracts';
import { type Transaction } from '@lettrage/persistence';
import { engineRule, type Guidance } from '../domain/guidance.js';

/** The bank account under which the organisation's default policy stands. */
export const everyAccount = '00000000-0000-0000-0000-000000000000';

interface Laid {
  readonly policies: readonly { readonly account: string; readonly policy: matchingHttp.AllocationPolicy }[] | null;
  readonly rules: readonly { readonly id: string; readonly rule: matchingHttp.RuleBody }[] | null;
}

/** Policies and active rules, in one round trip: it is read with every batch that is decided. */
export async function readGuidance(tx: Transaction): Promise<Guidance> {
  const [laid] = await tx.query<[Laid]>(
    `select (select jsonb_agg(jsonb_build_object('account', bank_account_id, 'policy', policy)) from allocation_policy) as policies,
            (select jsonb_agg(jsonb_build_object('id', rule_id, 'rule', rule) order by rule_id) from rule where active) as rules`,
  );
  return {
    policies: new Map((laid.policies ?? []).map(({ account, policy }) => [account === everyAccount ? '' : account, policy])),
    rules: (laid.rules ?? []).map(({ id, rule }) => engineRule(id, rule)),
  };
}
