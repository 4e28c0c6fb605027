import { describe, expect, it } from '@jest/globals';
import { isAnswerable } from './answerable.js';

const problem = (code: string) => ({ code, message: '', where: null, excerpt: null, remedy: '' });
const question = { code: 'date_order', what: '', assumed: 'dmy', readings: [], examples: [] };

describe('isAnswerable', () => {
  it('is a refusal that an answer can lift', () => {
    expect(isAnswerable({ state: 'refused', problem: problem('questions_open'), questions: [question] })).toBe(true);
    expect(isAnswerable({ state: 'refused', problem: problem('account_needed'), questions: [] })).toBe(true);
  });

  it('is not what only another file can mend, nor what has been imported', () => {
    expect(isAnswerable({ state: 'refused', problem: problem('xml_truncated'), questions: [] })).toBe(false);
    expect(isAnswerable({ state: 'completed', problem: null, questions: [question] })).toBe(false);
  });
});
