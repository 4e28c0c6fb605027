import { randomUUID } from 'node:crypto';
import { type ImportedTransaction, transactionsImported, transactionsPerMessage } from '@lettrage/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, kinds, Recorder, sequence, until, within, type World } from '../../testing/world.js';
import { type Message, type MessageHandler, MessageTooLarge, publish } from '../index.js';
import { largestMessageBytes } from '../message-size.js';

const [sampleTransaction] = transactionsImported.sample.transactions as [ImportedTransaction];

/** The fattest that a reader lets through has some 16,000 characters of remittance. */
function fat(transactions: number, remittanceChars: number) {
  return { ...transactionsImported.sample, transactions: Array.from({ length: transactions }, () => ({ ...sampleTransaction, remittance: 'é'.repeat(remittanceChars) })) };
}

class CountTransactions implements MessageHandler<typeof transactionsImported.sample> {
  readonly contract = transactionsImported;
  readonly counts: number[] = [];
  async handle(_: unknown, __: string, messages: readonly Message<typeof transactionsImported.sample>[]): Promise<void> {
    for (const { payload } of messages) this.counts.push(payload.transactions.length);
  }
}

describe.each(kinds)('large messages over %s', (kind) => {
  let world: World;
  const counter = new CountTransactions();
  beforeAll(async () => {
    world = await createWorld(kind);
    await world.start('speaker');
    await world.start('hearer', [counter, new Recorder()]);
  });
  afterAll(() => world?.stop());

  const say = (payloads: readonly (typeof transactionsImported.sample)[]) => {
    const organisation = randomUUID();
    return world.speaker.inOrganisation(organisation, (tx) => publish(tx, organisation, transactionsImported, payloads));
  };

  it('a message of 10 MB arrives, and the small ones behind it', async () => {
    counter.counts.length = 0;
    await say([fat(transactionsPerMessage, 10_000), fat(1, 1)]);
    await until(() => counter.counts, ({ length }) => length === 2);
    expect(counter.counts).toEqual([transactionsPerMessage, 1]);
  });

  it('a hundred of 300 kB at once arrive, which no broker takes as one batch', async () => {
    // A second or two; a pause between batches, of which there are more than thirty, would take longer than this.
    await within(20_000, async () => {
      counter.counts.length = 0;
      await say(sequence(100).map(() => fat(300, 300)));
      await until(() => counter.counts, ({ length }) => length === 100);
      expect(counter.counts).toEqual(sequence(100).map(() => 300));
    });
    expect(await world.parked()).toEqual([]);
  });

  it('a thousand small ones beside them keep their order', async () => {
    const organisation = randomUUID();
    await world.say(organisation, sequence(1000));
    expect(await until(() => world.effects(organisation), ({ length }) => length === 1000)).toEqual(sequence(1000));
  });

  it('a message that no broker would ever take is refused to the one who says it, and blocks nobody', async () => {
    const tooLarge = say([fat(500, largestMessageBytes / 1000 + 1)]);
    await expect(tooLarge).rejects.toThrow(MessageTooLarge);
    const organisation = randomUUID();
    await world.say(organisation, [1]);
    await until(() => world.effects(organisation), ({ length }) => length === 1);
  });
});
