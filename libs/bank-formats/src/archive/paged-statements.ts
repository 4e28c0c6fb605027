import { Fingerprinter } from '../fingerprint.js';

/**
 * A statement whose pages are files of one archive counts its occurrences on from page to page: twins on two pages are two payments.
 * Files that are no pages of one statement may overlap, and each counts for itself.
 */
export class PagedStatements {
  private readonly byStatement = new Map<string, { readonly fingerprinter: Fingerprinter; readonly pages: Set<string> }>();

  constructor(private readonly account: string | undefined) {}

  /** The one of the statement's earlier pages, or a new one; null for a page that came before, which is a copy. */
  fingerprinter(statement: string, page: string): Fingerprinter | null {
    let paged = this.byStatement.get(statement);
    if (!paged) this.byStatement.set(statement, (paged = { fingerprinter: new Fingerprinter(this.account), pages: new Set() }));
    if (paged.pages.has(page)) return null;
    paged.pages.add(page);
    return paged.fingerprinter;
  }
}
