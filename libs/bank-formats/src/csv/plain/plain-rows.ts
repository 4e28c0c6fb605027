import type { CalendarDate } from '@lettrage/calendar';
import { nothingFurther } from '../../new-transaction.js';
import type { BankTransaction, Charge } from '../../statement.js';
import type { PlainModule } from './plain-module.js';

const noCharges: readonly Charge[] = [];
const none: readonly string[] = [];

/** Where in a row's ranges each text begins; the place after it is where the text ends. A beginning of 0 stands for null. As in `assembly/rows.ts`. */
export const plainText = { reference: 0, counterpartyName: 2, counterpartyIban: 4, remittance: 6, further: 8, endToEndId: 10, mandateId: 12, bankTransactionCode: 14 } as const;
export const plainTexts = 16;
export const digestBytes = 12;

/**
 * Booked transactions column by column, as places in the memory of the module that has read them: to make objects and texts of each would take longer than
 * to read them. Good until the next events are asked for. No text has a character that JSON escapes.
 */
export class PlainRows {
  readonly ranges: Uint32Array;
  /** Signed minor units. */
  readonly minor: BigInt64Array;
  /** What each row says of the balance, if the layout has a column for that. */
  readonly balances: BigInt64Array;
  readonly starts: Uint32Array;
  /** The beginning of each fingerprint, and the number behind its point. */
  readonly digests: Uint8Array;
  readonly occurrences: Uint32Array;
  /** Year, month and day one behind the other; 0 for none. */
  readonly bookingDates: Uint32Array;
  readonly valueDates: Uint32Array;
  /** What these numbers stand for. */
  readonly dates = new Map<number, CalendarDate>();
  /** Creditor references of the rows that have any. */
  readonly structured = new Map<number, readonly string[]>();

  constructor(readonly module: PlainModule) {
    const { bytes: { buffer }, exports } = module;
    const rows = exports.mostRows.value;
    this.ranges = new Uint32Array(buffer, exports.texts.value, rows * plainTexts);
    this.minor = new BigInt64Array(buffer, exports.minor.value, rows);
    this.balances = new BigInt64Array(buffer, exports.balances.value, rows);
    this.starts = new Uint32Array(buffer, exports.rowStarts.value, rows);
    this.digests = new Uint8Array(buffer, exports.digests.value, rows * digestBytes);
    this.occurrences = new Uint32Array(buffer, exports.occurrences.value, rows);
    this.bookingDates = new Uint32Array(buffer, exports.bookingDates.value, rows);
    this.valueDates = new Uint32Array(buffer, exports.valueDates.value, rows);
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
  const { module, ranges, digests } = rows;
  const text = (field: number): string | null => {
    const start = ranges[row * plainTexts + field]!;
    return start === 0 ? null : module.text(start, ranges[row * plainTexts + field + 1]!);
  };
  const digest = Buffer.from(digests.buffer, digests.byteOffset + row * digestBytes, digestBytes).toString('hex');
  const further = text(plainText.further);
  const remittance = text(plainText.remittance) ?? '';
  return {
    reference: text(plainText.reference),
    fingerprint: `${digest}.${rows.occurrences[row]}`,
    account,
    bookingDate: rows.dates.get(rows.bookingDates[row]!)!,
    valueDate: rows.dates.get(rows.valueDates[row]!) ?? null,
    amount: { minor: rows.minor[row]!, currency },
    originalAmount: null,
    exchangeRate: nothingFurther.exchangeRate,
    purpose: nothingFurther.purpose,
    counterpartyName: text(plainText.counterpartyName),
    counterpartyIban: text(plainText.counterpartyIban),
    ultimateDebtorName: nothingFurther.ultimateDebtorName,
    ultimateCreditorName: nothingFurther.ultimateCreditorName,
    remittance: further === null ? remittance : remittance === '' ? further : `${remittance} ${further}`,
    structuredReferences: rows.structured.get(row) ?? none,
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
