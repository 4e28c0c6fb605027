import { describe, expect, it } from '@jest/globals';
import { deliveryOf } from './delivery-of.js';

const headers = { event_id: Buffer.from('e'), organisation_id: [Buffer.from('o'), 'p'], name: 'n' };

describe('deliveryOf', () => {
  it('takes a message as it is', () => {
    expect(deliveryOf('t', 't/0@7', { key: Buffer.from('k'), value: Buffer.from('{"é":1}'), headers, timestamp: '1763700000123' })).toEqual({
      eventId: 'e', organisationId: 'o', topic: 't', name: 'n', key: 'k', payload: '{"é":1}', original: null, publishedAt: new Date(1_763_700_000_123), position: 't/0@7',
    });
  });

  it('makes nothing up where nothing is', () => {
    expect(deliveryOf('t', 'p', { key: null, value: null, headers: undefined, timestamp: '' })).toEqual({
      eventId: null, organisationId: null, topic: 't', name: null, key: '', payload: '', original: null, publishedAt: null, position: 'p',
    });
  });

  it('keeps the bytes of what is no text, or a text with NUL', () => {
    for (const bytes of [[0xff], [0x22, 0x00, 0x22], [0xc3]]) expect(deliveryOf('t', 'p', { key: null, value: Buffer.from(bytes), headers, timestamp: '1' }).original).toEqual(Buffer.from(bytes));
  });

  it.each(['-1', '9223372036854775807', 'x', '999999999999999'])('has no instant for the timestamp %s, which a database would refuse', (timestamp) => {
    expect(deliveryOf('t', 'p', { key: null, value: null, headers, timestamp }).publishedAt).toBeNull();
  });
});
