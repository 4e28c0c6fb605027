import { describe, expect, it } from '@jest/globals';
import { isPlainName, isUnfinished, numberedName, plainName } from './inbox-names.js';

describe('names in the inbox', () => {
  it.each(['a.xml.part', 'a.tmp', '.a.xml.Xy12', 'a.xml.filepart', 'a.csv~', '~a.csv', 'A.PART'])('%s is still being written', (name) => expect(isUnfinished(name)).toBe(true));
  it.each(['a.xml', 'part', 'tmp.csv', 'C53_2026-10-01.p000003.zip', 'sans extension', 'a.part.xml'])('%s is a file to import', (name) => expect(isUnfinished(name)).toBe(false));

  it.each([['relevé d’octobre.csv', true], ['a\\..\\b.xml', false], ['a\n.xml', false], ['C:x.xml', false], [' a.xml', false], ['a.', false], ['a\u202Elmx.exe', false], ['x'.repeat(181), false]])('%j is plain: %s', (name, plain) => {
    expect(isPlainName(name)).toBe(plain);
    expect(isPlainName(plainName(name))).toBe(true);
  });

  it('are numbered beside one that is taken', () => {
    expect([1, 2, 3].map((number) => numberedName('october.xml', number))).toEqual(['october.xml', 'october.2.xml', 'october.3.xml']);
    expect(numberedName('october', 2)).toBe('october.2');
  });
});
