import { describe, expect, it } from '@jest/globals';
import { dialectOf, formatName, referencesAreTrusted } from './dialect.js';

describe('a format', () => {
  it.each([
    ['camt', 'camt.053.001.08', 'camt.053.001.08', true],
    ['mt940', 'MT942', 'MT942', true],
    ['ofx', '102', 'ofx 102', false],
    ['ofx', '211', 'ofx 211', false],
    ['ofx', null, 'ofx', false],
    ['cfonb120', null, 'cfonb120', true],
  ] as const)('%s %s is called %s; its references are trusted: %s', (format, version, name, trusted) => {
    expect(formatName({ format, version })).toBe(name);
    expect(referencesAreTrusted(dialectOf({ format, version }))).toBe(trusted);
  });
});
