import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { booksChanged, customerChanged, openItemChanged, queueChanged, queueOutdated } from '@lettrage/contracts';
import { type Said, says, type ServiceUnderTest } from '@lettrage/testing';
import { randomUUID } from 'node:crypto';
import { Queue, runMatching } from '../../../testing/a-queue.js';

let test: ServiceUnderTest;
beforeAll(async () => {
  test = await runMatching();
});
afterEach(async () => {
  const { rows } = await test.administrator.query('select news_id from book_news union all select news_pass_id from organisation_state where news_pass_id is not null');
  expect([rows, await test.lawsBroken()]).toEqual([[], []]);
});
afterAll(() => test.close());

const iban = 'FR7630006000011234567890189';
const automatic = (allowed: boolean) => ({ bankAccountId: null, policy: { automatic: allowed, targetPrecision: null, referenceOnly: false, largestUnattended: null } });

/** So often was asked what news concern. */
const asked = async (queue: Queue) => (await test.said(queue.organisationId, booksChanged)).length;
const linesOf = async (queue: Queue, transactionId: string) => (await queue.entry(transactionId)).proposals.map(({ lines }) => lines.map(({ itemId }) => itemId));
const requested = async (queue: Queue) => (await queue.requests()).map(({ transactionId, lines, decidedBy }) => [transactionId, lines.map(({ itemId }) => itemId), decidedBy]);

describe('an invoice that comes in after its payment', () => {
  it('is allocated by itself where that is certain, and nobody waits who was not concerned', async () => {
    const queue = new Queue(test);
    const customer = await queue.customer('Bois du Sud SARL');
    await queue.item(customer, 'FA2026-00977', '80.00');
    const [late, stranger] = [queue.credit('250.00', 'FACTURE FA2026-00103', 'BOIS DU SUD'), queue.credit('9.13', 'DIVERS', 'JEAN')];
    await queue.receive(late, stranger);
    const before = await queue.entry(stranger.transactionId);
    expect((await queue.entry(late.transactionId)).state).toBe('waiting');
    const item = await queue.item(customer, 'FA2026-00103', '250.00');
    await queue.quiet();
    expect(await requested(queue)).toEqual([[late.transactionId, [item], 'automatic']]);
    await queue.ledgerAnswers();
    await queue.quiet();
    expect([(await queue.entry(late.transactionId)).state, await queue.entry(stranger.transactionId)]).toEqual(['settled', before]);
    // The stream has told pages of it, with the transaction's id.
    expect((await test.said(queue.organisationId, queueChanged)).filter(({ requested: moved }) => moved === 1).map(({ transactionIds }) => transactionIds)).toEqual([[late.transactionId]]);
    expect(await asked(queue)).toBe(1);
  });

  it('is proposed where the policy allows nothing without a person, and counts among what waits because of it', async () => {
    const queue = new Queue(test);
    expect((await queue.accountant.put('/allocation-policies', automatic(false))).status).toBe(200);
    const customer = await queue.customer('Bois du Sud SARL');
    const credit = queue.credit('250.00', 'FACTURE FA2026-00103', 'BOIS DU SUD');
    await queue.receive(credit);
    expect(await queue.entry(credit.transactionId)).toMatchObject({ waitingBecause: 'no_candidate', proposals: [] });
    const item = await queue.item(customer, 'FA2026-00103', '250.00');
    await queue.quiet();
    expect(await queue.entry(credit.transactionId)).toMatchObject({ state: 'waiting', waitingBecause: 'policy', proposals: [{ lines: [{ itemId: item, amount: '250.00' }] }] });
    expect(await requested(queue)).toEqual([]);
  });

  it('is found by its amount alone, and makes a sum whole with one that was there', async () => {
    const queue = new Queue(test);
    const customer = await queue.customer('Bois du Sud SARL');
    const there = await queue.item(customer, 'FA2026-00101', '80.00');
    const [plain, both] = [queue.credit('250.00', 'VIREMENT', 'M MARTIN'), queue.credit('411.50', 'REGLEMENT', 'BOIS DU SUD')];
    await queue.receive(plain, both);
    const [alone, beside] = [await queue.item(await queue.customer('Menuiserie Petit'), 'FA2026-00103', '250.00'), await queue.item(customer, 'FA2026-00104', '331.50')];
    await queue.quiet();
    expect(await linesOf(queue, plain.transactionId)).toContainEqual([alone]);
    expect((await linesOf(queue, both.transactionId)).map((items) => [...items].sort())).toContainEqual([there, beside].sort());
  });

  it('concerns what names it by a slip of a digit, its order number or the last of several words of a payer', async () => {
    const queue = new Queue(test);
    const customer = await queue.customer('Bois du Sud SARL');
    await queue.item(customer, 'FA2026-00101', '80.00');
    const credits = [queue.credit('100.00', 'FACTURE FA2026-00130', 'M MARTIN'), queue.credit('200.00', 'COMMANDE BC401345', 'M MARTIN'), queue.credit('300.00', 'ACOMPTE', 'STE BOIS DU SUD')];
    await queue.receive(...credits);
    const before = await Promise.all(credits.map(async ({ transactionId }) => (await queue.entry(transactionId)).version));
    const others = await queue.customer('Menuiserie Petit');
    const items = [await queue.item(others, 'FA2026-00103', '111.00'), await queue.item(others, 'FA2026-00104', '200.00', { orderReference: 'BC401345' }), await queue.item(customer, 'FA2026-00105', '1300.00')];
    await queue.quiet();
    const entries = await Promise.all(credits.map(({ transactionId }) => queue.entry(transactionId)));
    expect(entries.map(({ proposals }, index) => proposals.some(({ lines }) => lines.some(({ itemId }) => itemId === items[index])))).toEqual([true, true, true]);
    expect(entries.every(({ version }, index) => version > before[index]!)).toBe(true);
  });
});

describe('what a person has decided', () => {
  it('stays: what was rejected is not proposed again when its invoice is corrected, nor allocated', async () => {
    const queue = new Queue(test);
    const customer = await queue.customer('Bois du Sud SARL');
    expect((await queue.accountant.put('/allocation-policies', automatic(false))).status).toBe(200);
    const item = await queue.item(customer, 'FA2026-00103', '250.00');
    const credit = queue.credit('250.00', 'FACTURE FA2026-00103', 'BOIS DU SUD');
    await queue.receive(credit);
    expect((await queue.reviewer.post(`/queue/${credit.transactionId}/reject`, { rank: 1 })).status).toBe(200);
    expect((await queue.accountant.put('/allocation-policies', automatic(true))).status).toBe(200);
    const snapshot = queue.items.get(item)!;
    await queue.hear(says(queue.organisationId, openItemChanged, { ...snapshot, version: 2, orderReference: 'BC401345' }));
    await queue.quiet();
    expect([await linesOf(queue, credit.transactionId), await requested(queue)]).toEqual([[], []]);
    // Nor is another one of the customer allocated without a person.
    await queue.item(customer, 'FA2026-00977', '250.00');
    await queue.quiet();
    expect([(await linesOf(queue, credit.transactionId)).flat().includes(item), await requested(queue), await asked(queue)]).toEqual([false, [], 2]);
  });

  it('stays: what was undone is not made again, though the invoice is open again; another receipt may take it', async () => {
    const queue = new Queue(test);
    const customer = await queue.customer('Bois du Sud SARL');
    const item = await queue.item(customer, 'FA2026-00103', '250.00');
    const [paid, twice] = [queue.credit('250.00', 'FACTURE FA2026-00103', 'BOIS DU SUD'), queue.credit('250.00', 'FACTURE FA2026-00103', 'BOIS DU SUD', { bookingDate: '2026-10-06' })];
    await queue.receive(paid);
    await queue.ledgerAnswers();
    await queue.receive(twice);
    expect([(await queue.entry(paid.transactionId)).state, (await queue.entry(twice.transactionId)).state]).toEqual(['settled', 'waiting']);
    await queue.reviewer.post(`/queue/${paid.transactionId}/undo`);
    await queue.ledgerAnswers();
    await queue.quiet();
    expect(await queue.entry(paid.transactionId)).toMatchObject({ state: 'waiting', waitingBecause: 'undone' });
    expect(await linesOf(queue, paid.transactionId)).not.toContainEqual([item]);
    expect((await requested(queue)).slice(1)).toEqual([[twice.transactionId, [item], 'automatic']]);
    expect(await asked(queue)).toBe(1);
  });
});

describe('a customer that is corrected', () => {
  it('has waiting receipts proposed under its name and IBAN as they are now', async () => {
    const queue = new Queue(test);
    const [customer, other] = [await queue.customer('Société Nouvelle'), await queue.customer('Menuiserie Petit')];
    const items = [await queue.item(customer, 'FA2026-00103', '250.00'), await queue.item(other, 'FA2026-00104', '250.00')];
    const credit = queue.credit('250.00', 'VIREMENT', 'GARAGE VIDAL', { counterpartyIban: iban });
    await queue.receive(credit);
    expect((await queue.entry(credit.transactionId)).waitingBecause).toBe('unsure');
    await queue.customer('Garage Vidal', { customerId: customer, version: 2, iban });
    await queue.quiet();
    const { proposals, state } = await queue.entry(credit.transactionId);
    expect([state, proposals[0]!.lines[0]!.itemId]).toEqual([expect.stringMatching(/waiting|requested/), items[0]]);
    expect(proposals[0]!.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(['iban_of_customer', 'name_equal']));
    // What does not tell payers apart asks nothing.
    await queue.customer('Garage Vidal', { customerId: customer, version: 3, iban, paymentTermsDays: 60 });
    expect(await asked(queue)).toBe(1);
  });

  it('is not said to have the payer’s name any more', async () => {
    const queue = new Queue(test);
    const [customer, other] = [await queue.customer('Garage Vidal'), await queue.customer('Menuiserie Petit')];
    expect((await queue.accountant.put('/allocation-policies', automatic(false))).status).toBe(200);
    for (const [index, of] of [customer, customer, other].entries()) await queue.item(of, `FA2026-0010${index}`, '250.00');
    const credit = queue.credit('250.00', 'VIREMENT', 'GARAGE VIDAL');
    await queue.receive(credit);
    const codes = async () => (await queue.entry(credit.transactionId)).proposals[0]!.reasons.map(({ code }) => code);
    expect(await codes()).toContain('name_equal');
    await queue.customer('Transports Roux', { customerId: customer, version: 2 });
    await queue.quiet();
    expect(await codes()).not.toContain('name_equal');
  });
});

describe('what it costs', () => {
  const snapshots = (queue: Queue, customerId: string, count: number): Said[] =>
    Array.from({ length: count }, (_, index) => says(queue.organisationId, openItemChanged, {
      itemId: randomUUID(), version: 1, customerId, number: `FA2026-${String(10_000 + index)}`, kind: 'invoice', issueDate: '2026-09-01', dueDate: '2026-10-01', currency: 'EUR', total: `${1000 + index}.25`, open: `${1000 + index}.25`,
      structuredReference: null, orderReference: null,
    }));

  it('is one bounded pass for an import of invoices, not one for each', async () => {
    const queue = new Queue(test);
    const customer = await queue.customer('Bois du Sud SARL');
    const credits = Array.from({ length: 450 }, (_, index) => queue.credit(`${1000 + index * 4}.25`, `FACTURE FA2026-${10_000 + index * 4}`, 'BOIS DU SUD'));
    await queue.receive(...credits);
    expect(await queue.summary()).toMatchObject({ waiting: 450 });
    await queue.hear(...snapshots(queue, customer, 2500));
    await queue.quiet();
    expect(await queue.summary()).toMatchObject({ waiting: 0, requested: 450 });
    const passes = await test.said(queue.organisationId, booksChanged);
    // At most one for each batch that the messages came in, most of them over before they begin; the last goes through the queue in pieces of 200.
    expect(new Set(passes.map(({ passId }) => passId)).size).toBeLessThanOrEqual(10);
    expect(passes.length).toBeLessThanOrEqual(20);
    expect(await test.said(queue.organisationId, queueOutdated)).toEqual([]);
  });

  it('is nothing where items change because they were paid, nor where nobody waits', async () => {
    const queue = new Queue(test);
    const customer = await queue.customer('Bois du Sud SARL');
    const items = [await queue.item(customer, 'FA2026-00101', '100.00'), await queue.item(customer, 'FA2026-00102', '300.00')];
    expect(await asked(queue)).toBe(0);
    await queue.receive(queue.credit('9.13', 'DIVERS', 'JEAN'), queue.credit('100.00', 'FACTURE FA2026-00101', 'BOIS DU SUD'));
    await queue.ledgerAnswers();
    await queue.openNow(items[1]!, '120.00');
    expect([await queue.summary(), await asked(queue)]).toMatchObject([{ waiting: 1, settledAutomatically: 1 }, 0]);
    const snapshot = queue.items.get(items[1]!)!;
    await queue.hear(says(queue.organisationId, openItemChanged, { ...snapshot, version: 3, dueDate: '2026-12-01' }), says(queue.organisationId, customerChanged, { customerId: customer, version: 1, number: 'C1', name: 'Late and old', country: 'FR', iban: null, vatId: null, paymentTermsDays: 30 }));
    expect(await asked(queue)).toBe(0);
  });
});
