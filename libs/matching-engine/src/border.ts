import type { CalendarDate } from '@lettrage/calendar';
import type { Money } from '@lettrage/money';

export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  readonly iban: string | null;
  readonly vatId: string | null;
  readonly paymentTermsDays: number | null;
}

/** What a customer still owes (or, for a credit note, is owed: negative amounts). */
export interface OpenItem {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly kind: 'invoice' | 'credit_note';
  readonly issueDate: CalendarDate;
  readonly dueDate: CalendarDate;
  readonly currency: string;
  readonly totalMinor: bigint;
  readonly openMinor: bigint;
  readonly structuredReference: string | null;
  readonly orderReference: string | null;
}

/** A booked credit as the bank tells it (ISO 20022 names). */
export interface IncomingTransaction {
  readonly id: string;
  readonly bookingDate: CalendarDate;
  readonly amount: Money;
  readonly counterpartyName: string | null;
  readonly counterpartyIban: string | null;
  /** Who owes, where the bank says that it is not who pays (UltmtDbtr). */
  readonly ultimateDebtorName?: string | null;
  readonly endToEndId: string | null;
  readonly remittance: string;
  readonly structuredReferences: readonly string[];
  readonly reversal?: boolean;
}

export type DifferenceKind = 'bank_fee' | 'discount' | 'deduction' | 'rounding' | 'overpayment' | 'duplicate_payment' | 'on_account';

/** What was allocated minus what was received, in minor units, and why. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly amountMinor: bigint;
}

export interface SettledAllocation {
  readonly invoiceNumber: string;
  readonly amountMinor: bigint;
  readonly issueDate: CalendarDate;
  readonly dueDate: CalendarDate;
  /** Whether it was less than the whole document; where nobody says, the books are looked at. */
  readonly part?: boolean;
}

/** A credit whose allocation is decided and on its way into the books. */
export interface ExpectedPayment {
  readonly bookingDate: CalendarDate;
  readonly amount: Money;
  readonly allocations: readonly Allocation[];
}

/** A credit of the past as people settled it; no customer and no allocations: it paid no invoice. */
export type SettledTransaction = IncomingTransaction & {
  readonly customerId: string | null;
  readonly allocations: readonly SettledAllocation[];
  readonly difference: Difference | null;
};

export interface Allocation {
  readonly itemId: string;
  readonly amountMinor: bigint;
}

/** What a sentence says, in whatever language: `reasonText` says it in English, where it is read, since of most answers nobody asks. */
export interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
}

export interface Alternative {
  readonly customerId: string | null;
  readonly allocations: readonly Allocation[];
  readonly difference: Difference | null;
  readonly confidence: number;
  readonly reasons: readonly Reason[];
}

/** `allocations` minus `difference` is always the amount received, unless both are empty: then nothing is proposed. */
export interface Proposal extends Alternative {
  readonly transactionId: string;
  readonly decision: 'auto' | 'suggest' | 'none';
  readonly alternatives: readonly Alternative[];
}
