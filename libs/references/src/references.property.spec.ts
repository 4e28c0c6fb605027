import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findCreditorReferences, formatCreditorReference, ogmReference, qrrReference, readCreditorReference, rfReference } from './index.js';

const rf = fc.stringMatching(/^[0-9A-Z]{1,21}$/).map(rfReference);
const ogm = fc.bigInt({ min: 0n, max: 9_999_999_999n }).map(ogmReference);
const qrr = fc.bigInt({ min: 1n, max: 10n ** 26n - 1n }).map(qrrReference);
const any = fc.oneof(rf, ogm, qrr);

it('what is built is read, in plain and in printed form', () => {
  fc.assert(
    fc.property(any, (value) => {
      const reference = readCreditorReference(value);
      expect(reference?.value).toBe(value);
      expect(readCreditorReference(formatCreditorReference(reference!))).toEqual(reference);
    }),
  );
});

it('one changed digit is noticed', () => {
  fc.assert(
    fc.property(any, fc.nat(), fc.integer({ min: 1, max: 9 }), (value, position, shift) => {
      const at = [...value].map((_, i) => i).filter((i) => /\d/.test(value[i]!))[position % [...value].filter((c) => /\d/.test(c)).length]!;
      const changed = value.slice(0, at) + ((Number(value[at]) + shift) % 10) + value.slice(at + 1);
      expect(readCreditorReference(changed)).toBeNull();
    }),
  );
});

it('is found between any words, at its place', () => {
  fc.assert(
    fc.property(any, fc.constantFrom('Facture ', 'VIR /REF ', '(', ''), fc.constantFrom(' merci.', ')', '/MOTIF', ''), (value, before, after) => {
      expect(findCreditorReferences(before + value + after)).toContainEqual(expect.objectContaining({ value, start: before.length, end: before.length + value.length }));
    }),
  );
});
