import { describe, expect, it } from '@jest/globals';
import { messagesOf } from './messages-of.js';

describe('results are said in several messages', () => {
  it('of at most 500 results', () => {
    const results = Array.from({ length: 1001 }, (_, index) => index);
    const messages = messagesOf(results, () => 1);
    expect(messages.map((message) => message.length)).toEqual([500, 500, 1]);
    expect(messages.flat()).toEqual(results);
  });
  it('of at most 5000 ledger entries, where one result alone does not have more', () => {
    expect(messagesOf([4000, 1000, 1, 9000, 2, 4999], (entries) => entries)).toEqual([[4000, 1000], [1], [9000], [2], [4999]]);
  });
  it('and none, where there is nothing to say', () => expect(messagesOf([], () => 1)).toEqual([]));
});
