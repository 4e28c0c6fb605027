import { describe, expect, it } from '@jest/globals';
import { filledIn, onTheWire, sentencesOf } from './index.js';

const say = sentencesOf({
  item_open: { en: '{number}: {open} is open, {asked} was asked', fr: '{number} : il reste {open} dus, {asked} ont été demandés' },
  decided: { en: 'This is {state|requested=requested|set_aside=set aside}', fr: 'C’est {state|requested=en chemin|set_aside=mis de côté}' },
  no_rule: { en: 'There is no such rule', fr: 'Cette règle n’existe pas' },
});

describe('a sentence', () => {
  it('is the English text with the values, which go along', () => {
    const said = say('item_open', { number: 'FA1', open: '0.00 EUR', asked: '12.50 EUR' });
    expect(said.text).toBe('FA1: 0.00 EUR is open, 12.50 EUR was asked');
    expect(onTheWire(said)).toEqual({ id: 'item_open', values: { number: 'FA1', open: '0.00 EUR', asked: '12.50 EUR' } });
    expect(say('no_rule').text).toBe('There is no such rule');
  });

  it('has words for values that are codes, and leaves alone a code that it has no word for', () => {
    expect(say('decided', { state: 'set_aside' }).text).toBe('This is set aside');
    expect(filledIn('{what|same=le même|another=un autre}', { what: 'third' })).toBe('third');
  });

  it('puts a value in as it is', () => expect(say('decided', { state: '$& {state}' }).text).toBe('This is $& {state}'));
});
