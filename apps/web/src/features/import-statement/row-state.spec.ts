import { describe, expect, it } from '@jest/globals';
import { rowStateOf } from './row-state.js';

describe('rowStateOf', () => {
  it('says what the import would do', () => {
    expect(rowStateOf({ status: 'booked', known: false, probableDuplicateOf: [] })).toBe('new');
    expect(rowStateOf({ status: 'booked', known: true, probableDuplicateOf: [] })).toBe('known');
    expect(rowStateOf({ status: 'booked', known: false, probableDuplicateOf: ['t1'] })).toBe('probable');
  });

  it('counts money that has not moved as nothing but what it is', () => {
    expect(rowStateOf({ status: 'pending', known: true, probableDuplicateOf: ['t1'] })).toBe('pending');
  });
});
