import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from './api-problem.js';
import { askingFile } from './statements.js';
import type { Problem, StatementFile } from './types.js';

const statementFile = { statementFileId: 'f1', state: 'refused' } as StatementFile;
const problem = (code: string, more: Partial<Problem> = {}) => new ApiProblem({ type: 'about:blank', title: '', status: 422, code, detail: '', ...more });

describe('askingFile', () => {
  it('is the file that was kept and asks something', () => expect(askingFile(problem('questions_open', { statementFile }))).toBe(statementFile));

  it('is none where the upload was refused for anything else', () => {
    expect(askingFile(problem('account_differs', { statementFile }))).toBeNull();
    expect(askingFile(problem('questions_open'))).toBeNull();
    expect(askingFile(new Error('no connection'))).toBeNull();
  });
});
