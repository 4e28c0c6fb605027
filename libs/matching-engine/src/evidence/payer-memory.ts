import type { State } from '../state.js';
import { identifyPayer, type Payer } from './payer-evidence.js';

const room = 4096;

interface Known {
  readonly name: string;
  readonly iban: string | null;
  readonly payer: Payer;
}

/** Payers identified since something was learned or a customer changed; the same name and IBAN come again and again. One place each: the newer stays. */
export class PayerMemory {
  private readonly known: (Known | null)[] = Array.from({ length: room }, () => null);
  private customersVersion = -1;
  private habitsVersion = -1;

  identify(name: string | null, iban: string | null, text: string, state: State): Payer {
    if (name === null) return identifyPayer(null, iban, text, state);
    const isOld = this.customersVersion !== state.customers.version || this.habitsVersion !== state.habits.version;
    if (isOld) {
      if (this.filled) this.known.fill(null);
      this.filled = false;
      this.customersVersion = state.customers.version;
      this.habitsVersion = state.habits.version;
    }
    const at = placeOf(name, iban);
    const known = this.known[at]!;
    if (known !== null && known.name === name && known.iban === iban) return known.payer;
    const payer = identifyPayer(name, iban, text, state);
    this.known[at] = { name, iban, payer };
    this.filled = true;
    return payer;
  }

  private filled = false;
}

/** A place for a payer, from its account's last digits and some letters of its name. */
function placeOf(name: string, iban: string | null): number {
  let hash = name.length;
  for (let i = 0; i < name.length && i < 12; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  if (iban !== null) for (let i = Math.max(0, iban.length - 8); i < iban.length; i++) hash = Math.imul(hash ^ iban.charCodeAt(i), 0x01000193);
  return Math.imul(hash, 0x9e3779b1) >>> 20;
}
