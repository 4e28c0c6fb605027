/** Amounts of the credits of one call, or of the weeks around a past one, by the customer that they seem to be from. */
export class Nearby {
  private readonly credits = new Map<string, NearbyCredit[]>();

  add(customerId: string, amount: number, day: number): void {
    const list = this.credits.get(customerId);
    if (list) list.push({ amount, day });
    else this.credits.set(customerId, [{ amount, day }]);
  }

  remove(customerId: string, amount: number, day: number): void {
    const list = this.credits.get(customerId);
    const index = list ? list.findIndex((credit) => credit.amount === amount && credit.day === day) : -1;
    if (index >= 0) list!.splice(index, 1);
  }

  /** Whether another credit of the customer has this amount; `own` is the amount of the one that asks. */
  has(customerId: string, amount: number, own: number): boolean {
    const list = this.credits.get(customerId);
    if (!list) return false;
    let left = amount === own ? 2 : 1;
    for (const other of list) if (other.amount === amount && --left === 0) return true;
    return false;
  }

  /** The last day from `from` on and before `day` on which a credit of the customer had this amount; -1 for none. */
  lastBefore(customerId: string, amount: number, from: number, day: number): number {
    const list = this.credits.get(customerId);
    let last = -1;
    if (list) for (const other of list) if (other.amount === amount && other.day >= from && other.day < day && other.day > last) last = other.day;
    return last;
  }

  clear(): void {
    this.credits.clear();
  }
}

interface NearbyCredit {
  readonly amount: number;
  readonly day: number;
}
