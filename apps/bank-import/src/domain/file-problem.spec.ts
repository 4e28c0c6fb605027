import { readerSentence, StatementFault } from '@lettrage/bank-formats';
import { importProblems, sentence } from '@lettrage/contracts';
import { describe, expect, it } from '@jest/globals';
import { importProblem, problemOfFault, refusalProblem, problemOfWarning } from './file-problem.js';

const fault = (file: string) => new StatementFault('bad_amount', file, { line: 9, column: 30, path: '/Document' }, readerSentence('amount_bad', { quoted: '1,00' }), '<Amt>1,00\n');

describe('the problem of a file', () => {
  it('has all that the fault knows, and its page', () => {
    expect(problemOfFault(fault('june.xml'), 'june.xml')).toEqual({
      code: 'bad_amount', message: '"1,00" is not an amount', sentence: { id: 'amount_bad', values: { quoted: '1,00' } }, where: 'line 9, column 30, /Document', place: { line: 9, column: 30, path: '/Document' }, excerpt: '<Amt>1,00',
      explanation: expect.stringContaining('never rounded'), remedy: expect.stringContaining('Correct the amount'), page: '/docs/errors/bad_amount.md',
    });
  });

  it('names the member of an archive', () => {
    expect(problemOfFault(fault('june.zip/1.xml'), 'june.zip')).toMatchObject({ where: '1.xml, line 9, column 30, /Document', place: { member: '1.xml', line: 9 } });
  });

  it('is told of a warning in the same form', () => {
    expect(problemOfWarning({ code: 'row_skipped', place: { record: 3 }, message: 'the row has no amount', sentence: { id: 'csv_no_amount', values: {} }, excerpt: '', remedy: '' })).toMatchObject({ where: 'record 3', place: { record: 3 }, excerpt: null, page: '/docs/errors/row_skipped.md' });
  });

  it('is told of what the border refuses', () => {
    expect(refusalProblem('file_too_large', { message: 'too large' })).toMatchObject({ code: 'file_too_large', message: 'too large', remedy: expect.stringContaining('shorter period'), page: '/docs/errors/api.md#file_too_large' });
    expect(refusalProblem('file_too_large', { message: 'too large' }, 'Cut it')).toMatchObject({ remedy: 'Cut it' });
  });

  it('has words for what the import finds', () => {
    expect(importProblem('balance_gap', sentence('opening_differs', { opening: '1.00 EUR', distance: '0.02 EUR', side: 'less' }), 'S2')).toEqual({
      code: 'balance_gap', message: 'the opening balance 1.00 EUR is 0.02 EUR less than the closing balance before it', sentence: { id: 'opening_differs', values: { opening: '1.00 EUR', distance: '0.02 EUR', side: 'less' } }, where: 'statement S2', place: { statement: 'S2' }, excerpt: null, explanation: importProblems.balance_gap.en.explanation, remedy: importProblems.balance_gap.en.remedy, page: '/docs/errors/balance_gap.md',
    });
  });
});
