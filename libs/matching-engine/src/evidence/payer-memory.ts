import { emptyHash, hashOn } from '../books/known-keys.js';
import type { State } from '../state.js';
import { identifyPayer, type Payer } from './payer-evidence.js';

/** So many are kept for the next call. */
const keptBetweenCalls = 8_192;
const leastPlaces = 1_024;

/**
 * Payers identified since something was learned or a customer changed; the same name and IBAN come again and again. In one call all are kept: its readings hold
 * them anyway.
 */
export class PayerMemory {
  // Two numbers a place: the hash, and which payer, from 1; 0 for a free one. As in `HashTable`, which has one text a key.
  private places = new Int32Array(leastPlaces * 2);
  private known: Payer[] = [];
  private customersVersion = -1;
  private habitsVersion = -1;

  identify(name: string | null, iban: string | null, text: string, state: State): Payer {
    if (name === null) return identifyPayer(null, iban, text, state);
    if (this.customersVersion !== state.customers.version || this.habitsVersion !== state.habits.version) {
      this.forget();
      this.customersVersion = state.customers.version;
      this.habitsVersion = state.habits.version;
    }
    const hash = hashOn(iban === null ? emptyHash : hashOn(emptyHash, iban), name);
    let place = this.homeOf(hash);
    for (let at = this.places[place + 1]!; at !== 0; at = this.places[place + 1]!) {
      if (this.places[place] === hash) {
        const payer = this.known[at - 1]!;
        if (payer.name === name && payer.iban === iban) return payer;
      }
      place = this.after(place);
    }
    const payer = identifyPayer(name, iban, text, state);
    this.keep(hash, payer);
    return payer;
  }

  /** A call has ended, and with it what it needed. */
  trim(): void {
    if (this.known.length > keptBetweenCalls) this.forget();
  }

  private keep(hash: number, payer: Payer): void {
    const count = this.known.push(payer);
    if (count * 4 > this.places.length) this.makeRoom();
    this.put(hash, count);
  }

  private makeRoom(): void {
    const before = this.places;
    this.places = new Int32Array(before.length * 2);
    for (let place = 0; place < before.length; place += 2) if (before[place + 1] !== 0) this.put(before[place]!, before[place + 1]!);
  }

  private put(hash: number, at: number): void {
    let place = this.homeOf(hash);
    while (this.places[place + 1] !== 0) place = this.after(place);
    this.places[place] = hash;
    this.places[place + 1] = at;
  }

  private homeOf(hash: number): number {
    return (Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 7) & (this.places.length - 2);
  }

  private after(place: number): number {
    return (place + 2) & (this.places.length - 1);
  }

  private forget(): void {
    if (this.known.length === 0) return;
    this.known = [];
    this.places = new Int32Array(leastPlaces * 2);
  }
}
