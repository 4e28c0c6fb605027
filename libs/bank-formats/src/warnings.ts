import type { Sentence } from '@lettrage/sentences';
import { remedyOf, type WarningCode } from './catalogue/catalogue.js';
import { excerptOf, visibleSentence, visibleText } from './excerpt.js';
import { limits } from './limits.js';
import type { Place } from './statement-fault.js';
import type { StatementEvent, StatementWarning } from './statement.js';

/** The warnings of one file: given out as events as they come, kept for the summary, and bounded. */
export class Warnings {
  readonly all: StatementWarning[] = [];

  constructor(private readonly out: (event: StatementEvent) => void) {}

  /** Whether no more are kept: then the place of one more need not be looked for. */
  get isFull(): boolean {
    return this.all.length >= limits.warningsOfFile;
  }

  /** `excerpt` is what the file says there, as it stands; it may be empty where something is missing. */
  add(code: WarningCode, place: Place, said: Sentence, excerpt = ''): void {
    if (this.isFull) return;
    const warning = { code, place, message: visibleText(said.text), sentence: visibleSentence(said), excerpt: excerptOf(excerpt), remedy: remedyOf(code) };
    this.all.push(warning);
    this.out({ kind: 'warning', warning });
  }
}
