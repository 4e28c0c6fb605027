import { limits } from './limits.js';
import type { StatementEvent, StatementWarning } from './statement.js';
import { type Place, remedyOf, type WarningCode } from './statement-fault.js';

/** The warnings of one file: given out as events as they come, kept for the summary, and bounded. */
export class Warnings {
  readonly all: StatementWarning[] = [];

  constructor(private readonly out: (event: StatementEvent) => void) {}

  add(code: WarningCode, place: Place, message: string): void {
    if (this.all.length >= limits.warningsOfFile) return;
    const warning = { code, place, message, remedy: remedyOf(code) };
    this.all.push(warning);
    this.out({ kind: 'warning', warning });
  }
}
