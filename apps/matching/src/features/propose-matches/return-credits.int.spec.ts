import { describe, expect, it } from '@jest/globals';
import { transactionsSetAside, undoRequested } from '@lettrage/contracts';
import { type ServiceUnderTest } from '@lettrage/testing';
import { Queue, matchingRuns } from '../../../testing/a-queue.js';

let test: ServiceUnderTest;
matchingRuns((service) => (test = service));

const undos = async (queue: Queue) => (await test.said(queue.organisationId, undoRequested)).flatMap((said) => said.undos);
const setAside = async (queue: Queue) => (await test.said(queue.organisationId, transactionsSetAside)).flatMap((said) => said.transactions);
const takesBack = (queue: Queue, amount: string, endToEndId: string, more: object = {}) => queue.credit(`-${amount}`, 'RETOUR', null, { bookingDate: '2026-10-09', endToEndId, returnReason: 'AC04', ...more });

/** An organisation whose only invoice has been paid by a credit with this end-to-end id. */
async function paid(endToEndId: string, answered = true) {
  const queue = new Queue(test);
  const item = await queue.item(await queue.customer('Bois du Sud SARL'), 'FA2026-00103', '250.00');
  const credit = queue.credit('250.00', 'FACTURE FA2026-00103', 'BOIS DU SUD', { endToEndId });
  await queue.receive(credit);
  if (answered) await queue.ledgerAnswers();
  return { queue, item, credit };
}

describe('a credit that the bank takes back', () => {
  it('opens again what it had paid, from that day, and counts no more; the next payment of the invoice is allocated', async () => {
    const { queue, item, credit } = await paid('E2E-1');
    await queue.receive(takesBack(queue, '250.00', 'E2E-1'));
    expect(await undos(queue)).toEqual([{ requestId: expect.any(String), transactionId: credit.transactionId, undoneBy: 'automatic', effectiveDate: '2026-10-09' }]);
    expect((await queue.entry(credit.transactionId)).state).toBe('requested');
    await queue.ledgerAnswers();
    expect(await queue.entry(credit.transactionId)).toMatchObject({ state: 'set_aside', decidedBy: 'automatic' });
    expect(await setAside(queue)).toEqual([{ transactionId: credit.transactionId, setAside: true }]);
    expect(await queue.summary()).toMatchObject({ waiting: 0, requested: 0, settledAutomatically: 0, setAside: 1 });
    const again = queue.credit('250.00', 'FACTURE FA2026-00103', 'BOIS DU SUD', { bookingDate: '2026-10-12', endToEndId: 'E2E-2' });
    await queue.receive(again);
    expect((await queue.requests()).at(-1)).toMatchObject({ transactionId: again.transactionId, lines: [{ itemId: item, amount: '250.00' }] });
  });

  it('leaves the queue where it was still waiting', async () => {
    const queue = new Queue(test);
    const credit = queue.credit('80.00', 'VIREMENT', 'INCONNU', { endToEndId: 'E2E-3' });
    await queue.receive(credit);
    await queue.receive(takesBack(queue, '80.00', 'E2E-3', { returnReason: null, reversal: true }));
    expect(await queue.entry(credit.transactionId)).toMatchObject({ state: 'set_aside' });
    expect(await undos(queue)).toEqual([]);
    expect(await queue.summary()).toMatchObject({ waiting: 0, setAside: 1 });
  });

  it('while its request is on its way is undone when the ledger has answered, yes or no', async () => {
    const yes = await paid('E2E-4', false);
    await yes.queue.receive(takesBack(yes.queue, '250.00', 'E2E-4'));
    expect(await undos(yes.queue)).toEqual([]);
    await yes.queue.ledgerAnswers();
    expect(await undos(yes.queue)).toMatchObject([{ transactionId: yes.credit.transactionId, effectiveDate: '2026-10-09' }]);
    await yes.queue.ledgerAnswers();
    expect(await yes.queue.entry(yes.credit.transactionId)).toMatchObject({ state: 'set_aside' });

    const no = await paid('E2E-5', false);
    await no.queue.receive(takesBack(no.queue, '250.00', 'E2E-5'));
    await no.queue.ledgerAnswers(() => 'no, says the ledger');
    expect(await no.queue.entry(no.credit.transactionId)).toMatchObject({ state: 'set_aside' });
    expect(await no.queue.summary()).toMatchObject({ waiting: 0, requested: 0, setAside: 1 });
  });

  it('is found in its own file too, and undone once however often the return is told', async () => {
    const queue = new Queue(test);
    await queue.item(await queue.customer('Bois du Sud SARL'), 'FA2026-00103', '250.00');
    const credit = queue.credit('250.00', 'FACTURE FA2026-00103', 'BOIS DU SUD', { endToEndId: 'E2E-6' });
    await queue.receive(takesBack(queue, '250.00', 'E2E-6'), credit);
    await queue.ledgerAnswers();
    await queue.receive(takesBack(queue, '250.00', 'E2E-6'));
    await queue.ledgerAnswers();
    expect(await undos(queue)).toHaveLength(1);
    expect(await queue.entry(credit.transactionId)).toMatchObject({ state: 'set_aside' });
  });

  it('is left alone where two could be meant, where another amount or currency comes back, and where nothing says that it is a return', async () => {
    const queue = new Queue(test);
    const [first, second, dollars] = [queue.credit('90.00', 'A', 'JEAN'), queue.credit('90.00', 'B', 'JEAN'), queue.credit('70.00', 'C', 'PAUL', { currency: 'USD' })];
    await queue.receive(first, second, dollars);
    const named = (amount: string, counterpartyName: string, more: object = {}) => queue.credit(amount, 'RETOUR', counterpartyName, { bookingDate: '2026-10-09', returnReason: 'AC04', ...more });
    await queue.receive(named('-90.00', 'JEAN'), named('-70.00', 'PAUL'), named('-91.00', 'JEAN'), named('-90.00', 'JEAN', { returnReason: null }));
    expect(await queue.summary()).toMatchObject({ waiting: 3, setAside: 0 });
  });

  it('can be brought back by a person, and then counts as any other', async () => {
    const { queue, item, credit } = await paid('E2E-7');
    await queue.receive(takesBack(queue, '250.00', 'E2E-7'));
    await queue.ledgerAnswers();
    expect((await queue.reviewer.post(`/queue/${credit.transactionId}/undo`)).status).toBeLessThan(300);
    expect((await queue.reviewer.post(`/queue/${credit.transactionId}/confirm`, { lines: [{ itemId: item, amount: '250.00' }] })).status).toBe(202);
    await queue.ledgerAnswers();
    expect(await queue.entry(credit.transactionId)).toMatchObject({ state: 'settled' });
    expect(await undos(queue)).toHaveLength(1);
  });
});
