const room = 2048;
const most = room / 2;

/** Sums by number, for at most some hundred numbers at a time, in the order in which they came: small, so that it stays near however large the numbers are. */
export class Tally {
  /** The numbers and their sums, of which `size` hold. */
  readonly keys = new Int32Array(most);
  readonly sums = new Float64Array(most);
  size = 0;
  // By hash, which of the numbers, from 1; and where each of them stands here.
  private readonly places = new Uint16Array(room);
  private readonly placeOf = new Uint16Array(most);

  /** Adds to the sum of a number; whether it had none. */
  add(key: number, value: number): boolean {
    const { keys, places } = this;
    let place = (Math.imul(key, 0x9e3779b1) >>> 21) - 1;
    let at: number;
    do {
      place = (place + 1) & (room - 1);
      at = places[place]!;
    } while (at !== 0 && keys[at - 1] !== key);
    if (at !== 0) {
      this.sums[at - 1]! += value;
      return false;
    }
    if (this.size >= most) throw new RangeError(`more than ${most} numbers in one tally`);
    keys[this.size] = key;
    this.sums[this.size] = value;
    this.placeOf[this.size] = place;
    places[place] = ++this.size;
    return true;
  }

  clear(): void {
    for (let i = 0; i < this.size; i++) this.places[this.placeOf[i]!] = 0;
    this.size = 0;
  }
}
