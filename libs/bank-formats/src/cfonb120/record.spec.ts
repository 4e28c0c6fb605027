import { expect, it } from '@jest/globals';
import { frenchIban, overpunched, recordDate } from './record.js';

it('reads the sign in the last character', () => {
  expect(overpunched('0000000001904}', 2, 'EUR')).toEqual({ minor: -19040n, currency: 'EUR' });
  expect(overpunched('0000000166956E', 2, 'EUR')).toEqual({ minor: 1669565n, currency: 'EUR' });
  expect(overpunched('0000000000001R', 2, 'EUR')).toEqual({ minor: -19n, currency: 'EUR' });
  expect(overpunched('0000000005000{', 3, 'EUR')).toEqual({ minor: 5000n, currency: 'EUR' });
  expect([overpunched('0000000005000é', 2, 'EUR'), overpunched('0000000005000è', 2, 'EUR')]).toEqual([{ minor: 50000n, currency: 'EUR' }, { minor: -50000n, currency: 'EUR' }]);
  expect(overpunched('0000000005000?', 2, 'EUR')).toBeNull();
  expect(overpunched('00000000X5000{', 2, 'EUR')).toBeNull();
});

it('knows the IBAN of a French account', () => {
  expect(frenchIban('30006', '00001', '12345678901')).toBe('FR7630006000011234567890189');
  expect(frenchIban('20041', '01005', '0500013M026')).toBe('FR1420041010050500013M02606');
  expect(frenchIban('     ', '00001', '12345678901')).toBeNull();
});

it('reads dates, and blanks as none', () => {
  expect(recordDate('300626')).toBe('2026-06-30');
  expect(recordDate('000000')).toBeNull();
  expect(recordDate('      ')).toBeNull();
});
