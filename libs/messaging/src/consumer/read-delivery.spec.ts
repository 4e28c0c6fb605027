import { openItemChanged, openItemsChanged, statementCompleted, statementRefused } from '@lettrage/contracts';
import { describe, expect, it } from '@jest/globals';
import { type Delivery } from '../message.js';
import { type MessageHandler } from './handler.js';
import { heardEvents } from './heard-events.js';
import { readDelivery } from './read-delivery.js';

const handler: MessageHandler = { contract: statementCompleted, handle: async () => undefined };
const ofItems: MessageHandler = { contract: openItemsChanged, handle: async () => undefined };
const heard = heardEvents([handler, ofItems]);
const delivery: Delivery = {
  eventId: '0190A5F0-0000-7000-8000-0000000000AA', organisationId: '0190a5f0-0000-7000-8000-000000000001', topic: statementCompleted.topic.name, name: statementCompleted.name, key: '',
  payload: JSON.stringify(statementCompleted.sample), publishedAt: new Date('2026-11-21T10:00:00Z'), position: 'x@1',
};
const read = (change: Partial<Delivery>) => readDelivery({ ...delivery, ...change }, heard);

describe('readDelivery', () => {
  it('gives the handler and the message, its ids in small letters', () => {
    expect(read({})).toEqual({
      kind: 'readable',
      readable: {
        delivery, handler, isFact: true,
        message: { eventId: '0190a5f0-0000-7000-8000-0000000000aa', organisationId: delivery.organisationId, publishedAt: delivery.publishedAt, payload: statementCompleted.sample },
      },
    });
  });

  it('takes over what this process checked when it said it', () => {
    const checked = { ...statementCompleted.sample };
    const reading = read({ payload: 'not looked at', checked });
    expect(reading.kind === 'readable' && reading.readable.message.payload).toBe(checked);
    const item = openItemChanged.sample;
    expect(read({ name: openItemChanged.name, topic: openItemChanged.topic.name, checked: item })).toMatchObject({ readable: { message: { payload: { items: [item] } } } });
  });

  it('leaves out what the contract does not know, so that an older build reads a newer one’s messages', () => {
    expect(read({ payload: JSON.stringify({ ...statementCompleted.sample, colour: 'red' }) })).toMatchObject({ readable: { message: { payload: statementCompleted.sample } } });
  });

  it('gives what an earlier build said in today’s form, to the handler of today’s event', () => {
    const item = openItemChanged.sample;
    expect(read({ name: openItemChanged.name, topic: openItemChanged.topic.name, payload: JSON.stringify(item) })).toMatchObject({ readable: { handler: ofItems, isFact: false, message: { payload: { items: [item] } } } });
    expect(read({ name: openItemsChanged.name, payload: JSON.stringify({ items: [item] }) })).toMatchObject({ readable: { handler: ofItems, isFact: true, message: { payload: { items: [item] } } } });
    expect(read({ name: openItemChanged.name, payload: JSON.stringify({ items: [item] }) })).toMatchObject({ kind: 'unreadable', reason: expect.stringMatching(/^breaks invoicing.open-item-changed.v1: itemId/) });
  });

  it('has one handler for a name', () => {
    expect(() => heardEvents([handler, { ...handler }])).toThrow('two handlers for one event');
    expect(() => heardEvents([ofItems, { ...handler, contract: openItemChanged as never }])).toThrow('invoicing.open-item-changed.v1');
  });

  it('passes by what is for others', () => {
    expect(read({ name: statementRefused.name, payload: 'whatever' })).toEqual({ kind: 'not_for_us' });
  });

  it.each<[string, Partial<Delivery>, RegExp]>([
    ['no name', { name: null }, /carries no contract name/],
    ['an unknown name', { name: 'x.y.v9' }, /no contract is called "x.y.v9"/],
    ['no event id', { eventId: null }, /no event id or no organisation \("null", "0190/],
    ['no organisation', { organisationId: 'all' }, /"all"/],
    ['broken JSON', { payload: '{"filename": "Dupont Jean' }, /^not JSON: SyntaxError in 25 characters$/],
    ['a broken contract', { payload: '{}' }, /^breaks bank-import.statement-completed.v1: statementFileId .*; filename .*; imported /],
  ])('calls unreadable what has %s, without repeating what may be somebody’s name', (_, change, reason) => {
    expect(read(change)).toEqual({ kind: 'unreadable', reason: expect.stringMatching(reason) });
    expect(JSON.stringify(read(change))).not.toContain('Dupont');
  });
});
