import type { CalendarDate } from '@lettrage/calendar';
import type { Money } from '@lettrage/money';
import type { Place, WarningCode } from './statement-fault.js';

/** Only `booked` money has moved; the others are announced and never enter a sum. */
export type EntryStatus = 'booked' | 'pending' | 'information';

export interface Charge {
  readonly amount: Money;
  /** Whether the bank has already taken it out of (or into) the transaction's amount. */
  readonly included: boolean;
}

/** One movement on the account, at the finest level that the bank details. */
export interface BankTransaction {
  /** The bank's own reference, or null. Not unique: banks repeat it within a batch. */
  readonly reference: string | null;
  /** Stable identity, see `fingerprint.ts`. */
  readonly fingerprint: string;
  /** IBAN or other identification of the account; null where the file does not say. */
  readonly account: string | null;
  readonly bookingDate: CalendarDate;
  readonly valueDate: CalendarDate | null;
  /** Signed: a credit is positive. */
  readonly amount: Money;
  /** What was instructed in another currency, signed like `amount`. */
  readonly originalAmount: Money | null;
  /** The debtor of a credit, the creditor of a debit. */
  readonly counterpartyName: string | null;
  readonly counterpartyIban: string | null;
  /** Unstructured text; empty where the file has none. */
  readonly remittance: string;
  /** Creditor references and the numbers of the documents referred to, as the file writes them. */
  readonly structuredReferences: readonly string[];
  readonly endToEndId: string | null;
  readonly mandateId: string | null;
  /** ISO domain/family/sub-family such as `PMNT/RCDT/ESCT`, or the bank's own code. */
  readonly bankTransactionCode: string | null;
  /** The entry undoes an earlier one; its sign is already the booked one. */
  readonly reversal: boolean;
  readonly returnReason: string | null;
  readonly status: EntryStatus;
  readonly charges: readonly Charge[];
  /** Index of the statement in the file's summary. */
  readonly statement: number;
}

export interface StatementSummary {
  readonly account: string | null;
  /** Null only where a statement without entries does not name one. */
  readonly currency: string | null;
  readonly id: string | null;
  readonly sequence: string | null;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly openingBalance: Money | null;
  readonly closingBalance: Money | null;
  /** Booked entries. */
  readonly entries: number;
  /** Transactions given out, pending ones included. */
  readonly transactions: number;
  /** Absolute sums of the booked entries in the statement's currency. */
  readonly credits: Money | null;
  readonly debits: Money | null;
  /** Opening balance + credits - debits = closing balance; null where a balance is missing. */
  readonly balanced: boolean | null;
}

export interface StatementWarning {
  readonly code: WarningCode;
  readonly place: Place;
  readonly message: string;
  readonly remedy: string;
}

export type StatementEvent =
  | { readonly kind: 'transaction'; readonly transaction: BankTransaction }
  | { readonly kind: 'statement'; readonly statement: StatementSummary }
  | { readonly kind: 'warning'; readonly warning: StatementWarning };

export type FormatName = 'camt' | 'csv' | 'mt940' | 'ofx' | 'cfonb120';

export interface FileSummary {
  readonly file: string;
  readonly format: FormatName;
  /** `camt.053.001.08`, the name of a CSV's bank profile, or null. */
  readonly version: string | null;
  readonly encoding: string;
  readonly statements: readonly StatementSummary[];
  readonly warnings: readonly StatementWarning[];
}
