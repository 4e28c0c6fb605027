import { fieldError, isMissing, saidOfIssue, sentence } from '@lettrage/contracts';
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
export function formRefused(issues: readonly Issue[], code: 'invalid_body' | 'invalid_query'): Refused {
  const errors = issues.slice(0, mostErrors).flatMap(withinForms).slice(0, mostErrors).map((issue) => fieldError(whereOf(issue), saidOfIssue(issue as z.core.$ZodIssue)));
  const faults = errors.slice(0, inDetail).map(({ where, message }) => (where === '' ? message : `${where}: ${message}`));
  return new Refused(code, sentence('request_form', { faults: faults.join('; ') }), { errors });
}

/** Where a value may have one of several forms: what is wrong with the one that it has the fields of, else what each of them lacks. */
function withinForms(issue: Issue): Issue[] {
  const { code, errors: forms } = issue as Partial<z.core.$ZodIssueInvalidUnion>;
  if (code !== 'invalid_union' || !forms || forms.length === 0) return [issue];
  const meant = forms.filter((faults) => !faults.some((fault) => fault.path.length > 0 && isMissing(fault)));
  return (meant.length > 0 ? meant : forms).flat().flatMap((fault) => withinForms({ ...fault, path: [...(issue.path ?? []), ...fault.path] }));
}

function whereOf({ path = [] }: Issue): string {
  return path.map((segment) => String(typeof segment === 'object' ? segment.key : segment)).join('.');
}
