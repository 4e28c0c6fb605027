import type { CalendarDate } from '@lettrage/calendar';
import type { Home } from './company/home.js';
import type { Country } from './company/identifiers.js';
import type { NoiseKind } from './options.js';
import type { Language } from './company/words.js';

export interface WorldCustomer {
  readonly id: string;
  readonly name: string;
  readonly country: Country;
  readonly language: Language;
  /** The IBAN that the company has on file, which may be out of date. */
  readonly iban: string | null;
  readonly vatId: string;
  readonly paymentTermsDays: number;
}

/** An invoice, or a credit note with a negative total. */
export interface WorldInvoice {
  readonly number: string;
  readonly customerId: string;
  readonly kind: 'invoice' | 'credit_note';
  readonly issueDate: CalendarDate;
  readonly dueDate: CalendarDate;
  readonly currency: string;
  readonly totalMinor: bigint;
  readonly structuredReference: string | null;
  readonly orderReference: string | null;
}

export interface OpenWorldInvoice extends WorldInvoice {
  readonly openMinor: bigint;
}

export type DifferenceKind = 'bank_fee' | 'discount' | 'deduction' | 'rounding' | 'overpayment' | 'duplicate_payment' | 'on_account';

export interface Allocation {
  readonly invoice: string;
  readonly amountMinor: bigint;
}

/** What a transaction truly is. Allocations less the difference are the amount received, wherever there is either. */
export interface Truth {
  /** What happened, such as `single`, `several`, `part`, `discount`, `other:card_settlement`. */
  readonly kind: string;
  /** What was done to it that makes it hard, by the names of `Noise`. */
  readonly noise: readonly NoiseKind[];
  /** How the payer writes references, such as `exact`, `tail`, `order`; `-` where there is no invoice. */
  readonly habit: string;
  /** Whether nothing that the bank transmits names an item that it pays. */
  readonly unreferenced: boolean;
  readonly customerId: string | null;
  readonly allocations: readonly Allocation[];
  readonly difference: { readonly kind: DifferenceKind; readonly amountMinor: bigint } | null;
}

export interface WorldTransaction {
  /** The bank's own reference, unique in the world. */
  readonly reference: string;
  /** Transactions of one batch share an entry; otherwise it is the reference again. */
  readonly entry: string;
  readonly bookingDate: CalendarDate;
  readonly valueDate: CalendarDate;
  /** Credit positive, debit negative. */
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly counterpartyName: string | null;
  readonly counterpartyIban: string | null;
  readonly endToEndId: string | null;
  /** Unstructured text, an element a line as the bank transmits it. */
  readonly remittanceLines: readonly string[];
  readonly structuredReference: string | null;
  /** ISO 20022 domain, family and sub-family, such as `PMNT/RCDT/ESCT`. */
  readonly transactionCode: string;
  /** ISO reason of a returned payment, such as AC04. */
  readonly returnReason: string | null;
  readonly truth: Truth;
}

export interface BankAccount {
  readonly iban: string;
  readonly bic: string;
  readonly owner: string;
  readonly currency: string;
}

/** Transactions of consecutive days with the balances around them. */
export interface WorldStatement {
  readonly account: BankAccount;
  readonly id: string;
  readonly sequence: number;
  readonly from: CalendarDate;
  /** The last day, included. */
  readonly to: CalendarDate;
  readonly openingMinor: bigint;
  readonly closingMinor: bigint;
  readonly transactions: readonly WorldTransaction[];
}

/** What a forecast knows on a day, and what then came in on those items. */
export interface ForecastCase {
  readonly asOf: CalendarDate;
  readonly days: number;
  readonly openItems: readonly OpenWorldInvoice[];
  readonly history: readonly WorldTransaction[];
  readonly receipts: readonly { readonly date: CalendarDate; readonly amountMinor: bigint }[];
}

export interface World {
  /** Where the company is. */
  readonly home: Home;
  readonly account: BankAccount;
  readonly customers: readonly WorldCustomer[];
  /** Every invoice and credit note ever issued, by number. */
  readonly ledger: ReadonlyMap<string, WorldInvoice>;
  /** Every transaction ever booked, in booking order, the future included. */
  readonly transactions: readonly WorldTransaction[];
  /** Items open when the statement begins, and those issued during it, with what was open at its beginning. */
  readonly invoices: readonly OpenWorldInvoice[];
  /** Credits of the months before the statement. */
  readonly history: readonly WorldTransaction[];
  readonly statement: WorldStatement;
}
