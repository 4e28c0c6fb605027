import { describe, expect, it } from '@jest/globals';
import { findCreditorReferences, formatCreditorReference, isOgm, isQrr, isRf, ogmReference, qrrReference, readCreditorReference, rfReference } from './index.js';

describe('ISO 11649', () => {
  it('knows good and bad check digits', () => {
    expect(isRf('RF18539007547034')).toBe(true);
    expect(isRf('RF31FA2026000123')).toBe(true);
    expect(isRf('RF19539007547034')).toBe(false);
    expect(isRf('RF18')).toBe(false);
    expect(isRf('RF18539007547034000000000000')).toBe(false);
  });
  it('refuses check digits that are never issued though they have the right remainder', () => {
    const body = Array.from({ length: 500 }, (_, i) => `A${i}`).find((text) => rfReference(text).startsWith('RF02'))!;
    expect(isRf(`RF02${body}`)).toBe(true);
    expect(isRf(`RF99${body}`)).toBe(false);
  });
  it('is built over an invoice number', () => {
    expect(rfReference('FA2026-000123')).toBe('RF31FA2026000123');
    expect(rfReference('539007547034')).toBe('RF18539007547034');
    expect(() => rfReference('FACTURE n°12')).toThrow(/only digits and the letters/);
    expect(() => rfReference('1234567890123456789012')).toThrow(/holds 21/);
  });
});

describe('OGM', () => {
  it('writes a remainder of 0 as 97', () => {
    expect(ogmReference(97)).toBe('000000009797');
    expect(ogmReference('0108068171')).toBe('010806817183');
    expect(isOgm('000000009700')).toBe(false);
    expect(isOgm('123456789002')).toBe(true);
    expect(() => ogmReference('12345678901')).toThrow(/holds 10/);
    expect(() => ogmReference(-1)).toThrow(/whole number/);
  });
});

describe('QRR', () => {
  it('checks by recursive modulo 10', () => {
    expect(isQrr('210000000003139471430009017')).toBe(true);
    expect(isQrr('210000000003139471430009018')).toBe(false);
    expect(isQrr('0'.repeat(27))).toBe(false);
    expect(qrrReference('21000000000313947143000901')).toBe('210000000003139471430009017');
  });
});

describe('a whole text', () => {
  it('is read in every printed form', () => {
    for (const text of ['RF18 5390 0754 7034', ' rf18539007547034 ']) expect(readCreditorReference(text)).toEqual({ kind: 'RF', value: 'RF18539007547034' });
    for (const text of ['+++123/4567/89002+++', '***123/4567/89002***', '123456789002', '+++ 123/4567/89002 +++']) expect(readCreditorReference(text)).toEqual({ kind: 'OGM', value: '123456789002' });
    expect(readCreditorReference('21 00000 00003 13947 14300 09017')).toEqual({ kind: 'QRR', value: '210000000003139471430009017' });
  });
  it('is none with something around it, or wrong digits', () => {
    for (const text of ['', 'Facture RF18539007547034', '+++123/4567/89003+++', '+++123/4567/89002***', 'RF']) expect(readCreditorReference(text)).toBeNull();
  });
});

describe('inside a free text', () => {
  const values = (text: string) => findCreditorReferences(text).map((found) => `${found.kind} ${found.value} ${text.slice(found.start, found.end)}`);
  it('finds each with its place', () => {
    expect(values('Facture RF18 5390 0754 7034 merci')).toEqual(['RF RF18539007547034 RF18 5390 0754 7034']);
    expect(values('/REF RF18539007547034/RF31FA2026000123.')).toEqual(['RF RF18539007547034 RF18539007547034', 'RF RF31FA2026000123 RF31FA2026000123']);
    expect(values('betaling +++123/4567/89002+++ en ***010/8068/17183***')).toEqual(['OGM 123456789002 123/4567/89002', 'OGM 010806817183 010/8068/17183']);
    expect(values('Ref 21 00000 00003 13947 14300 09017')).toEqual(['QRR 210000000003139471430009017 21 00000 00003 13947 14300 09017']);
  });
  it('does not take a part of a longer token', () => {
    expect(values('XRF18539007547034')).toEqual([]);
    expect(values('RF18539007547034X9')).toEqual([]);
    expect(values('0123456789002')).toEqual([]);
    expect(values('123456789002A')).toEqual([]);
  });
});

it('prints as people write it, and reads what it prints', () => {
  for (const [value, printed] of [
    ['RF18539007547034', 'RF18 5390 0754 7034'],
    ['123456789002', '+++123/4567/89002+++'],
    ['210000000003139471430009017', '21 00000 00003 13947 14300 09017'],
  ] as const) {
    const reference = readCreditorReference(value)!;
    expect(formatCreditorReference(reference)).toBe(printed);
    expect(readCreditorReference(printed)).toEqual(reference);
  }
});
