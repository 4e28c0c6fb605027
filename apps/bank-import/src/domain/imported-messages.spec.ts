import { describe, expect, it } from '@jest/globals';
import { messagesOf } from './imported-messages.js';

const rows = (account: string, count: number) => Array.from({ length: count }, (_, place) => ({ bankAccountId: account, place }));

describe('the messages about new transactions', () => {
  it('carry at most 500 each, in order', () => {
    const messages = messagesOf(rows('a', 1001));
    expect(messages.map((message) => message.length)).toEqual([500, 500, 1]);
    expect(messages.flat()).toEqual(rows('a', 1001));
  });

  it('carry at most a million characters of text, and one transaction that has more alone', () => {
    const fat = (characters: number) => ({ bankAccountId: 'a', remittance: 'é'.repeat(characters - 10), structuredReferences: ['RF18539007'] });
    expect(messagesOf([fat(400_000), fat(600_000), fat(100), fat(1_000_001), fat(100)]).map((message) => message.length)).toEqual([2, 1, 1, 1]);
  });

  it('are of one account each', () => {
    expect(messagesOf([...rows('a', 2), ...rows('b', 1), ...rows('a', 1)]).map((message) => `${message[0]!.bankAccountId}${message.length}`)).toEqual(['a2', 'b1', 'a1']);
  });

  it('are none where nothing is new', () => {
    expect(messagesOf([])).toEqual([]);
  });
});
