import type { Customer } from '../border.js';
import { NameIndex } from './name-index.js';

/** The customers by id, name and IBAN. */
export class CustomerBook {
  private readonly byId = new Map<string, Customer>();
  private readonly ibans = new Map<string, Set<string>>();
  readonly names = new NameIndex();

  get size(): number {
    return this.byId.size;
  }

  put(customer: Customer): void {
    const known = this.byId.get(customer.id);
    if (known) {
      this.names.remove(known.name, known.id);
      if (known.iban) this.ibans.get(plainIban(known.iban))?.delete(known.id);
    }
    this.byId.set(customer.id, customer);
    this.names.add(customer.name, customer.id);
    const iban = customer.iban ? plainIban(customer.iban) : '';
    if (iban === '') return;
    const owners = this.ibans.get(iban);
    if (owners) owners.add(customer.id);
    else this.ibans.set(iban, new Set([customer.id]));
  }

  get(id: string): Customer | undefined {
    return this.byId.get(id);
  }

  /** Customers whose file says this IBAN. */
  ofIban(iban: string): ReadonlySet<string> {
    return this.ibans.get(iban) ?? none;
  }
}

const none: ReadonlySet<string> = new Set();

export function plainIban(iban: string): string {
  return iban.replace(/\s+/g, '').toUpperCase();
}
