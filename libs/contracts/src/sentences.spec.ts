import { describe, expect, it } from '@jest/globals';
import { filledIn, onTheWire, sentence, sentences } from './sentences.js';

const named = (template: string) => [...template.matchAll(/\{(\w+)[|}]/g)].map(([, name]) => name).sort();

describe('what services say of a case', () => {
  it.each(Object.entries(sentences))('%s names the same values in both languages, and has no no-break space of its own', (_, { en, fr }) => {
    expect(named(fr)).toEqual(named(en));
    expect([en, fr].join('')).not.toMatch(/[\u00a0\u202f]/);
    expect(fr).not.toBe(en);
  });

  it('is the English text with the values, which go along', () => {
    const said = sentence('item_open', { number: 'FA1', open: '0.00 EUR', asked: '12.50 EUR' });
    expect(said.text).toBe('FA1: 0.00 EUR is open, 12.50 EUR was asked');
    expect(onTheWire(said)).toEqual({ id: 'item_open', values: { number: 'FA1', open: '0.00 EUR', asked: '12.50 EUR' } });
    expect(sentence('no_rule').text).toBe('There is no such rule');
  });

  it('has words for values that are codes, and leaves alone a code that it has no word for', () => {
    expect(sentence('case_decided_meanwhile', { state: 'set_aside' }).text).toBe('This transaction was decided meanwhile and is set aside');
    expect(filledIn('{what|same=le même|another=un autre}', { what: 'third' })).toBe('third');
  });
});
