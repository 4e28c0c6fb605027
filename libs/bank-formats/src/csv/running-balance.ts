/**
 * Follows a balance column and the movements beside it, in minor units, and finds out whether the rows run forward or
 * backward in time. Where the column holds together in neither direction it is no evidence, and nothing is said.
 */
export class RunningBalance {
  private sum = 0n;
  private rows = 0;
  private first: { balance: bigint; sumBefore: bigint; movement: bigint } | null = null;
  private last: { balance: bigint; sum: bigint; movement: bigint } | null = null;
  private forward = true;
  private backward = true;
  private links = 0;

  add(movement: bigint, balance: bigint | null): void {
    const before = this.sum;
    this.sum += movement;
    this.rows++;
    if (balance === null) return;
    if (this.last) {
      this.links++;
      const between = this.sum - this.last.sum;
      if (this.last.balance + between !== balance) this.forward = false;
      // Backward, a row's balance stands before the row above it was booked.
      if (balance + (before - this.last.sum + this.last.movement) !== this.last.balance) this.backward = false;
    }
    this.first ??= { balance, sumBefore: before, movement };
    this.last = { balance, sum: this.sum, movement };
  }

  /** Balance before the earliest and after the latest row, or null. `newestFirst` settles files of a single row or of equal ones. */
  ends(newestFirst: boolean): { opening: bigint; closing: bigint } | null {
    const { first, last } = this;
    if (!first || !last || (!this.forward && !this.backward)) return null;
    const backward = this.forward && this.backward ? newestFirst : this.backward;
    if (backward) {
      const closing = first.balance + first.sumBefore;
      return { opening: closing - this.sum, closing };
    }
    const opening = first.balance - first.movement - first.sumBefore;
    return { opening, closing: opening + this.sum };
  }

  /** Balances that had another one before them. */
  get steps(): number {
    return this.links;
  }

  /** Whether two balances were found that the movements between them explain, or do not. */
  get verdict(): boolean | null {
    return this.links === 0 ? null : this.forward || this.backward;
  }
}
