import { onTheWire, type Problem, type RefusalCode, type Sentence, type SentenceOnTheWire } from '@lettrage/contracts';

/** A business refusal on its way to the HTTP border: expected, with a code, and what to do about it. */
export class Refused extends Error {
  /** What it says, where a page can say it in another language. */
  readonly sentence: SentenceOnTheWire | undefined;

  constructor(
    readonly code: RefusalCode,
    readonly detail: string | Sentence,
    readonly more: { remedy?: string; errors?: NonNullable<Problem['errors']>; fault?: NonNullable<Problem['fault']>; asks?: NonNullable<Problem['asks']>; statementFile?: NonNullable<Problem['statementFile']>; headers?: Record<string, string> } = {},
  ) {
    super(typeof detail === 'string' ? detail : detail.text);
    this.sentence = typeof detail === 'string' ? undefined : onTheWire(detail);
    this.name = 'Refused';
  }
}
