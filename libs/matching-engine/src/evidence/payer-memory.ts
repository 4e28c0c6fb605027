import type { State } from '../state.js';
import { identifyPayer, type Payer } from './payer-evidence.js';

/** Payers identified since something was learned or a customer changed; the same name and IBAN come again and again. */
export class PayerMemory {
  private readonly known = new Map<string, Payer>();
  private customersVersion = -1;
  private habitsVersion = -1;

  identify(name: string | null, iban: string | null, text: string, state: State): Payer {
    if (this.customersVersion !== state.customers.version || this.habitsVersion !== state.habits.version) {
      this.known.clear();
      this.customersVersion = state.customers.version;
      this.habitsVersion = state.habits.version;
    }
    if (name === null) return identifyPayer(null, iban, text, state);
    const key = `${iban ?? ''}|${name}`;
    let payer = this.known.get(key);
    if (!payer) {
      payer = identifyPayer(name, iban, text, state);
      if (this.known.size >= maxKnown) this.known.clear();
      this.known.set(key, payer);
    }
    return payer;
  }
}

const maxKnown = 20_000;
