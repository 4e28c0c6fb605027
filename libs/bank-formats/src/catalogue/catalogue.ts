import { type FaultCode, refusals } from './refusals.js';
import { type WarningCode, warnings } from './warnings.js';
import type { WordsOfCode } from '@lettrage/sentences';

export type { FaultCode, WarningCode };
export type ErrorCode = FaultCode | WarningCode;

/** A refusal ends the reading, and nothing of the file may be kept; a warning goes with what was read. */
export type Severity = 'refusal' | 'warning';

export const faultCodes = Object.keys(refusals) as FaultCode[];
export const warningCodes = Object.keys(warnings) as WarningCode[];

const entries: Readonly<Record<ErrorCode, WordsOfCode>> = { ...refusals, ...warnings };

/** What is said of a code in English and in French. */
export function entryOf(code: ErrorCode): WordsOfCode {
  return entries[code];
}

export function severityOf(code: ErrorCode): Severity {
  return code in refusals ? 'refusal' : 'warning';
}

/** What to do about a code, in English. */
export function remedyOf(code: ErrorCode): string {
  return entries[code].en.remedy;
}
