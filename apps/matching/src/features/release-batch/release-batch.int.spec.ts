import { describe, expect, it } from '@jest/globals';
import { batchDetailed, type ImportedTransaction, queueChanged, transactionReleased } from '@lettrage/contracts';
import { says, type ServiceUnderTest } from '@lettrage/testing';
import { randomUUID } from 'node:crypto';
import { Queue, matchingRuns } from '../../../testing/a-queue.js';

let test: ServiceUnderTest;
matchingRuns((service) => (test = service));

const statementFileId = randomUUID();
const detailed = (queue: Queue, { transactionId, amount, currency }: ImportedTransaction) => says(queue.organisationId, batchDetailed, { transactionId, statementFileId, amount, currency, payments: 2 });
const answers = async (queue: Queue) => (await test.said(queue.organisationId, transactionReleased)) as unknown[];

describe('a bulk booking whose payments have come', () => {
  it('leaves the queue as long as nobody has decided on it, and its payments come in its place', async () => {
    const queue = new Queue(test);
    const [bulk, other] = [queue.credit('300.00', 'REMISE'), queue.credit('20.00', 'AUTRE')];
    await queue.receive(bulk, other);
    await queue.hear(detailed(queue, bulk));
    expect(await answers(queue)).toEqual([{ transactionId: bulk.transactionId, statementFileId, released: true }]);
    expect((await queue.list()).map(({ transactionId }) => transactionId)).toEqual([other.transactionId]);
    expect(await queue.summary()).toMatchObject({ waiting: 1 });
    expect((await test.said(queue.organisationId, queueChanged)).at(-1)).toMatchObject({ waiting: 0, transactionIds: [bulk.transactionId] });
    const payments = [queue.credit('100.00', 'A'), queue.credit('200.00', 'B')];
    await queue.receive(...payments);
    expect(await queue.summary()).toMatchObject({ waiting: 3 });
    // The same question once more: it is not in the queue any more, and nothing happens.
    await queue.hear(detailed(queue, bulk));
    expect((await answers(queue)).at(-1)).toMatchObject({ released: false });
    expect(await queue.summary()).toMatchObject({ waiting: 3 });
  });

  it('stays where it is on its way to the ledger, settled, or set aside', async () => {
    const queue = new Queue(test);
    await queue.item(await queue.customer('Maçonnerie Guérin SAS'), 'FA2026-00101', '100.00');
    const [certain, aside] = [queue.credit('100.00', 'FACTURE FA2026-00101', 'MACONNERIE GUERIN'), queue.credit('55.00', 'VIREMENT INTERNE')];
    await queue.receive(certain, aside);
    await queue.reviewer.post(`/queue/${aside.transactionId}/set-aside`, {});
    await queue.hear(detailed(queue, certain), detailed(queue, aside));
    await queue.ledgerAnswers();
    await queue.hear(detailed(queue, certain));
    expect(await answers(queue)).toEqual([certain, aside, certain].map(({ transactionId }) => ({ transactionId, statementFileId, released: false })));
    expect(await queue.summary()).toMatchObject({ settledAutomatically: 1, setAside: 1 });
  });

  it('that is money spent has no case, and is free', async () => {
    const queue = new Queue(test);
    const salaries = queue.credit('-9000.00', 'SALAIRES');
    await queue.receive(salaries);
    await queue.hear(detailed(queue, salaries));
    expect(await answers(queue)).toEqual([{ transactionId: salaries.transactionId, statementFileId, released: true }]);
  });
});
