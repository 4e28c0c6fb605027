import { describe, expect, it } from '@jest/globals';
import { ownPath, queueSearch, signInSearch, tokenInHash } from './search.js';

describe('ownPath', () => {
  it('goes on within this page only', () => {
    expect(ownPath('/queue?state=settled')).toBe('/queue?state=settled');
    expect(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:1', undefined].map(ownPath)).toEqual(['/', '/', '/', '/', '/']);
  });
});

describe('tokenInHash', () => {
  it('finds the token behind a path or alone', () => {
    expect(tokenInHash('/sign-in?token=abc')).toBe('abc');
    expect(tokenInHash('token=abc')).toBe('abc');
    expect(tokenInHash('')).toBeNull();
  });
});

describe('searches of the address', () => {
  it('keep what they know as text', () => {
    expect(queueSearch({ state: 'settled', search: 1200.5, other: 'x' })).toEqual({ state: 'settled', search: '1200.5', statementFileId: undefined });
    expect(queueSearch({ state: 'requested' }).state).toBeUndefined();
    expect(signInSearch({ token: 't', ended: true })).toEqual({ token: 't', next: undefined, ended: true });
  });
});
