import { describe, expect, it } from '@jest/globals';
import { ApiProblem, hasCode, problemOf } from './api-problem.js';

describe('problemOf', () => {
  it('keeps the problem document of the service', () => {
    const problem = { type: 'about:blank', title: 'Decided', status: 409, code: 'already_decided', detail: 'by A. Martin' };
    expect(problemOf(409, problem)).toBe(problem);
  });

  it('makes one of a proxy’s page, of silence and of a stray JSON', () => {
    expect(problemOf(502, '<html>').code).toBe('service_unavailable');
    expect(problemOf(0, null).code).toBe('no_connection');
    expect(problemOf(418, { message: 'teapot' })).toEqual({
      type: 'about:blank',
      title: 'unexpected_answer',
      status: 418,
      code: 'unexpected_answer',
      detail: '',
    });
  });
});

describe('hasCode', () => {
  it('knows its own codes only', () => {
    const error = new ApiProblem(problemOf(0, null));
    expect(hasCode(error, 'already_decided', 'no_connection')).toBe(true);
    expect(hasCode(error, 'already_decided')).toBe(false);
    expect(hasCode(new Error('no_connection'), 'no_connection')).toBe(false);
  });
});
