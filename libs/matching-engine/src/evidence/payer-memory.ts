import { withRoom } from '../books/growing.js';
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
  // By hash the newest payer, from 1, and by payer the one before it of the same place.
  private places = new Int32Array(leastPlaces);
  private before = new Int32Array(leastPlaces);
  private hashes = new Int32Array(leastPlaces);
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
    for (let at = this.places[this.placeOf(hash)]!; at > 0; at = this.before[at - 1]!) {
      const payer = this.known[at - 1]!;
      if (this.hashes[at - 1] === hash && payer.name === name && payer.iban === iban) return payer;
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
    this.before = withRoom(this.before, count);
    this.hashes = withRoom(this.hashes, count);
    this.hashes[count - 1] = hash;
    if (count <= this.places.length) return this.link(count);
    this.places = new Int32Array(this.places.length * 2);
    for (let at = 1; at <= count; at++) this.link(at);
  }

  private link(at: number): void {
    const place = this.placeOf(this.hashes[at - 1]!);
    this.before[at - 1] = this.places[place]!;
    this.places[place] = at;
  }

  private placeOf(hash: number): number {
    return (Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 8) & (this.places.length - 1);
  }

  private forget(): void {
    if (this.known.length === 0) return;
    this.known = [];
    this.places = new Int32Array(leastPlaces);
  }
}
