import { describe, expect, it } from '@jest/globals';
import { learningCorrected, type matchingHttp } from '@lettrage/contracts';
import { type ServiceUnderTest } from '@lettrage/testing';
import { Queue, matchingRuns } from '../../../testing/a-queue.js';

type Learning = matchingHttp.CustomerLearning;

let test: ServiceUnderTest;
matchingRuns((service) => (test = service));

const iban = 'FR7630006000011234567890189';
const payer = 'HOLDING MARTIN';

/** A customer whose treasury has paid four invoices, two of them before the company was here, and a stranger's open invoice of the amount of its own. */
async function treasury(): Promise<{ queue: Queue; customerId: string; open: string }> {
  const queue = new Queue(test);
  const customerId = await queue.customer('Bois du Sud SARL');
  const old = (number: string, day: string) =>
    JSON.stringify({
      reference: null, booking_date: day, amount: '100.00', currency: 'EUR', counterparty_name: payer, counterparty_iban: iban, end_to_end_id: null, remittance: `FACTURE ${number}`, structured_references: [],
      customer_id: 'C1', allocations: [{ invoice: number, amount: '100.00', issue_date: '2026-06-01', due_date: '2026-07-01' }], difference: null,
    });
  const sent = await queue.accountant.send('/history', `${old('FA2026-00001', '2026-07-05')}\n${old('FA2026-00002', '2026-07-11')}\n`, 'application/jsonl');
  expect(sent).toMatchObject({ status: 200 });
  for (const number of ['FA2026-00101', 'FA2026-00102']) {
    await queue.item(customerId, number, '321.09');
    const credit = queue.credit('321.09', `FACTURE ${number}`, payer, { counterpartyIban: iban, bookingDate: '2026-10-04' });
    await queue.receive(credit);
    await queue.reviewer.post(`/queue/${credit.transactionId}/confirm`, { rank: 1 });
    await queue.ledgerAnswers();
  }
  await queue.item(await queue.customer('Menuiserie Petit'), 'FA2026-00104', '250.00');
  return { queue, customerId, open: await queue.item(customerId, 'FA2026-00103', '250.00') };
}

/** The reasons of the first proposal for a payment of the treasury that names nothing, by code. */
async function reasonsOf(queue: Queue, item: string): Promise<string[] | undefined> {
  const credit = queue.credit('250.00', 'VIREMENT', payer, { counterpartyIban: iban, bookingDate: '2026-10-20' });
  await queue.receive(credit);
  const entry = await queue.entry(credit.transactionId);
  if (entry.state === 'requested') await queue.ledgerAnswers(() => 'looked at');
  return entry.proposals.find(({ lines }) => lines[0]?.itemId === item)?.reasons.map(({ code }) => code);
}

const learning = async (queue: Queue, customerId: string) => (await queue.reviewer.get<Learning>(`/learning/${customerId}`)).body;

describe('what has been learned of a customer', () => {
  it('is shown: who pays for it, how late, how it names what it pays, and what was rejected', async () => {
    const { queue, customerId, open } = await treasury();
    expect(await learning(queue, customerId)).toEqual({
      customerId, payments: 4,
      payers: [
        { kind: 'iban', value: iban, payments: 4, firstSeen: '2026-07-05', lastSeen: '2026-10-04', forgotten: false },
        { kind: 'name', value: payer, payments: 4, firstSeen: '2026-07-05', lastSeen: '2026-10-04', forgotten: false },
      ],
      delay: { meanDays: 5, medianDays: 3.5, lastDays: 3 }, references: { whole: 4, tail: 0, none: 0 }, grouping: { severalItems: 0, mostItems: 1 }, differences: [], rejections: { count: 0, last: null },
    });
    const credit = queue.credit('250.00', 'VIREMENT', 'JEAN');
    await queue.receive(credit);
    const { proposals } = await queue.entry(credit.transactionId);
    const rank = proposals.find(({ lines }) => lines[0]?.itemId === open)!.rank;
    await queue.reviewer.post(`/queue/${credit.transactionId}/reject`, { rank });
    expect((await learning(queue, customerId)).rejections).toEqual({ count: 1, last: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    // An allocation by hand that names no customer is the customer's of its item; taken back it is a rejection too, and tells nothing any more.
    await queue.reviewer.post(`/queue/${credit.transactionId}/confirm`, { lines: [{ itemId: open, amount: '250.00' }] });
    await queue.ledgerAnswers();
    expect(await learning(queue, customerId)).toMatchObject({ payments: 5, references: { whole: 4, none: 1 } });
    await queue.reviewer.post(`/queue/${credit.transactionId}/undo`);
    await queue.ledgerAnswers();
    expect(await learning(queue, customerId)).toMatchObject({ payments: 4, rejections: { count: 1 } });
    const other = queue.credit('250.00', 'FACTURE FA2026-00103', payer);
    await queue.receive(other);
    await queue.ledgerAnswers();
    await queue.reviewer.post(`/queue/${other.transactionId}/undo`);
    await queue.ledgerAnswers();
    expect((await learning(queue, customerId)).rejections.count).toBe(2);
  });

  it('is nobody else’s to see', async () => {
    const { customerId } = await treasury();
    const stranger = new Queue(test);
    expect((await stranger.reviewer.get(`/learning/${customerId}`)).status).toBe(404);
    expect((await stranger.accountant.post(`/learning/${customerId}/forget`, { kind: 'name', value: payer })).status).toBe(404);
    expect((await stranger.reviewer.get('/learning/7')).status).toBe(404);
  });
});

describe('what is forgotten', () => {
  it('teaches no more, neither from what is known nor from what comes, after a restart neither, until it is remembered', async () => {
    const { queue, customerId, open } = await treasury();
    const known = ['iban_paid_only', 'name_paid'];
    // Of the payments that look the same, none takes the item when the queue is looked through again.
    expect((await queue.accountant.put('/allocation-policies', { bankAccountId: null, policy: { automatic: false, targetPrecision: null, referenceOnly: false, largestUnattended: null } })).status).toBe(200);
    expect(await reasonsOf(queue, open)).toEqual(expect.arrayContaining(known));
    expect((await queue.reviewer.post(`/learning/${customerId}/forget`, { kind: 'iban', value: iban })).status).toBe(403);
    for (const [kind, value] of [['iban', 'fr76 3000 6000 0112 3456 7890 189'], ['name', 'Martin Holding']]) {
      expect((await queue.accountant.post<Learning>(`/learning/${customerId}/forget`, { kind, value })).status).toBe(200);
    }
    expect(await test.said(queue.organisationId, learningCorrected)).toEqual([{ customerId }, { customerId }]);
    expect((await learning(queue, customerId)).payers).toMatchObject([{ kind: 'iban', value: iban, payments: 4, forgotten: true }, { kind: 'name', value: payer, payments: 4, forgotten: true }]);
    const forgotten = async () => expect((await reasonsOf(queue, open))?.filter((code) => known.includes(code)) ?? []).toEqual([]);
    await forgotten();
    // One more payment is settled that would teach it again, and a file comes after it.
    await queue.item(customerId, 'FA2026-00109', '77.00');
    const again = queue.credit('77.00', 'FACTURE FA2026-00109', payer, { counterpartyIban: iban });
    await queue.receive(again);
    await queue.reviewer.post(`/queue/${again.transactionId}/confirm`, { rank: 1 });
    await queue.ledgerAnswers();
    expect((await queue.entry(again.transactionId)).state).toBe('settled');
    await forgotten();
    await test.restart();
    await forgotten();
    for (const [kind, value] of [['iban', iban], ['name', payer]]) await queue.accountant.post(`/learning/${customerId}/remember`, { kind, value });
    expect((await learning(queue, customerId)).payers.map((one) => one.forgotten)).toEqual([false, false]);
    expect(await reasonsOf(queue, open)).toEqual(expect.arrayContaining(known));
  });

  it('can be corrected by a rule', async () => {
    const { queue, customerId, open } = await treasury();
    const petit = [...queue.items.values()].find(({ number }) => number === 'FA2026-00104')!;
    await queue.accountant.post(`/learning/${customerId}/forget`, { kind: 'iban', value: iban });
    await queue.accountant.post(`/learning/${customerId}/forget`, { kind: 'name', value: payer });
    await queue.accountant.post('/rules', { rule: { kind: 'payer_is_customer', match: { payerIban: iban }, customerId: petit.customerId }, active: true });
    expect(await reasonsOf(queue, petit.itemId)).toContain('rule_payer');
    expect(await reasonsOf(queue, open)).not.toEqual(expect.arrayContaining(['iban_paid_only']));
  });
});

describe('a rejected proposal', () => {
  it('does not come back after a restart, when the case does', async () => {
    const { queue, open } = await treasury();
    const credit = queue.credit('250.00', 'VIREMENT', 'JEAN');
    await queue.receive(credit);
    const path = `/queue/${credit.transactionId}`;
    const { proposals } = await queue.entry(credit.transactionId);
    await queue.reviewer.post(`${path}/reject`, { rank: proposals.find(({ lines }) => lines[0]?.itemId === open)!.rank });
    const shown = async () => (await queue.entry(credit.transactionId)).proposals.flatMap(({ lines }) => lines.map(({ itemId }) => itemId));
    await test.restart();
    expect(await shown()).not.toContain(open);
    await queue.reviewer.post(`${path}/set-aside`);
    await queue.reviewer.post(`${path}/undo`);
    expect(await shown()).not.toContain(open);
    await test.restart();
    await queue.reviewer.post(`${path}/confirm`, { rank: 1 });
    await queue.ledgerAnswers(() => 'no');
    expect((await queue.entry(credit.transactionId)).waitingBecause).toBe('refused');
    expect(await shown()).not.toContain(open);
  });
});
