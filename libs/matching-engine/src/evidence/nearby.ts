/** Amounts of the credits of one call, or of the weeks around a past one, by the customer that they seem to be from. */
export class Nearby {
  private readonly amounts = new Map<string, number[]>();

  add(customerId: string, amount: number): void {
    const list = this.amounts.get(customerId);
    if (list) list.push(amount);
    else this.amounts.set(customerId, [amount]);
  }

  remove(customerId: string, amount: number): void {
    const list = this.amounts.get(customerId);
    const index = list ? list.indexOf(amount) : -1;
    if (index >= 0) list!.splice(index, 1);
  }

  /** Whether another credit of the customer has this amount; `own` is the amount of the one that asks. */
  has(customerId: string, amount: number, own: number): boolean {
    const list = this.amounts.get(customerId);
    if (!list) return false;
    let left = amount === own ? 2 : 1;
    for (const other of list) if (other === amount && --left === 0) return true;
    return false;
  }

  clear(): void {
    this.amounts.clear();
  }
}
