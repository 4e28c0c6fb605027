import { statementProgressed } from '@lettrage/contracts';
import { publish } from '@lettrage/messaging';
import { type Database } from '@lettrage/persistence';

const leastMs = 250;

/** Says how far a long file is, at most four times a second, in small transactions of its own: the import's own are not seen before its end. */
export class TellProgress {
  private last = Date.now();
  private saying: Promise<void> = Promise.resolve();
  private busy = false;

  constructor(
    private readonly database: Database,
    private readonly organisationId: string,
    private readonly file: { statementFileId: string; filename: string; bytesTotal: number },
  ) {}

  readonly reached = (transactions: number, bytesRead: number): void => {
    if (this.busy || Date.now() - this.last < leastMs) return;
    this.last = Date.now();
    this.busy = true;
    this.saying = this.database
      .inOrganisation(this.organisationId, (tx) => publish(tx, this.organisationId, statementProgressed, [{ ...this.file, bytesRead, transactions }]))
      .catch(() => undefined) // nobody waits for it; an outage shows itself in the import
      .finally(() => (this.busy = false));
  };

  /** After this nothing more is said, so that the end is the last word. */
  async finish(): Promise<void> {
    this.busy = true;
    await this.saying;
    this.busy = true;
  }
}
