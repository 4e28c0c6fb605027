import { byText, smallSort } from '../candidates/small-sort.js';
import { HashTable } from '../books/hash-table.js';
import { asCount, weightOf } from './decay.js';

/** Who was paid for under one name or IBAN: decayed sums by customer id, in the order in which they came; '' stands for credits that paid no invoice. Mostly one or two. */
export class PayerCounts {
  readonly ids: string[] = [];
  readonly sums: number[] = [];

  get size(): number {
    return this.ids.length;
  }

  get(id: string): number | undefined {
    const at = this.ids.indexOf(id);
    return at < 0 ? undefined : this.sums[at];
  }

  add(id: string, weight: number): void {
    const at = this.ids.indexOf(id);
    if (at >= 0) this.sums[at]! += weight;
    else {
      this.ids.push(id);
      this.sums.push(weight);
    }
  }

  total(): number {
    let sum = 0;
    for (let i = 0; i < this.sums.length; i++) sum += this.sums[i]!;
    return sum;
  }

  static of(sums: readonly (readonly [string, number])[]): PayerCounts {
    const counts = new PayerCounts();
    for (const [id, sum] of sums) counts.add(id, sum);
    return counts;
  }

  dump(): (readonly [string, number])[] {
    return this.ids.map((id, at) => [id, this.sums[at]!] as const);
  }
}

/** Names and IBANs that paid, for whom, and how often. */
export class PayerHabits {
  private readonly byName = new HashTable<string, PayerCounts>();
  private readonly byIban = new HashTable<string, PayerCounts>();

  learn(nameWords: readonly string[], iban: string | null, customerId: string | null, day: number): void {
    const key = payerKey(nameWords);
    if (key !== '') bump(this.byName, key, customerId ?? '', day);
    if (iban) bump(this.byIban, iban, customerId ?? '', day);
  }

  dump(): PayerDump {
    const plain = (map: HashTable<string, PayerCounts>) => [...map].map(([key, counts]) => [key, counts.dump()] as const);
    return { names: plain(this.byName), ibans: plain(this.byIban) };
  }

  load({ names, ibans }: PayerDump): void {
    for (const [key, counts] of names) this.byName.set(key, PayerCounts.of(counts));
    for (const [key, counts] of ibans) this.byIban.set(key, PayerCounts.of(counts));
  }

  ofName(key: string): PayerCounts | undefined {
    return this.byName.get(key);
  }

  ofIban(iban: string): PayerCounts | undefined {
    return this.byIban.get(iban);
  }
}

/** By name and by IBAN: for whom it paid, as decayed sums. */
export interface PayerDump {
  readonly names: readonly (readonly [string, readonly (readonly [string, number])[]])[];
  readonly ibans: readonly (readonly [string, readonly (readonly [string, number])[]])[];
}

function bump(map: HashTable<string, PayerCounts>, key: string, customerId: string, day: number): void {
  let counts = map.get(key);
  if (!counts) map.set(key, (counts = new PayerCounts()));
  counts.add(customerId, weightOf(day));
}

/** A payer's name as habits know it: folded, words in alphabetical order. */
export function payerKey(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : smallSort([...words], byText).join(' ');
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
  const sum = counts.total();
  return { sum, events: asCount(sum, day) };
}

const nothing: Share = { events: 0, share: 0 };

/** What `shareOf` says, with the totals at hand. */
export function shareIn(counts: PayerCounts | undefined, totals: PayerTotals | undefined, customerId: string): Share {
  if (!counts || !totals) return nothing;
  return { events: totals.events, share: totals.sum > 0 ? (counts.get(customerId) ?? 0) / totals.sum : 0 };
}

/** How many events there were, as of a day, and which share was for this customer. */
export function shareOf(counts: PayerCounts | undefined, customerId: string, day: number): Share {
  if (!counts) return { events: 0, share: 0 };
  const all = counts.total();
  return { events: asCount(all, day), share: all > 0 ? (counts.get(customerId) ?? 0) / all : 0 };
}
