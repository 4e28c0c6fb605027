import type { Directory } from '../books/directory.js';
import { withRoom } from '../books/growing.js';
import { HashTable } from '../books/hash-table.js';
import { nameKey } from '../text/name-key.js';
import { asCount, weightOf } from './decay.js';

/** Instead of a customer's place: credits that paid no invoice. */
export const nobody = -1;

/** Who was paid for under one name or IBAN: decayed sums by the customers' places, in the order in which they came. Mostly one or two. */
export interface PayerCounts {
  readonly places: readonly number[];
  readonly sums: readonly number[];
}

// Of a customer that was paid for under a name or IBAN: its place, and the row of the next one of the same, from 1; then the sum, which takes the room of two.
const rowSize = 4;

/** The counts of many names or IBANs as numbers side by side: to the garbage collector they are nothing, where a list each would be millions of things to look at. */
class PayerTable {
  /** The row that each begins with. */
  private readonly firsts = new HashTable<string, number>();
  private ints = new Int32Array(256);
  // The same memory.
  private floats = new Float64Array(this.ints.buffer);
  private rows = 0;

  constructor(private readonly directory: Directory) {}

  add(key: string, place: number, weight: number): void {
    let row = this.firsts.get(key);
    if (row === undefined) {
      this.firsts.set(key, this.newRow(place, weight));
      return;
    }
    for (;;) {
      if (this.ints[row * rowSize] === place) {
        this.floats[row * 2 + 1]! += weight;
        return;
      }
      const next: number = this.ints[row * rowSize + 1]!;
      if (next === 0) break;
      row = next;
    }
    const added = this.newRow(place, weight);
    this.ints[row * rowSize + 1] = added;
  }

  private newRow(place: number, weight: number): number {
    const row = ++this.rows;
    if ((row + 1) * rowSize > this.ints.length) {
      this.ints = withRoom(this.ints, (row + 1) * rowSize);
      this.floats = new Float64Array(this.ints.buffer);
    }
    this.ints[row * rowSize] = place;
    this.floats[row * 2 + 1] = weight;
    return row;
  }

  get(key: string): PayerCounts | undefined {
    const first = this.firsts.get(key);
    return first === undefined ? undefined : this.countsFrom(first);
  }

  private countsFrom(first: number): PayerCounts {
    const places: number[] = [];
    const sums: number[] = [];
    for (let row = first; row !== 0; row = this.ints[row * rowSize + 1]!) {
      places.push(this.ints[row * rowSize]!);
      sums.push(this.floats[row * 2 + 1]!);
    }
    return { places, sums };
  }

  dump(): PayerSums[] {
    return [...this.firsts].map(([key, first]) => {
      const { places, sums } = this.countsFrom(first);
      return [key, places.map((place, at) => [place === nobody ? '' : this.directory.idAt(place), sums[at]!] as const)] as const;
    });
  }

  load(counts: readonly PayerSums[]): void {
    for (const [key, sums] of counts) for (const [id, sum] of sums) this.add(key, id === '' ? nobody : this.directory.place(id), sum);
  }
}

/** Names and IBANs that paid, for whom, and how often. */
export class PayerHabits {
  private readonly byName: PayerTable;
  private readonly byIban: PayerTable;

  constructor(private readonly directory: Directory) {
    this.byName = new PayerTable(directory);
    this.byIban = new PayerTable(directory);
  }

  learn(nameWords: readonly string[], iban: string | null, customerId: string | null, day: number): void {
    const key = nameKey(nameWords);
    const place = customerId === null ? nobody : this.directory.place(customerId);
    if (key !== '') this.byName.add(key, place, weightOf(day));
    if (iban) this.byIban.add(iban, place, weightOf(day));
  }

  dump(): PayerDump {
    return { names: this.byName.dump(), ibans: this.byIban.dump() };
  }

  load({ names, ibans }: PayerDump): void {
    this.byName.load(names);
    this.byIban.load(ibans);
  }

  ofName(key: string): PayerCounts | undefined {
    return this.byName.get(key);
  }

  ofIban(iban: string): PayerCounts | undefined {
    return this.byIban.get(iban);
  }
}

/** A name or IBAN, and for whom it paid, as decayed sums by customer id; '' stands for credits that paid no invoice. */
type PayerSums = readonly [string, readonly (readonly [string, number])[]];

export interface PayerDump {
  readonly names: readonly PayerSums[];
  readonly ibans: readonly PayerSums[];
}

export interface Share {
  readonly events: number;
  readonly share: number;
}

/** All events of one name or IBAN: the decayed sum, and the number as of a day. */
export interface PayerTotals {
  readonly sum: number;
  readonly events: number;
}

export function totalsOf(counts: PayerCounts, day: number): PayerTotals {
  const sum = totalOf(counts);
  return { sum, events: asCount(sum, day) };
}

function totalOf({ sums }: PayerCounts): number {
  let sum = 0;
  for (let i = 0; i < sums.length; i++) sum += sums[i]!;
  return sum;
}

function sumOf({ places, sums }: PayerCounts, place: number): number {
  const at = places.indexOf(place);
  return at < 0 ? 0 : sums[at]!;
}

const nothing: Share = { events: 0, share: 0 };

/** What `shareOf` says, with the totals at hand. */
export function shareIn(counts: PayerCounts | undefined, totals: PayerTotals | undefined, place: number): Share {
  if (!counts || !totals) return nothing;
  return { events: totals.events, share: totals.sum > 0 ? sumOf(counts, place) / totals.sum : 0 };
}

/** How many events there were, as of a day, and which share was for the customer of this place, or for `nobody`. */
export function shareOf(counts: PayerCounts | undefined, place: number, day: number): Share {
  if (!counts) return { events: 0, share: 0 };
  const all = totalOf(counts);
  return { events: asCount(all, day), share: all > 0 ? sumOf(counts, place) / all : 0 };
}
