import { describe, expect, it } from '@jest/globals';
import { sentences } from './sentences.js';

const named = (template: string) => [...template.matchAll(/\{(\w+)[|}]/g)].map(([, name]) => name).sort();
/** Their value is English text, whose own sentences stand beside them. */
const englishInside = new Set(['request_form', 'total_refused', 'rule_unusable', 'reader_fault', 'file_asks', 'file_asks_more']);

describe('what services say of a case', () => {
  it.each(Object.entries(sentences))('%s names the same values in both languages, and has no no-break space of its own', (id, { en, fr }) => {
    if (!englishInside.has(id)) expect(named(fr)).toEqual(named(en));
    expect([en, fr].join('')).not.toMatch(/[\u00a0\u202f]/);
    expect(fr).not.toBe(en);
  });
});
