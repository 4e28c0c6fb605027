import type { CalendarDate } from '@lettrage/calendar';
import type { Money } from '@lettrage/money';
import type { BatchPlace } from './batch-place.js';
import type { CsvMapping, CsvQuestion } from './csv/csv-mapping.js';
import type { SaidOfFile } from './excerpt.js';
import type { Place, WarningCode } from './statement-fault.js';

/** Only `booked` money has moved; the others are announced and never enter a sum. */
export type EntryStatus = 'booked' | 'pending' | 'information';

export interface Charge {
  readonly amount: Money;
  /** Whether the bank has already taken it out of (or into) the transaction's amount. */
  readonly included: boolean;
}

/** How a payment in one currency became one in another: `rate` units of `target` (else of `source`) for one of `unit`, as the bank wrote it. */
export interface ExchangeRate {
  readonly source: string | null;
  readonly target: string | null;
  readonly unit: string | null;
  /** Decimal string with a point. */
  readonly rate: string;
}

/** A document that the payer names in the structured remittance (RfrdDocInf of ISO 20022). */
export interface ReferredDocument {
  /** ISO code such as CINV or CREN, or the bank's own. */
  readonly type: string | null;
  readonly number: string;
  readonly date: CalendarDate | null;
  /** What of it is paid, unsigned; null where the file does not say, or says one sum for several documents. */
  readonly amount: Money | null;
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
  readonly exchangeRate: ExchangeRate | null;
  /** Why the money was sent: ISO external purpose code such as SALA, or the bank's own. */
  readonly purpose: string | null;
  /** The debtor of a credit, the creditor of a debit. */
  readonly counterpartyName: string | null;
  readonly counterpartyIban: string | null;
  /** Who owes, and who is owed, where that is not who pays and is paid. */
  readonly ultimateDebtorName: string | null;
  readonly ultimateCreditorName: string | null;
  /** Unstructured text; empty where the file has none. */
  readonly remittance: string;
  /** Creditor references and the numbers of the documents referred to, as the file writes them. */
  readonly structuredReferences: readonly string[];
  /** The documents behind the numbers among `structuredReferences`. */
  readonly documents: readonly ReferredDocument[];
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
  /** Of a bulk booking only. */
  readonly batch?: BatchPlace | null;
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
  /** What `message` says, so that it can be said in another language. */
  readonly sentence: SaidOfFile;
  /** At most 80 characters of the file around the place; empty where something is missing from it. */
  readonly excerpt: string;
  readonly remedy: string;
}

export type StatementEvent =
  /** `repeated`: another file of the same archive has the same line too, which is the same money. */
  | { readonly kind: 'transaction'; readonly transaction: BankTransaction; readonly repeated?: true }
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
  /** Of a CSV only: what the file does not decide, for a person to answer; and how its columns were read, for a person to correct and keep. */
  readonly questions?: readonly CsvQuestion[];
  readonly mapping?: CsvMapping;
}
