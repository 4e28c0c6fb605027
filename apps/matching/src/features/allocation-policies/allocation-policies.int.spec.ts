import { describe, expect, it } from '@jest/globals';
import { bankAccountOpened, type matchingHttp, policyChanged } from '@lettrage/contracts';
import { says, type ServiceUnderTest } from '@lettrage/testing';
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Queue, matchingRuns } from '../../../testing/a-queue.js';

type Policy = matchingHttp.AllocationPolicy;
type Policies = { items: matchingHttp.StoredPolicy[] };

let test: ServiceUnderTest;
matchingRuns((service) => (test = service));

const iban = 'FR7630006000011234567890189';
const usual: Policy = { automatic: true, targetPrecision: null, referenceOnly: false, largestUnattended: null };

async function withPolicy(policy: Partial<Policy>): Promise<Queue> {
  const queue = new Queue(test);
  await queue.item(await queue.customer('Bois du Sud SARL'), 'FA2026-00103', '250.00');
  expect((await queue.accountant.put('/allocation-policies', { bankAccountId: null, policy: { ...usual, ...policy } })).status).toBe(200);
  return queue;
}

/** A credit that names its invoice comes in; its case. */
async function sureCredit(queue: Queue, bankAccountId?: string) {
  const credit = queue.credit('250.00', 'FACTURE FA2026-00103', 'BOIS DU SUD');
  await queue.receiveFrom(bankAccountId ? { bankAccountId } : {}, credit);
  return queue.entry(credit.transactionId);
}

/** A credit that only its payer and its amount speak for; its case. */
async function paidBy(name: string, iban: string | null, policy: Partial<Policy>) {
  const queue = await withPolicy(policy);
  await queue.item(await queue.customer('Charpente Durand SAS', { iban }), 'FA2026-00104', '1234.56');
  const credit = queue.credit('1234.56', 'VIREMENT', name, { counterpartyIban: iban });
  await queue.receive(credit);
  return queue.entry(credit.transactionId);
}

const codes = (entry: matchingHttp.QueueEntry) => entry.proposals[0]!.reasons.map(({ code }) => code);

describe('what is sure enough waits for a person', () => {
  it.each([
    [{ automatic: false }, 'policy_automatic_off'],
    [{ largestUnattended: '249.99' }, 'policy_amount'],
  ] as const)('where the policy is %j, and the reasons say so', async (policy, code) => {
    const queue = await withPolicy(policy);
    const entry = await sureCredit(queue);
    expect(entry).toMatchObject({ state: 'waiting', waitingBecause: 'policy', decidedBy: null });
    expect(codes(entry)).toContain(code);
    expect(await queue.summary()).toMatchObject({ waiting: 1, requested: 0, waitingBecause: { policy: 1 } });
    expect(await queue.requests()).toEqual([]);
    // A person may.
    expect((await queue.reviewer.post(`/queue/${entry.transactionId}/confirm`, { rank: 1 })).status).toBe(202);
    expect(await test.said(queue.organisationId, policyChanged)).toEqual([{ bankAccountId: null, changedBy: queue.accountant.caller.userId }]);
  });

  it.each([[{ largestUnattended: '250.00' }], [{ referenceOnly: true }]] as const)('but not where the policy %j allows it', async (policy) => {
    expect(await sureCredit(await withPolicy(policy))).toMatchObject({ state: 'requested', decidedBy: 'automatic' });
  });

  it('where only what is named may be allocated and the payer alone speaks for it', async () => {
    expect(await paidBy('CHARPENTE DURAND SAS', iban, { targetPrecision: 0.9 })).toMatchObject({ state: 'requested', decidedBy: 'automatic' });
    const kept = await paidBy('CHARPENTE DURAND SAS', iban, { targetPrecision: 0.9, referenceOnly: true });
    expect([kept.waitingBecause, codes(kept).includes('policy_reference_only')]).toEqual(['policy', true]);
  });

  it('below the precision that is asked for, and then it is unsure', async () => {
    expect(await paidBy('CHARPENTE', null, { targetPrecision: 0.6 })).toMatchObject({ state: 'requested', decidedBy: 'automatic' });
    const entry = await paidBy('CHARPENTE', null, { targetPrecision: 0.9999 });
    expect([entry.waitingBecause, codes(entry).at(-1)]).toEqual(['unsure', 'below_threshold']);
  });
});

describe('a policy', () => {
  it('is a bank account’s own, and the default for the others', async () => {
    const queue = await withPolicy({ automatic: false });
    const account = await queue.bankAccount();
    await queue.accountant.put('/allocation-policies', { bankAccountId: account, policy: usual });
    expect((await sureCredit(queue)).waitingBecause).toBe('policy');
    expect((await sureCredit(queue, account)).state).toBe('requested');
  });

  it('is listed with who set it, and can be taken back', async () => {
    const queue = new Queue(test);
    const account = await queue.bankAccount();
    expect((await queue.reviewer.get<Policies>('/allocation-policies')).body).toEqual({ items: [{ ...usual, bankAccountId: null, updatedBy: null, updatedAt: null }] });
    const put = await queue.accountant.put<Policies>('/allocation-policies', { bankAccountId: account, policy: { ...usual, referenceOnly: true } });
    expect(put.body.items[1]).toEqual({ ...usual, referenceOnly: true, bankAccountId: account, updatedBy: queue.accountant.caller.userId, updatedAt: expect.any(String) });
    expect((await queue.accountant.put<Policies>('/allocation-policies', { bankAccountId: account, policy: null })).body.items.length).toBe(1);
    const other = test.user(randomUUID(), 'accountant');
    expect((await other.get<Policies>('/allocation-policies')).body.items.length).toBe(1);
  });

  it('of an account that the organisation does not have is refused, and changes nothing', async () => {
    const [queue, other] = [new Queue(test), new Queue(test)];
    const elsewhere = await other.bankAccount();
    for (const bankAccountId of [randomUUID(), elsewhere]) {
      for (const policy of [usual, null]) {
        expect(await queue.accountant.put('/allocation-policies', { bankAccountId, policy })).toMatchObject({ status: 422, body: { code: 'account_unknown', errors: [{ where: 'bankAccountId', message: 'There is no such bank account' }] } });
      }
    }
    expect((await queue.accountant.get<Policies>('/allocation-policies')).body.items.length).toBe(1);
    expect(await test.said(queue.organisationId, policyChanged)).toEqual([]);
  });

  it('is set before its account’s first statement, and even before the account has been heard of', async () => {
    const queue = new Queue(test);
    const bankAccountId = randomUUID();
    const put = queue.accountant.put<Policies>('/allocation-policies', { bankAccountId, policy: { ...usual, automatic: false } });
    await setTimeout(50);
    await queue.hear(says(queue.organisationId, bankAccountOpened, { bankAccountId }));
    expect(await put).toMatchObject({ status: 200, body: { items: [{ bankAccountId: null }, { bankAccountId, automatic: false }] } });
    await queue.item(await queue.customer('Bois du Sud SARL'), 'FA2026-00103', '250.00');
    expect((await sureCredit(queue, bankAccountId)).waitingBecause).toBe('policy');
  });

  it('that was set before accounts were known here can be changed and taken back', async () => {
    const queue = new Queue(test);
    const bankAccountId = await queue.bankAccount();
    await queue.accountant.put('/allocation-policies', { bankAccountId, policy: usual });
    await test.administrator.query('delete from bank_account where organisation_id = $1', [queue.organisationId]);
    expect((await queue.accountant.put<Policies>('/allocation-policies', { bankAccountId, policy: { ...usual, automatic: false } })).body.items[1]).toMatchObject({ automatic: false });
    expect((await queue.accountant.put<Policies>('/allocation-policies', { bankAccountId, policy: null })).body.items.length).toBe(1);
  });

  it('is an accountant’s, and must mean something', async () => {
    const queue = new Queue(test);
    expect((await queue.reviewer.put('/allocation-policies', { bankAccountId: null, policy: usual })).status).toBe(403);
    for (const wrong of [{ targetPrecision: 1 }, { targetPrecision: 0.4 }, { largestUnattended: '-1.00' }]) {
      expect((await queue.accountant.put('/allocation-policies', { bankAccountId: null, policy: { ...usual, ...wrong } })).status).toBe(400);
    }
  });
});
