import { describe, expect, it } from '@jest/globals';
import { reasonText } from './reason-text.js';

const templates = { reference_exact: 'référence {number} dans le libellé' };

describe('reasonText', () => {
  it('fills the template of the code', () => {
    expect(reasonText({ code: 'reference_exact', text: 'reference FA1', params: { number: 'FA1' } }, templates)).toBe('référence FA1 dans le libellé');
  });

  it('keeps the engine’s words where a template is missing, or a parameter of it', () => {
    expect(reasonText({ code: 'new_signal', text: 'seen at dawn', params: {} }, templates)).toBe('seen at dawn');
    expect(reasonText({ code: 'reference_exact', text: 'reference FA1', params: {} }, templates)).toBe('reference FA1');
    expect(reasonText({ code: 'constructor', text: 'x', params: {} }, templates)).toBe('x');
  });

  it('puts a parameter in as it is', () => {
    expect(reasonText({ code: 'reference_exact', text: '', params: { number: '$& {number}' } }, templates)).toBe('référence $& {number} dans le libellé');
  });
});
