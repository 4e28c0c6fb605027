import { describe, expect, it } from '@jest/globals';
import { formatsOf } from '../money/format.js';
import { reasonText, writtenBy } from './reason-text.js';

const asIs = (value: string) => value;

const templates = { reference_exact: 'référence {number} dans le libellé' };

describe('reasonText', () => {
  it('fills the template of the code', () => {
    expect(reasonText({ code: 'reference_exact', text: 'reference FA1', params: { number: 'FA1' } }, templates, asIs)).toBe(
      'référence FA1 dans le libellé',
    );
  });

  it('keeps the engine’s words where a template is missing, or a parameter of it', () => {
    expect(reasonText({ code: 'new_signal', text: 'seen at dawn', params: {} }, templates, asIs)).toBe('seen at dawn');
    expect(reasonText({ code: 'reference_exact', text: 'reference FA1', params: {} }, templates, asIs)).toBe('reference FA1');
    expect(reasonText({ code: 'constructor', text: 'x', params: {} }, templates, asIs)).toBe('x');
  });

  it('puts a parameter in as it is', () => {
    expect(reasonText({ code: 'reference_exact', text: '', params: { number: '$& {number}' } }, templates, asIs)).toBe(
      'référence $& {number} dans le libellé',
    );
  });
});

describe('writtenBy', () => {
  it('writes amounts and dates as the reader does, and leaves numbers of invoices alone', () => {
    const write = writtenBy(formatsOf('fr', 'Europe/Paris'));
    expect(write('1234.50 EUR')).toBe('1\u202f234,50\u00a0€');
    expect(write('2026-11-01')).toBe('1 nov. 2026');
    expect(['FA2026-00617', '12', '2026-11', 'SNC 12 EUR'].map(write)).toEqual(['FA2026-00617', '12', '2026-11', 'SNC 12 EUR']);
  });
});
