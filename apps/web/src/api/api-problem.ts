import type { Problem } from './types.js';

/** An answer that is not a success: the problem document of the service, or what stands in for one where none came. */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.status} ${problem.code}: ${problem.detail}`);
    this.name = 'ApiProblem';
  }
}

/** The problem of an answer's status and body; a body that is no problem document (a proxy's page) becomes one. */
export function problemOf(status: number, body: unknown): Problem {
  if (isProblem(body)) return body;
  const code = status === 0 ? 'no_connection' : status >= 500 ? 'service_unavailable' : 'unexpected_answer';
  return { type: 'about:blank', title: code, status, code, detail: '' };
}

/** Whether an error is a problem of one of these codes. */
export function hasCode(error: unknown, ...codes: string[]): error is ApiProblem {
  return error instanceof ApiProblem && codes.includes(error.problem.code);
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string' && 'status' in body && 'detail' in body;
}
