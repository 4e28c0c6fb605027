import { fieldError, saidOfIssue, sentence } from '@lettrage/contracts';
import { type z } from 'zod';
import { Refused } from './refused.js';

/** As a Standard Schema says it. */
interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** How many there are is up to the value, and each has its place. */
const mostErrors = 100;
const inDetail = 3;

/** What a schema refuses, field by field. */
export function formRefused(issues: readonly Issue[]): Refused {
  const errors = issues.slice(0, mostErrors).map((issue) => fieldError(whereOf(issue), saidOfIssue(issue as z.core.$ZodIssue)));
  const faults = errors.slice(0, inDetail).map(({ where, message }) => (where === '' ? message : `${where}: ${message}`));
  return new Refused('invalid_body', sentence('request_form', { faults: faults.join('; ') }), { errors });
}

function whereOf({ path = [] }: Issue): string {
  return path.map((segment) => String(typeof segment === 'object' ? segment.key : segment)).join('.');
}
