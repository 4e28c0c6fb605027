const room = 2048;

/** Sums by number, for at most some hundred numbers at a time: small, so that it stays near however large the numbers are. */
export class Tally {
  private readonly keys = new Int32Array(room).fill(-1);
  private readonly sums = new Float64Array(room);
  private readonly filled = new Int32Array(room / 2);
  private count = 0;

  /** Adds to the sum of a number; whether it had none. */
  add(key: number, value: number): boolean {
    const at = this.find(key);
    if (this.keys[at] === key) {
      this.sums[at]! += value;
      return false;
    }
    if (this.count >= room / 2) throw new RangeError(`more than ${room / 2} numbers in one tally`);
    this.keys[at] = key;
    this.sums[at] = value;
    this.filled[this.count++] = at;
    return true;
  }

  /** The sum of a number that has one. */
  of(key: number): number {
    return this.sums[this.find(key)]!;
  }

  private find(key: number): number {
    let at = Math.imul(key, 0x9e3779b1) >>> 21;
    while (this.keys[at] !== key && this.keys[at] !== -1) at = (at + 1) & (room - 1);
    return at;
  }

  clear(): void {
    for (let i = 0; i < this.count; i++) this.keys[this.filled[i]!] = -1;
    this.count = 0;
  }
}
