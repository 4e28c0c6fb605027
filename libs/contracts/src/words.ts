/** What is said of a code to people: in a problem document, on the page, and in `docs/errors`. */
export interface Words {
  /** A few words, as a heading. */
  readonly title: string;
  readonly explanation: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** In both languages of the product, beside each other so that neither is forgotten. French without its no-break spaces. */
export interface WordsOfCode {
  readonly en: Words;
  readonly fr: Words;
}
