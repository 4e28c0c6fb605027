/** A law as a query: each row that it returns is a violation. */
export interface Law {
  readonly number: 1 | 2 | 3 | 4 | 5 | 6;
  readonly says: string;
  /** Columns: organisation_id, thing (what breaks the law), found (what was found there). */
  readonly violations: string;
  /** Holds only when no message is on its way: a copy follows its source. */
  readonly onceQuiet?: boolean;
}

export interface Violation {
  readonly law: number;
  readonly says: string;
  readonly organisationId: string;
  readonly thing: string;
  readonly found: string;
}
