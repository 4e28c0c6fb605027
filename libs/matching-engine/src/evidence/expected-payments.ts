import { toEpochDay } from '@lettrage/calendar';
import type { SettledTransaction } from '../border.js';
import type { PaidDocument } from '../state.js';
import { HashTable } from '../books/hash-table.js';
import { hashOf } from '../books/known-keys.js';
import { compactReference } from '../text/fold.js';
import type { PaidDocuments } from './paid-documents.js';

interface Expectation {
  /** The document as it counts while this is expected, but for what was closed before. */
  readonly paid: PaidDocument;
  /** What was known of it otherwise. */
  before: PaidDocument | undefined;
}

/**
 * Documents that count as paid because a payment was decided that the ledger has not settled yet. They lie over what lessons say, so that it makes no
 * difference which of the two is heard first.
 */
export class ExpectedPayments {
  private readonly expected = new HashTable<string, Expectation>();

  constructor(private readonly documents: PaidDocuments) {}

  get isEmpty(): boolean {
    return this.expected.size === 0;
  }

  /** `paid.closed` is what this payment closes. */
  add(key: string, paid: PaidDocument): void {
    const hash = hashOf(key);
    const known = this.expected.getHashed(hash, key);
    if (known) this.lay(hash, key, { paid: { ...paid, closed: paid.closed + known.paid.closed }, before: known.before });
    else this.lay(hash, key, { paid, before: this.documents.getHashed(hash, key) });
  }

  noMore(key: string): void {
    const expectation = this.expected.get(key);
    if (!expectation) return;
    this.lift(key, expectation);
    this.expected.delete(key);
  }

  /** What is known of a document without what is expected. */
  without(key: string, now: PaidDocument): PaidDocument | undefined {
    const expectation = this.expected.get(key);
    return expectation ? expectation.before : now;
  }

  /** Hears lessons: what was expected of the very payments that were settled is now known, and what is expected of others still is. */
  hear(history: readonly SettledTransaction[], learn: () => void): void {
    const lifted = this.isEmpty ? new Set<string>() : this.liftAll(history);
    learn();
    for (const key of lifted) {
      const expectation = this.expected.get(key);
      if (expectation) this.lay(hashOf(key), key, { paid: expectation.paid, before: this.documents.get(key) });
    }
  }

  private liftAll(history: readonly SettledTransaction[]): Set<string> {
    const lifted = new Set<string>();
    for (const { allocations, amount, bookingDate } of history)
      for (const { invoiceNumber } of allocations) {
        const key = compactReference(invoiceNumber);
        const expectation = this.expected.get(key);
        if (!expectation) continue;
        if (expectation.paid.received === Number(amount.minor) && expectation.paid.day === toEpochDay(bookingDate)) this.noMore(key);
        else {
          this.lift(key, expectation);
          lifted.add(key);
        }
      }
    return lifted;
  }

  private lay(hash: number, key: string, expectation: Expectation): void {
    const { paid, before } = expectation;
    this.expected.setHashed(hash, key, expectation);
    this.documents.setHashed(hash, key, before ? { number: paid.number, customerId: paid.customerId, day: paid.day, received: paid.received, closed: paid.closed + before.closed } : paid);
  }

  private lift(key: string, { before }: Expectation): void {
    if (before) this.documents.set(key, before);
    else this.documents.delete(key);
  }
}
