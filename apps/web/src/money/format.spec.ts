import { describe, expect, it } from '@jest/globals';
import { formatsOf } from './format.js';

const fr = formatsOf('fr', 'Europe/Paris');
const en = formatsOf('en', 'Europe/Paris');

describe('formats', () => {
  it('writes money in each language, from the decimal string', () => {
    expect(fr.money('1234567.5', 'EUR')).toBe('1\u202f234\u202f567,50\u00a0€');
    expect(en.money('-1234.50', 'EUR')).toBe('-€1,234.50');
    expect(en.money('1500', 'JPY')).toBe('JP¥1,500');
    expect(fr.amount('-0.25', 'EUR')).toBe('-0,25');
  });

  it('keeps every digit that a double would lose', () => {
    expect(en.amount('999999999999999999.99', 'EUR')).toBe('999,999,999,999,999,999.99');
    expect(en.amount('9007199254740993.01', 'EUR')).toBe('9,007,199,254,740,993.01');
  });

  it('writes a rate as the bank wrote it', () => {
    expect(fr.rate('0.92143578')).toBe('0,92143578');
    expect(en.rate('1655.957')).toBe('1,655.957');
  });

  it('rounds a confidence neither up to certainty nor down to nothing', () => {
    expect(en.percent(0.99987)).toBe('99.9%');
    expect(en.percent(0.0004)).toBe('<\u00a01%');
    expect(en.percent(0)).toBe('0%');
    expect(fr.percent(0.5)).toBe('50\u00a0%');
  });

  it('writes a calendar date as it is, and an instant in the organisation’s zone', () => {
    expect(fr.date('2026-03-01')).toBe('1 mars 2026');
    expect(en.date('2026-12-31')).toBe('31 Dec 2026');
    expect(en.instant('2026-06-30T22:30:00Z')).toContain('1 Jul 2026');
  });

  it('writes sizes in units of a thousand', () => {
    expect([fr.list(['créée', 'mise en service']), en.list(['a', 'b', 'c'])]).toEqual(['créée et mise en service', 'a, b and c']);
    expect(en.bytes(999)).toBe('999 bytes');
    expect(en.bytes(104_857_600)).toBe('104.9 MB');
  });
});
