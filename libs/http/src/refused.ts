import { type Problem, type RefusalCode } from '@lettrage/contracts';

/** A business refusal on its way to the HTTP border: expected, with a code, and what to do about it. */
export class Refused extends Error {
  constructor(
    readonly code: RefusalCode,
    detail: string,
    readonly more: { remedy?: string; errors?: NonNullable<Problem['errors']>; fault?: NonNullable<Problem['fault']>; asks?: NonNullable<Problem['asks']>; statementFile?: NonNullable<Problem['statementFile']>; headers?: Record<string, string> } = {},
  ) {
    super(detail);
    this.name = 'Refused';
  }
}
