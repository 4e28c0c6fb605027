import { describe, expect, it } from '@jest/globals';
import { customerChanged, openItemChanged, openItemsChanged, queueChanged } from '@lettrage/contracts';
import { says, type ServiceUnderTest } from '@lettrage/testing';
import { randomUUID } from 'node:crypto';
import { Queue, matchingRuns, type Entry } from '../../../testing/a-queue.js';

let test: ServiceUnderTest;
matchingRuns((service) => (test = service));

const candidates = ({ proposals }: Entry) => proposals.map(({ lines, difference }) => [...lines.map(({ number, amount }) => `${number} ${amount}`), ...(difference ? [`${difference.kind} ${difference.amount}`] : [])].join(', '));

describe('a credit', () => {
  it('hears whom the bank names as ultimate debtor, then and whenever it looks again', async () => {
    const queue = new Queue(test);
    const [aubert, perret] = [await queue.customer('Menuiserie Aubert SARL'), await queue.customer('Garage Perret & Fils')];
    const items = [await queue.item(aubert, 'FA2026-00101', '960.00'), await queue.item(perret, 'FA2026-00202', '960.00')];
    const [first, second] = [
      queue.credit('960.00', 'COLLECTE 8812', 'CASHPOOL TREASURY BV', { ultimateDebtorName: 'GARAGE PERRET' }),
      queue.credit('1200.00', 'COLLECTE 8813', 'CASHPOOL TREASURY BV', { ultimateDebtorName: 'MENUISERIE AUBERT' }),
    ];
    await queue.receive(first, second, queue.credit('5.00', 'DIVERS', 'JEAN'));
    const said = async ({ transactionId }: { transactionId: string }) => {
      const { proposals } = await queue.entry(transactionId);
      return [proposals[0]?.lines[0]!.itemId, proposals[0]?.reasons.find(({ code }) => code === 'ultimate_debtor')?.params];
    };
    expect(await said(first)).toEqual([items[1], { customer: 'Garage Perret & Fils', name: 'GARAGE PERRET' }]);
    const late = await queue.item(aubert, 'FA2026-00303', '1200.00');
    await queue.quiet();
    expect(await said(second)).toEqual([late, { customer: 'Menuiserie Aubert SARL', name: 'MENUISERIE AUBERT' }]);
  });

  it('that the engine is certain of is asked of the ledger', async () => {
    const queue = new Queue(test);
    const guerin = await queue.customer('Maçonnerie Guérin SAS', { country: null });
    const item = await queue.item(guerin, 'FA2026-00101', '100.00');
    const credit = queue.credit('100.00', 'FACTURE FA2026-00101', 'MACONNERIE GUERIN', { reference: 'BKR1' });
    await queue.receive(credit);
    const entry = await queue.entry(credit.transactionId);
    expect(entry).toMatchObject({
      version: 1, state: 'requested', reference: 'BKR1', bookingDate: '2026-10-05', amount: '100.00', currency: 'EUR', counterpartyName: 'MACONNERIE GUERIN', remittance: 'FACTURE FA2026-00101',
      waitingBecause: null, refusal: null, decidedBy: 'automatic',
    });
    expect(entry.proposals).toMatchObject([{ rank: 1, customerId: guerin, customerName: 'Maçonnerie Guérin SAS', difference: null, lines: [{ itemId: item, number: 'FA2026-00101', amount: '100.00', open: '100.00', kind: 'invoice', dueDate: '2026-10-01' }] }]);
    expect(entry.proposals[0]!.reasons.map(({ code }) => code)).toContain('reference_exact');
    expect(await queue.requests()).toEqual([
      {
        requestId: expect.any(String), transactionId: credit.transactionId, amount: '100.00', currency: 'EUR', bookingDate: '2026-10-05', customerId: guerin, lines: [{ itemId: item, amount: '100.00' }],
        difference: null, decidedBy: 'automatic',
      },
    ]);
    expect(await test.said(queue.organisationId, queueChanged)).toEqual([{ waiting: 0, requested: 1, settled: 0, setAside: 0, transactionIds: [credit.transactionId] }]);
    await queue.ledgerAnswers();
    expect(await queue.entry(credit.transactionId)).toMatchObject({ version: 2, state: 'settled', decidedBy: 'automatic', proposals: [{ lines: [{ open: '0.00' }] }] });
    expect(await queue.summary()).toEqual({ waiting: 0, requested: 0, settledAutomatically: 1, settledByPeople: 0, setAside: 0, waitingBecause: {} });
  });

  it('that it is not certain of waits with its candidates, or without', async () => {
    const queue = new Queue(test);
    await queue.item(await queue.customer('Bois du Sud SARL'), 'FA2026-00103', '250.00');
    await queue.item(await queue.customer('Menuiserie Petit'), 'FA2026-00104', '250.00');
    const [ambiguous, unknown] = [queue.credit('250.00', 'VIREMENT', 'JEAN'), queue.credit('77.00', null)];
    await queue.receive(ambiguous, unknown);
    const entry = await queue.entry(ambiguous.transactionId);
    expect(entry).toMatchObject({ state: 'waiting', waitingBecause: 'unsure', decidedBy: null, decidedAt: null });
    expect(candidates(entry).slice(0, 2).sort()).toEqual(['FA2026-00103 250.00', 'FA2026-00104 250.00']);
    expect(entry.proposals.map(({ rank }) => rank)).toEqual(entry.proposals.map((_, index) => index + 1));
    expect(await queue.entry(unknown.transactionId)).toMatchObject({ state: 'waiting', waitingBecause: 'no_candidate', proposals: [], remittance: null });
    expect(await queue.requests()).toEqual([]);
    expect((await queue.summary()).waitingBecause).toEqual({ unsure: 1, no_candidate: 1 });
  });

  it('for an item that another is on its way to close does not get it too, in the same statement or a later one', async () => {
    const queue = new Queue(test);
    const item = await queue.item(await queue.customer('Bois du Sud SARL'), 'FA2026-00103', '250.00');
    const credits = [1, 2, 3].map(() => queue.credit('250.00', 'FACTURE FA2026-00103', 'BOIS DU SUD'));
    await queue.receive(credits[0]!, credits[1]!);
    await queue.receive(credits[2]!);
    await test.restart();
    const late = queue.credit('250.00', 'FACTURE FA2026-00103', 'BOIS DU SUD');
    await queue.receive(late);
    const requests = await queue.requests();
    expect(requests.map(({ lines }) => lines)).toEqual([[{ itemId: item, amount: '250.00' }]]);
    for (const { transactionId, state, proposals } of await queue.list()) {
      expect([transactionId, state]).toEqual([expect.any(String), 'waiting']);
      expect(proposals.flatMap(({ lines }) => lines)).toEqual([]);
    }
    await queue.ledgerAnswers();
    expect((await queue.summary())).toMatchObject({ waiting: 3, requested: 0, settledAutomatically: 1 });
  });

  it('in another currency is matched in its own, and never to an item of another', async () => {
    const queue = new Queue(test);
    const tokyo = await queue.customer('Tokyo Trading KK', { country: 'JP' });
    const yen = await queue.item(tokyo, 'FA2026-00201', '150000', { currency: 'JPY' });
    await queue.item(tokyo, 'FA2026-00202', '150000.00', { currency: 'EUR' });
    const credit = queue.credit('150000', 'FA2026-00201', 'TOKYO TRADING', { currency: 'JPY' });
    const dollars = queue.credit('150000.00', 'FA2026-00202', 'TOKYO TRADING', { currency: 'USD' });
    await queue.receive(credit, dollars);
    expect(await queue.requests()).toMatchObject([{ transactionId: credit.transactionId, amount: '150000', currency: 'JPY', lines: [{ itemId: yen, amount: '150000' }] }]);
    expect((await queue.entry(dollars.transactionId)).proposals.flatMap(({ lines }) => lines)).toEqual([]);
  });

  it('that undoes an earlier debit waits and is never taken for a payment of an invoice', async () => {
    const queue = new Queue(test);
    await queue.item(await queue.customer('Bois du Sud SARL'), 'FA2026-00103', '250.00');
    const returned = queue.credit('250.00', 'FACTURE FA2026-00103', 'BOIS DU SUD', { reversal: true, returnReason: 'AC04' });
    await queue.receive(returned);
    expect(await queue.entry(returned.transactionId)).toMatchObject({ state: 'waiting', waitingBecause: 'no_candidate', proposals: [] });
  });

  it('larger than the engine counts waits for a person, and the others of its message are matched', async () => {
    const queue = new Queue(test);
    const customer = await queue.customer('Bois du Sud SARL');
    await queue.item(customer, 'FA2026-00103', '250.00');
    await queue.item(customer, 'FA2026-00104', '90071992547409.92');
    const [huge, usual] = [queue.credit('90071992547409.92', 'FA2026-00104'), queue.credit('250.00', 'FACTURE FA2026-00103', 'BOIS DU SUD')];
    await queue.receive(huge, usual);
    expect(await queue.entry(huge.transactionId)).toMatchObject({ state: 'waiting', waitingBecause: 'no_candidate', amount: '90071992547409.92' });
    expect((await queue.entry(usual.transactionId)).state).toBe('requested');
  });
});

it('a debit, a bank’s return of a credit, or nothing at all is no case', async () => {
  const queue = new Queue(test);
  const transactions = [queue.credit('-12.00', 'FRAIS'), queue.credit('-250.00', 'RETOUR', 'BOIS DU SUD', { reversal: true, returnReason: 'AC04' }), queue.credit('0.00', 'RIEN'), queue.credit('-0.00', 'RIEN')];
  await queue.receive(...transactions);
  expect(await queue.list()).toEqual([]);
  for (const { transactionId } of transactions) expect((await queue.reviewer.get(`/queue/${transactionId}`)).status).toBe(404);
  expect(await test.said(queue.organisationId, queueChanged)).toEqual([]);
});

it('a message that comes twice opens its cases once', async () => {
  const queue = new Queue(test);
  const statement = queue.statement(queue.credit('10.00', 'A'), queue.credit('10.00', 'A'));
  await queue.hear(statement, statement);
  await queue.hear(statement);
  expect((await queue.list()).length).toBe(2);
  expect(await queue.summary()).toMatchObject({ waiting: 2 });
});

it('what is known of items and customers is the latest version, in whatever order it is heard', async () => {
  const queue = new Queue(test);
  const customerId = await queue.customer('First name', { version: 2 });
  await queue.customer('Older name', { customerId, version: 1 });
  const item = await queue.item(customerId, 'FA2026-00105', '80.00', { version: 3, open: '50.00' });
  const at = (version: number, open: string) => ({ ...queue.items.get(item)!, version, open });
  const snapshot = (version: number, open: string) => says(queue.organisationId, openItemsChanged, { items: [at(version, open)] });
  await queue.hear(snapshot(5, '30.00'), snapshot(4, '40.00'), says(queue.organisationId, openItemChanged, at(2, '80.00')), says(queue.organisationId, customerChanged, { customerId, version: 3, number: 'C1', name: 'Last name', country: null, iban: null, vatId: null, paymentTermsDays: null }));
  const credit = queue.credit('30.00', 'FACTURE FA2026-00105', 'LAST NAME');
  await queue.receive(credit);
  expect((await queue.entry(credit.transactionId)).proposals[0]).toMatchObject({ customerName: 'Last name', lines: [{ number: 'FA2026-00105', amount: '30.00', open: '30.00' }] });
  expect((await test.user(randomUUID()).get(`/queue/${credit.transactionId}`)).status).toBe(404);
});
