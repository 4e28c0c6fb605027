import { describe, expect, it } from '@jest/globals';
import { loadTexts } from '../i18n/languages.js';
import { placeText } from './place-text.js';

const { place } = (await loadTexts.fr()).problem;
const inFrench = (where: Parameters<typeof placeText>[0]) => placeText(where, (part, value) => place[part].replace('{{value}}', value)).replaceAll('\u00a0', ' ');

describe('a place in a file', () => {
  it('is said in the words of the reader, from the whole to the part', () => {
    expect(inFrench({ member: 'juin.xml', line: 9, column: 30, record: 1, path: '/Document/Ntry' })).toBe('juin.xml, ligne 9, colonne 30, enregistrement 1, /Document/Ntry');
    expect(inFrench({ line: 3, field: 'due_date' })).toBe('ligne 3, colonne « due_date »');
    expect(inFrench({ byte: 0 })).toBe('octet 0');
    expect(inFrench({ statement: '2026-06-30' })).toBe('relevé 2026-06-30');
  });

  it('is empty where nothing is known', () => expect([inFrench(undefined), inFrench({})]).toEqual(['', '']));
});
