import type { Customer } from '../border.js';
import { compactReference } from '../text/fold.js';
import { Directory } from './directory.js';
import { Forms } from './forms.js';
import { NameIndex } from './name-index.js';
import { Postings } from './postings.js';
import { SameTexts } from './same-texts.js';

/** The customers by id, name and IBAN. */
export class CustomerBook {
  // Both by place.
  private readonly customers: (Customer | undefined)[] = [];
  private readonly ownNames: number[] = [];
  private readonly countries: string[] = [];
  private readonly countryNames = new SameTexts();
  private readonly ibans = new Postings<string, string>();
  private readonly identifiers = new Postings<string, string>();
  private readonly identifierForms = new Forms();
  readonly names: NameIndex;
  /** Changes with every change, so that what was derived knows that it is old. */
  version = 0;

  constructor(readonly directory = new Directory()) {
    this.names = new NameIndex(directory);
  }

  put(customer: Customer): void {
    this.version++;
    const place = this.directory.place(customer.id);
    const id = this.directory.idAt(place);
    while (this.customers.length <= place) {
      this.customers.push(undefined);
      this.ownNames.push(-1);
      this.countries.push('');
    }
    const known = this.customers[place];
    if (known) {
      this.names.remove(known.name, place);
      for (const identifier of identifiersOf(known)) this.identifiers.remove(identifier, id);
      if (known.iban) this.ibans.remove(plainIban(known.iban), id);
    }
    this.customers[place] = customer;
    this.countries[place] = this.countryNames.of(customer.country ?? '');
    this.ownNames[place] = this.names.add(customer.name, place);
    for (const identifier of identifiersOf(customer)) {
      this.identifierForms.add(identifier);
      this.identifiers.add(identifier, id);
    }
    const iban = customer.iban ? plainIban(customer.iban) : '';
    if (iban !== '') this.ibans.add(iban, id);
  }

  get(id: string): Customer | undefined {
    const place = this.directory.at(id);
    return place >= 0 && place < this.customers.length ? this.customers[place] : undefined;
  }

  /** The country of a customer; empty where none is known. */
  countryOf(id: string): string {
    const place = this.directory.at(id);
    return place >= 0 && place < this.countries.length ? this.countries[place]! : '';
  }

  /** Whether some customer's number or VAT id has this length and first character. */
  mayName(length: number, first: number): boolean {
    return this.identifierForms.has(length, first);
  }

  /** The length of the longest number or VAT id that begins with this character; 0 where none does. */
  longestFrom(first: number): number {
    return this.identifierForms.longestFrom(first);
  }

  /** The one customer whose number or VAT id this is (letters and digits only). */
  named(identifier: string): string | undefined {
    return this.identifiers.get(identifier, 1)[0];
  }

  /** Where in the index the own name of the customer of a place is; below zero for none. */
  nameAt(place: number): number {
    return place >= 0 && place < this.ownNames.length ? this.ownNames[place]! : -1;
  }

  /** Customers whose file says this IBAN. */
  ofIban(iban: string): readonly string[] {
    return this.ibans.get(iban, Infinity);
  }
}

// Customer numbers of fewer characters, or without a digit, would be found in any text.
const shortestIdentifier = 4;

function identifiersOf(customer: Customer): string[] {
  return [customer.id, customer.vatId ?? ''].map(compactReference).filter((identifier) => identifier.length >= shortestIdentifier && /\d/.test(identifier));
}

export function plainIban(iban: string): string {
  return isPlain(iban) ? iban : iban.replace(/\s+/g, '').toUpperCase();
}

/** Capitals and digits only, as banks write them. */
function isPlain(iban: string): boolean {
  for (let i = 0; i < iban.length; i++) {
    const code = iban.charCodeAt(i);
    if (!((code >= 48 && code <= 57) || (code >= 65 && code <= 90))) return false;
  }
  return true;
}
