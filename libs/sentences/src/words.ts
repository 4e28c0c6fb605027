/** What is said of a code, whoever shows it: the command line, the service, the page, and `docs/errors`. */
export interface Words {
  /** A few words, as a heading. */
  readonly title: string;
  /** What it means. */
  readonly explanation: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** In both languages of the product, beside each other so that neither is forgotten. French without its no-break spaces. */
export interface WordsOfCode {
  readonly en: Words;
  readonly fr: Words;
}
