import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type bankImportHttp, type matchingHttp } from '@lettrage/contracts';
import { expectBooksToBalance, startTestKafka, type TestKafka } from '@lettrage/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { until } from '@lettrage/cli';
import { type ServiceName, startTestServices, type TestServices } from '../system/running-services.js';
import { uploadCompany, uploadStatement, worldOf } from '../system/upload-world.js';

const brokerDownMs = 20_000;
const convergedWithinMs = 60_000;

let kafka: TestKafka;
let system: TestServices;
beforeAll(async () => {
  kafka = await startTestKafka();
  system = await startTestServices(kafka.brokers.join(','), 'killed.');
});
afterAll(async () => {
  await system?.stop();
  await kafka?.stop();
});

describe('an import of 2,000 transactions over Kafka', () => {
  const world = worldOf(2400);
  /** Over Kafka invoices and payments come by topics of their own; that the figures show an invoice does not say that matching has heard of it. */
  const knownToMatching = async () => {
    const administrator = new pg.Client(system.administratorUrl);
    await administrator.connect();
    try {
      return (await administrator.query<{ known: number }>('select count(*)::int as known from matching.open_item where open_minor <> 0')).rows[0]!.known;
    } finally {
      await administrator.end();
    }
  };

  it('loses nothing and doubles nothing while each service is killed once and the broker is away for 20 s', async () => {
    await uploadCompany(system.owner, world);
    await until('matching knows all invoices', knownToMatching, (known) => known === world.invoices.filter(({ openMinor }) => openMinor !== 0n).length);
    const file = await uploadStatement(system.owner, world);

    // bank-import is in the middle of the file, matching and invoicing in the middle of its first messages.
    for (const name of ['bank-import', 'matching', 'invoicing', 'cash', 'gateway'] satisfies ServiceName[]) {
      await system.services[name].kill();
      await sleep(200);
      await system.services[name].restart();
    }
    await kafka.halt();
    await sleep(brokerDownMs);
    await kafka.restart();
    const lastStart = performance.now();

    const state = () =>
      system.owner.get<bankImportHttp.StatementFile>(`statements/${file.statementFileId}`).catch((error: Error) => {
        const lastWords = (['gateway', 'bank-import'] as const).map((name) => `${name}'s last words: ${system.services[name].logs().slice(-3000)}`);
        throw new Error([error.message, ...lastWords].join('; '), { cause: error });
      });
    const read = await until('the file is read', state, ({ state }) => state === 'completed' || state === 'refused', convergedWithinMs);
    expect(read).toMatchObject({ state: 'completed', imported: world.statement.transactions.length, known: 0 });
    await expectBooksToBalance(system.administratorUrl, { withinMs: convergedWithinMs - (performance.now() - lastStart) });
    const credits = world.statement.transactions.filter(({ amountMinor }) => amountMinor > 0n).length;
    const summary = await system.owner.get<matchingHttp.QueueSummary>('queue/summary');
    expect(summary.waiting + summary.settledAutomatically).toBe(credits);
    expect(summary.settledAutomatically).toBeGreaterThan(credits / 2);
  }, 480_000);
});
