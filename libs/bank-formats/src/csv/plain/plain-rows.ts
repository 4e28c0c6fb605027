import type { CalendarDate } from '@lettrage/calendar';
import { nothingFurther } from '../../new-transaction.js';
import type { BankTransaction, Charge } from '../../statement.js';

const noCharges: readonly Charge[] = [];
const none: readonly string[] = [];

/** Where in a row's ranges each text begins; the place after it is where the text ends. A beginning of -1 stands for null. */
export const plainText = { reference: 0, counterpartyName: 2, counterpartyIban: 4, remittance: 6, further: 8, endToEndId: 10, mandateId: 12, bankTransactionCode: 14 } as const;
export const plainTexts = 16;
export const digestBytes = 12;
// Longer rows than this are left to the reader of all rows.
export const longestPlainRow = 4096;

/**
 * Booked transactions column by column, as places in the bytes of the file that they were read from: to make objects and texts of each would take longer than
 * to read them. Good until the next events are asked for. No text has a character that JSON escapes.
 */
export class PlainRows {
  /** UTF-8. */
  bytes: Uint8Array = new Uint8Array(0);
  readonly ranges: Int32Array;
  readonly structured: (readonly string[])[];
  /** Signed minor units. */
  readonly minor: Float64Array;
  /** The beginning of each fingerprint, and the number behind its point. */
  readonly digests: Uint8Array;
  readonly occurrences: Uint32Array;
  readonly bookingDates: CalendarDate[];
  readonly valueDates: (CalendarDate | null)[];

  /** Bytes that no row is longer than. */
  readonly longestRow = longestPlainRow;

  constructor(capacity: number) {
    this.ranges = new Int32Array(capacity * plainTexts);
    this.structured = Array.from({ length: capacity }, () => none);
    this.minor = new Float64Array(capacity);
    this.digests = new Uint8Array(capacity * digestBytes);
    this.occurrences = new Uint32Array(capacity);
    this.bookingDates = Array.from({ length: capacity }, () => '');
    this.valueDates = Array.from({ length: capacity }, () => null);
  }
}

/** Rows `from` to `to`, of one account. */
export interface PlainEvent {
  readonly kind: 'plain';
  readonly rows: PlainRows;
  readonly from: number;
  readonly to: number;
  readonly account: string | null;
  readonly currency: string;
  readonly statement: number;
}

/** The transactions of the rows, as the reader of all rows would have given them. */
export function transactionsOf(event: PlainEvent): { readonly kind: 'transaction'; readonly transaction: BankTransaction }[] {
  return Array.from({ length: event.to - event.from }, (_, index) => ({ kind: 'transaction', transaction: transactionOf(event, event.from + index) }));
}

function transactionOf({ rows, account, currency, statement }: PlainEvent, row: number): BankTransaction {
  const { bytes, ranges, digests } = rows;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (field: number): string | null => {
    const start = ranges[row * plainTexts + field]!;
    return start < 0 ? null : buffer.toString('utf8', start, ranges[row * plainTexts + field + 1]);
  };
  const digest = Buffer.from(digests.buffer, digests.byteOffset + row * digestBytes, digestBytes).toString('hex');
  const further = text(plainText.further);
  const remittance = text(plainText.remittance) ?? '';
  return {
    reference: text(plainText.reference),
    fingerprint: `${digest}.${rows.occurrences[row]}`,
    account,
    bookingDate: rows.bookingDates[row]!,
    valueDate: rows.valueDates[row]!,
    amount: { minor: BigInt(rows.minor[row]!), currency },
    originalAmount: null,
    exchangeRate: nothingFurther.exchangeRate,
    purpose: nothingFurther.purpose,
    counterpartyName: text(plainText.counterpartyName),
    counterpartyIban: text(plainText.counterpartyIban),
    ultimateDebtorName: nothingFurther.ultimateDebtorName,
    ultimateCreditorName: nothingFurther.ultimateCreditorName,
    remittance: further === null ? remittance : remittance === '' ? further : `${remittance} ${further}`,
    structuredReferences: rows.structured[row]!,
    documents: nothingFurther.documents,
    endToEndId: text(plainText.endToEndId),
    mandateId: text(plainText.mandateId),
    bankTransactionCode: text(plainText.bankTransactionCode),
    reversal: false,
    returnReason: null,
    status: 'booked',
    charges: noCharges,
    statement,
  };
}
