/** Amounts of the credits of one call, or of the weeks around a past one, by the place of the customer that they seem to be from. */
export class Nearby {
  // By place: amount, day, amount, day, ... in one array of numbers, so that a look at them touches nothing else.
  private readonly lists: (number[] | undefined)[] = [];
  private readonly filled: number[] = [];

  add(place: number, amount: number, day: number): void {
    while (this.lists.length <= place) this.lists.push(undefined);
    const list = this.lists[place];
    if (list) list.push(amount, day);
    else {
      this.lists[place] = [amount, day];
      this.filled.push(place);
    }
  }

  remove(place: number, amount: number, day: number): void {
    const list = this.listOf(place);
    if (list) removePair(list, amount, day);
  }

  private listOf(place: number): number[] | undefined {
    return place >= 0 && place < this.lists.length ? this.lists[place] : undefined;
  }

  /** Whether another credit of the customer has this amount; `own` is the amount of the one that asks. */
  has(place: number, amount: number, own: number): boolean {
    const list = this.listOf(place);
    if (!list) return false;
    let left = amount === own ? 2 : 1;
    for (let i = 0; i < list.length; i += 2) if (list[i] === amount && --left === 0) return true;
    return false;
  }

  /** The last day from `from` on and before `day` on which a credit of the customer had this amount; -1 for none. */
  lastBefore(place: number, amount: number, from: number, day: number): number {
    const list = this.listOf(place);
    return list ? lastOf(list, amount, from, day) : -1;
  }

  clear(): void {
    for (const place of this.filled) this.lists[place] = undefined;
    this.filled.length = 0;
  }
}

/** Of pairs of an amount and a day, the last day from `from` on and before `day` with this amount; -1 for none. */
function lastOf(pairs: readonly number[], amount: number, from: number, day: number): number {
  let last = -1;
  for (let i = 0; i < pairs.length; i += 2)
    if (pairs[i] === amount) {
      const on = pairs[i + 1]!;
      if (on >= from && on < day && on > last) last = on;
    }
  return last;
}

/** Takes the first pair of this amount and day out. */
function removePair(pairs: number[], amount: number, day: number): void {
  for (let i = 0; i < pairs.length; i += 2)
    if (pairs[i] === amount && pairs[i + 1] === day) {
      pairs.splice(i, 2);
      return;
    }
}
