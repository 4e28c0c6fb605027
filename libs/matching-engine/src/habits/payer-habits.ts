import { asCount, weightOf } from './decay.js';

/** Who was paid for under one name or IBAN: decayed sums by customer id; '' stands for credits that paid no invoice. */
export type PayerCounts = Map<string, number>;

/** Names and IBANs that paid, for whom, and how often. */
export class PayerHabits {
  private readonly byName = new Map<string, PayerCounts>();
  private readonly byIban = new Map<string, PayerCounts>();

  learn(nameWords: readonly string[], iban: string | null, customerId: string | null, day: number): void {
    const key = payerKey(nameWords);
    if (key !== '') bump(this.byName, key, customerId ?? '', day);
    if (iban) bump(this.byIban, iban, customerId ?? '', day);
  }

  dump(): PayerDump {
    const plain = (map: ReadonlyMap<string, PayerCounts>) => [...map].map(([key, counts]) => [key, [...counts]] as const);
    return { names: plain(this.byName), ibans: plain(this.byIban) };
  }

  load({ names, ibans }: PayerDump): void {
    for (const [key, counts] of names) this.byName.set(key, new Map(counts));
    for (const [key, counts] of ibans) this.byIban.set(key, new Map(counts));
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

function bump(map: Map<string, PayerCounts>, key: string, customerId: string, day: number): void {
  let counts = map.get(key);
  if (!counts) map.set(key, (counts = new Map()));
  counts.set(customerId, (counts.get(customerId) ?? 0) + weightOf(day));
}

/** A payer's name as habits know it: folded, words in alphabetical order. */
export function payerKey(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : [...words].sort().join(' ');
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
  let sum = 0;
  for (const value of counts.values()) sum += value;
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
  let all = 0;
  for (const value of counts.values()) all += value;
  return { events: asCount(all, day), share: all > 0 ? (counts.get(customerId) ?? 0) / all : 0 };
}
