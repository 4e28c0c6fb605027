import { fieldError, type matchingHttp, policyChanged, sentence } from '@lettrage/contracts';
import { NotHeardOf, onceHeard, Refused } from '@lettrage/http';
import { publish } from '@lettrage/messaging';
import { Database, type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { usualPolicy } from '../../domain/guidance.js';
import { Engines } from '../../engine/engines.js';
import { outdateQueue } from '../../engine/look-again.js';
import { everyAccount } from '../../persistence/guidance-rows.js';

/** So many accounts may have a policy of their own. */
const mostPolicies = 1000;

interface PolicyRow {
  bankAccountId: string;
  policy: matchingHttp.AllocationPolicy;
  updatedBy: string;
  updatedAt: Date;
}

/** What may be allocated without a person, for each bank account. It holds for receipts that come in from then on, and for those that wait. */
@Injectable()
export class AllocationPolicies {
  constructor(
    private readonly database: Database,
    private readonly engines: Engines,
  ) {}

  async list(organisationId: string): Promise<matchingHttp.StoredPolicy[]> {
    return this.database.inOrganisation(organisationId, listPolicies);
  }

  /** An account may have one before its first statement, which would else be allocated by the default. */
  put(organisationId: string, userId: string, { bankAccountId, policy }: matchingHttp.PutPolicyBody, now: Date): Promise<matchingHttp.StoredPolicy[]> {
    const account = bankAccountId ?? everyAccount;
    return onceHeard(() =>
      this.database.inOrganisation(organisationId, async (tx) => {
        if (bankAccountId !== null) await mustBeOpen(tx, account);
        if (policy === null) await tx.query('delete from allocation_policy where bank_account_id = $1', [account]);
        else await write(tx, organisationId, userId, account, policy, now);
        await publish(tx, organisationId, policyChanged, [{ bankAccountId: account === everyAccount ? null : account, changedBy: userId }]);
        await outdateQueue(await this.engines.open(tx, organisationId));
        return listPolicies(tx);
      }),
    );
  }
}

/** A policy that was set before accounts were known here can be taken back, and changed. */
async function mustBeOpen(tx: Transaction, bankAccountId: string): Promise<void> {
  const accounts = await tx.query<unknown[]>('select from bank_account where bank_account_id = $1 union all select from allocation_policy where bank_account_id = $1', [bankAccountId]);
  if (accounts.length > 0) return;
  const said = sentence('no_account');
  throw new NotHeardOf('account_unknown', said, { errors: [fieldError('bankAccountId', said)] });
}

async function write(tx: Transaction, organisationId: string, userId: string, account: string, policy: matchingHttp.AllocationPolicy, now: Date): Promise<void> {
  const [{ others }] = await tx.query<[{ others: number }]>('select count(*)::int as others from allocation_policy where bank_account_id <> $1', [account]);
  if (others >= mostPolicies) throw new Refused('limit_reached', sentence('policies_limit', { most: String(mostPolicies) }), { remedy: 'Take back one that is not needed any more' });
  await tx.query(
    `insert into allocation_policy (organisation_id, bank_account_id, policy, updated_by, updated_at) values ($1, $2, $3, $4, $5)
     on conflict (organisation_id, bank_account_id) do update set policy = excluded.policy, updated_by = excluded.updated_by, updated_at = excluded.updated_at`,
    [organisationId, account, JSON.stringify(policy), userId, now],
  );
}

async function listPolicies(tx: Transaction): Promise<matchingHttp.StoredPolicy[]> {
  const rows = await tx.query<PolicyRow[]>('select bank_account_id as "bankAccountId", policy, updated_by as "updatedBy", updated_at as "updatedAt" from allocation_policy order by bank_account_id');
  const stored = rows.map(({ bankAccountId, policy, updatedBy, updatedAt }) => ({ ...policy, bankAccountId: bankAccountId === everyAccount ? null : bankAccountId, updatedBy, updatedAt: updatedAt.toISOString() }));
  const usual = { ...usualPolicy, bankAccountId: null, updatedBy: null, updatedAt: null };
  return [stored.find(({ bankAccountId }) => bankAccountId === null) ?? usual, ...stored.filter(({ bankAccountId }) => bankAccountId !== null)];
}
