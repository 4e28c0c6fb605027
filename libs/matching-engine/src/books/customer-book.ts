import type { Customer } from '../border.js';
import { compactReference } from '../text/fold.js';
import { Forms } from './forms.js';
import { NameIndex, type NameEntry } from './name-index.js';

/** The customers by id, name and IBAN. */
export class CustomerBook {
  private readonly byId = new Map<string, Customer>();
  private readonly ibans = new Map<string, Set<string>>();
  private readonly nameEntries = new Map<string, NameEntry>();
  private readonly identifiers = new Map<string, Set<string>>();
  private readonly identifierForms = new Forms();
  readonly names = new NameIndex();
  /** Changes with every change, so that what was derived knows that it is old. */
  version = 0;

  put(customer: Customer): void {
    this.version++;
    const known = this.byId.get(customer.id);
    if (known) {
      this.names.remove(known.name, known.id);
      for (const identifier of identifiersOf(known)) this.identifiers.get(identifier)?.delete(known.id);
      if (known.iban) this.ibans.get(plainIban(known.iban))?.delete(known.id);
    }
    this.byId.set(customer.id, customer);
    const entry = this.names.add(customer.name, customer.id);
    if (entry) this.nameEntries.set(customer.id, entry);
    else this.nameEntries.delete(customer.id);
    for (const identifier of identifiersOf(customer)) {
      this.identifierForms.add(identifier);
      const owners = this.identifiers.get(identifier);
      if (owners) owners.add(customer.id);
      else this.identifiers.set(identifier, new Set([customer.id]));
    }
    const iban = customer.iban ? plainIban(customer.iban) : '';
    if (iban === '') return;
    const owners = this.ibans.get(iban);
    if (owners) owners.add(customer.id);
    else this.ibans.set(iban, new Set([customer.id]));
  }

  get(id: string): Customer | undefined {
    return this.byId.get(id);
  }

  /** Whether some customer's number or VAT id has this length and first character. */
  mayName(length: number, first: number): boolean {
    return this.identifierForms.has(length, first);
  }

  /** The one customer whose number or VAT id this is (letters and digits only). */
  named(identifier: string): string | undefined {
    const owners = this.identifiers.get(identifier);
    if (owners?.size !== 1) return undefined;
    return owners.values().next().value;
  }

  /** The customer's own name as the index holds it. */
  nameOf(id: string): NameEntry | undefined {
    return this.nameEntries.get(id);
  }

  /** Customers whose file says this IBAN. */
  ofIban(iban: string): ReadonlySet<string> {
    return this.ibans.get(iban) ?? none;
  }
}

// Customer numbers of fewer characters, or without a digit, would be found in any text.
const shortestIdentifier = 4;

function identifiersOf(customer: Customer): string[] {
  return [customer.id, customer.vatId ?? ''].map(compactReference).filter((identifier) => identifier.length >= shortestIdentifier && /\d/.test(identifier));
}

const none: ReadonlySet<string> = new Set();

export function plainIban(iban: string): string {
  return iban.replace(/\s+/g, '').toUpperCase();
}
