import { statementCompleted, statementRefused } from '@lettrage/contracts';
import { describe, expect, it } from '@jest/globals';
import { type Delivery } from '../message.js';
import { type MessageHandler } from './handler.js';
import { readDelivery } from './read-delivery.js';

const handler: MessageHandler = { contract: statementCompleted, handle: async () => undefined };
const handlers = new Map([[statementCompleted.name, handler]]);
const delivery: Delivery = {
  eventId: '0190A5F0-0000-7000-8000-0000000000AA', organisationId: '0190a5f0-0000-7000-8000-000000000001', topic: statementCompleted.topic.name, name: statementCompleted.name, key: '',
  payload: JSON.stringify(statementCompleted.sample), publishedAt: new Date('2026-11-21T10:00:00Z'), position: 'x@1',
};
const read = (change: Partial<Delivery>) => readDelivery({ ...delivery, ...change }, handlers);

describe('readDelivery', () => {
  it('gives the handler and the message, its ids in small letters', () => {
    expect(read({})).toEqual({
      kind: 'readable',
      readable: {
        delivery, handler,
        message: { eventId: '0190a5f0-0000-7000-8000-0000000000aa', organisationId: delivery.organisationId, publishedAt: delivery.publishedAt, payload: statementCompleted.sample },
      },
    });
  });

  it('leaves out what the contract does not know, so that an older build reads a newer one’s messages', () => {
    expect(read({ payload: JSON.stringify({ ...statementCompleted.sample, colour: 'red' }) })).toMatchObject({ readable: { message: { payload: statementCompleted.sample } } });
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
