import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { createLogger } from '@lettrage/observability';
import { type Consumer, type Kafka } from 'kafkajs';
import { type Subscribed } from '../transport.js';
import { subscribe } from './topic-reader.js';

afterEach(() => void jest.useRealTimers());

/** Kafka's client as far as the reader sees it: each consumer joins at once, unless `reachable` says no. */
class Clients {
  readonly made: { say(event: string, payload: object): void; connected: boolean }[] = [];
  reachable = true;

  consumer(): Consumer {
    const listeners = new Map<string, (event: { payload: object }) => void>();
    const client = { connected: false, say: (event: string, payload: object) => listeners.get(event)?.({ payload }) };
    this.made.push(client);
    return {
      events: { HEARTBEAT: 'heartbeat', FETCH: 'fetch', GROUP_JOIN: 'join', REBALANCING: 'rebalancing', CRASH: 'crash' },
      on: (event: string, listener: (event: { payload: object }) => void) => listeners.set(event, listener),
      connect: async () => {
        if (!this.reachable) throw new Error('connect ECONNREFUSED');
        client.connected = true;
      },
      subscribe: async () => undefined,
      run: async () => client.say('join', { memberAssignment: { 'x.topic': [0] } }),
      disconnect: async () => void (client.connected = false),
    } as unknown as Consumer;
  }
}

async function reading(): Promise<{ clients: Clients; reader: Subscribed; fatal: Error[] }> {
  jest.useFakeTimers();
  const clients = new Clients();
  const fatal: Error[] = [];
  const subscription = { consumer: 'reader', topics: ['topic'], handle: async () => undefined, onFatal: (error: Error) => void fatal.push(error) };
  return { clients, fatal, reader: await subscribe(clients as unknown as Kafka, 'x.', new Map([['topic', 1]]), subscription, createLogger('test', 'silent')) };
}

/** As kafkajs says it when the broker that it was sent away by is gone before it can name the group's new coordinator. */
const nobodyToAsk = () => {
  const cause = Object.assign(new Error('Failed to find group coordinator'), { name: 'KafkaJSGroupCoordinatorNotFound', retriable: false });
  return Object.assign(new Error(cause.message, { cause }), { name: 'KafkaJSNonRetriableError', retriable: false });
};

/** As it says it when an answer to its greeting came too late. */
const greetedTooLate = () => new Error('Broker not connected');

describe('a client that gives up', () => {
  it.each([['nobody names the coordinator', nobodyToAsk], ['the greeting came too late', greetedTooLate]])('because no broker answers (%s) is replaced, however long that lasts, and the process goes on', async (_, error) => {
    const { clients, reader, fatal } = await reading();
    expect(reader.ready()).toBe(true);
    clients.reachable = false;
    clients.made[0]!.say('crash', { restart: false, error: error() });
    expect(reader.ready()).toBe(false);
    await jest.advanceTimersByTimeAsync(600_000);
    expect([reader.ready(), reader.silentForMs() < 5_000, fatal]).toEqual([false, true, []]);
    clients.reachable = true;
    await jest.advanceTimersByTimeAsync(2_000);
    expect([reader.ready(), fatal]).toEqual([true, []]);
    expect(clients.made.map(({ connected }) => connected)).toEqual([true, ...clients.made.slice(2).map(() => false), true]);
    // What the first one still says is of no interest.
    clients.made[0]!.say('crash', { restart: false, error: error() });
    await jest.advanceTimersByTimeAsync(10_000);
    expect([reader.ready(), clients.made.at(-1)!.connected]).toEqual([true, true]);
  });

  it('for a reason that waiting does not mend is reported', async () => {
    const { clients, reader, fatal } = await reading();
    const error = new TypeError('cannot read properties of undefined');
    clients.made[0]!.say('crash', { restart: false, error });
    await jest.advanceTimersByTimeAsync(60_000);
    expect([reader.ready(), fatal, clients.made.length]).toEqual([false, [error], 1]);
  });

  it('and says itself that it begins again is left alone', async () => {
    const { clients, reader, fatal } = await reading();
    clients.made[0]!.say('crash', { restart: true, error: nobodyToAsk() });
    await jest.advanceTimersByTimeAsync(60_000);
    expect([reader.ready(), fatal, clients.made.length]).toEqual([false, [], 1]);
  });

  it('is not replaced once the service stops', async () => {
    const { clients, reader } = await reading();
    clients.made[0]!.say('crash', { restart: false, error: nobodyToAsk() });
    await reader.stop();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(clients.made.length).toBe(1);
  });
});
