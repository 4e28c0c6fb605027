/** What requests on their way to the ledger will take of items, in minor units; so that nothing is proposed twice meanwhile. */
export class Reservations {
  private readonly reserved = new Map<string, bigint>();

  add(itemId: string, amountMinor: bigint): void {
    const total = (this.reserved.get(itemId) ?? 0n) + amountMinor;
    if (total === 0n) this.reserved.delete(itemId);
    else this.reserved.set(itemId, total);
  }

  /**
   * What is left of an item for new proposals. The ledger's answer and the item's new state arrive one after the other; between the
   * two the same amount counts twice, and never below nothing.
   */
  available(itemId: string, openMinor: bigint): bigint {
    const left = openMinor - (this.reserved.get(itemId) ?? 0n);
    return openMinor > 0n ? (left > 0n ? left : 0n) : left < 0n ? left : 0n;
  }
}
