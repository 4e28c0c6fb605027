import type { CalendarDate } from '@lettrage/calendar';
import { minorUnits } from '@lettrage/money';
import type { Fingerprinter } from '../../fingerprint.js';
import type { CsvAccount } from '../csv-accounts.js';
import type { CsvReader } from '../csv-reader.js';
import { balancePrefixes, balanceRow, rowStatus } from '../row-words.js';
import { hasSingleBlanks, isSame, textOf } from './byte-words.js';
import { DateColumn } from './date-column.js';
import { plainMinorOf } from './plain-amount.js';
import { PlainIdentity } from './plain-identity.js';
import { isGiven, PlainLabel } from './plain-label.js';
import type { PlainLayout } from './plain-layout.js';
import { digestBytes, longestPlainRow, plainText, plainTexts, PlainRows } from './plain-rows.js';
import { RowScanner } from './row-scanner.js';

const rowsAtOnce = 8192;
// Sums of so many amounts as there are in one go stay exact.
const largestMinor = Number.MAX_SAFE_INTEGER / rowsAtOnce;
const longestAccount = 1000;

/** The beginnings of remarks about balances, by their first two bytes. */
const remarks = new Uint8Array(1 << 16);
for (const prefix of balancePrefixes) {
  const [first, second] = [prefix >> 16, prefix & 0xffff];
  // The second letter beyond ASCII begins with a byte of many others.
  for (let byte = second < 128 ? second : 128; byte <= (second < 128 ? second : 255); byte++) remarks[(first << 8) | byte] = 1;
}

/** What rows have in common. */
interface Frame {
  readonly of: unknown;
  readonly account: CsvAccount;
  readonly decimals: number;
  readonly cells: readonly Uint8Array[];
}

/**
 * Reads the rows that are as plain as most: one transaction a row, and every cell in a form that can be read where it stands in the bytes. What it gives is what `CsvReader`
 * would; each row that it cannot vouch for, and the last before such a row, is left to that.
 */
export class PlainReader {
  /** Rows that were read and not yet given out. */
  count = 0;
  /** Rows that the last reading read. */
  passed = 0;
  private readonly rows = new PlainRows(rowsAtOnce);
  private readonly scanner: RowScanner;
  private readonly label = new PlainLabel();
  private readonly identity: PlainIdentity;
  private readonly bookingDates: DateColumn;
  private readonly valueDates: DateColumn;
  /** How many of the first columns are dates, and whether both kinds are among them. */
  private readonly firstDates: number;
  private readonly isBookingFirst: boolean;
  private readonly isValueFirst: boolean;
  private frame: Frame | null = null;
  private credits = 0;
  private debits = 0;
  /** Of the row that was taken last. */
  private hasWide = false;
  /** In an encoding of single bytes only the rows in ASCII are read here. */
  private isUtf8 = true;
  private balance: number | null = null;

  constructor(
    private readonly layout: PlainLayout,
    private readonly reader: CsvReader,
    private readonly fingerprinter: Fingerprinter,
  ) {
    this.scanner = new RowScanner(layout.delimiter);
    this.identity = new PlainIdentity(fingerprinter);
    this.bookingDates = new DateColumn(reader.dates);
    this.valueDates = new DateColumn(reader.dates);
    const { bookingDate, valueDate } = layout.columns;
    let first = 0;
    while (first === bookingDate || first === valueDate) first++;
    this.firstDates = first;
    this.isBookingFirst = bookingDate < first;
    this.isValueFirst = valueDate >= 0 && valueDate < first;
  }

  /** Whether they should be given out before more are read. */
  get isFull(): boolean {
    return this.count > rowsAtOnce / 2;
  }

  /**
   * Reads the rows between the places, of which the first begins at `from` and is that of `record`; answers where the first row begins that it leaves. What it read
   * stands in the events of the reader.
   */
  read(bytes: Uint8Array, from: number, to: number, record: number, isUtf8: boolean): number {
    this.rows.bytes = bytes;
    this.isUtf8 = isUtf8;
    const before = this.count;
    let begun = this.count;
    let held = -1;
    let at = from;
    for (let current = record; this.count < rowsAtOnce; current++) {
      const next = this.scanner.scan(bytes, at, to);
      if (next < 0 || next - at > longestPlainRow) break;
      const wide = this.scanner.hasWide;
      const booked = this.bookingDate(bytes);
      if (booked === null) break;
      // A row by itself, so the one before it is complete.
      if (held >= 0) this.commit(bytes, held, current - 1);
      else if (!this.reader.settle()) break;
      held = -1;
      if (!this.takeTexts(bytes, at, booked)) break;
      if (!this.isFramed(bytes)) {
        this.give(begun);
        begun = this.count;
        if (!this.begin(bytes, current)) break;
      }
      if (!this.takeAmounts(bytes)) {
        // An amount that is not plain may name a currency that the rows after it do not.
        this.give(begun);
        begun = this.count;
        this.frame = null;
        break;
      }
      this.hasWide = wide;
      held = at;
      at = next;
    }
    this.give(begun);
    this.passed = this.count - before;
    return held >= 0 ? held : at;
  }

  /** The date of a row that has the cells of its header and an amount, which no part of another row has; null for any other. */
  private bookingDate(bytes: Uint8Array): CalendarDate | null {
    const { scanner, layout } = this;
    const column = layout.columns.bookingDate;
    if (scanner.count !== layout.width || !this.hasAmount()) return null;
    return scanner.isAsKept && this.isBookingFirst ? this.bookingDates.date : this.bookingDates.read(bytes, scanner.starts[column]!, scanner.ends[column]!);
  }

  /** Everything but the money; false for a row that has something which is not read here. */
  private takeTexts(bytes: Uint8Array, from: number, booked: CalendarDate): boolean {
    const { scanner, layout, rows, label, count: row } = this;
    const { columns } = layout;
    const { starts, ends } = scanner;
    if (scanner.hasWide && !this.isUtf8) return false;
    for (const column of layout.others) if (starts[column] !== ends[column]) return false;
    if ((columns.party < 0 || starts[columns.party] === ends[columns.party]) && this.mayBeRemark(bytes)) return false;
    rows.bookingDates[row] = booked;
    if (!this.takeValueDate(bytes, row)) return false;
    if (this.firstDates > 0 && !scanner.isAsKept) scanner.keep(bytes, from, this.firstDates);
    if (!this.takeLabel(bytes)) return false;
    const { ranges } = rows;
    const first = row * plainTexts;
    rows.structured[row] = label.structured;
    const own = columns.reference >= 0 && isGiven(bytes, starts[columns.reference]!, ends[columns.reference]!);
    if (own) put(ranges, first + plainText.reference, starts[columns.reference]!, ends[columns.reference]!);
    else put(ranges, first + plainText.reference, label.reference, label.referenceEnd);
    put(ranges, first + plainText.further, own ? label.reference : -1, label.referenceEnd);
    put(ranges, first + plainText.remittance, label.remittance, label.remittanceEnd);
    put(ranges, first + plainText.counterpartyName, label.name, label.nameEnd);
    put(ranges, first + plainText.endToEndId, label.endToEnd, label.endToEndEnd);
    put(ranges, first + plainText.mandateId, label.mandate, label.mandateEnd);
    if (columns.code >= 0 && !hasSingleBlanks(bytes, starts[columns.code]!, ends[columns.code]!)) return false;
    const isCoded = columns.code >= 0 && starts[columns.code]! < ends[columns.code]!;
    put(ranges, first + plainText.bankTransactionCode, isCoded ? starts[columns.code]! : -1, isCoded ? ends[columns.code]! : -1);
    return this.takeParty(bytes, first);
  }

  private hasAmount(): boolean {
    const { starts, ends } = this.scanner;
    const { amount, debit, credit } = this.layout.columns;
    if (amount >= 0) return starts[amount]! < ends[amount]!;
    const debited = debit >= 0 && starts[debit]! < ends[debit]!;
    const credited = credit >= 0 && starts[credit]! < ends[credit]!;
    return debited !== credited;
  }

  /** Whether a cell may be a remark about a balance, which stands in a row like a transaction. */
  private mayBeRemark(bytes: Uint8Array): boolean {
    const { starts, ends, count } = this.scanner;
    for (let cell = 0; cell < count; cell++) {
      const from = starts[cell]!;
      const to = ends[cell]!;
      if (to - from < 5) continue;
      const letters = bytes[from] === 35 ? from + 1 : from;
      if (remarks[((bytes[letters]! | 32) << 8) | (bytes[letters + 1]! | 32)] === 1 && balanceRow([textOf(bytes, from, to)]) !== null) return true;
    }
    return false;
  }

  private takeValueDate(bytes: Uint8Array, row: number): boolean {
    const { starts, ends, isAsKept } = this.scanner;
    const column = this.layout.columns.valueDate;
    const isEmpty = column < 0 || starts[column] === ends[column];
    const date = isEmpty ? null : isAsKept && this.isValueFirst ? this.valueDates.date : this.valueDates.read(bytes, starts[column]!, ends[column]!);
    this.rows.valueDates[row] = date;
    return isEmpty || date !== null;
  }

  private takeLabel(bytes: Uint8Array): boolean {
    const { starts, ends } = this.scanner;
    let only = -1;
    for (const column of this.layout.columns.label) {
      if (starts[column] === ends[column]) continue;
      if (only >= 0) return false;
      only = column;
    }
    return only < 0 ? this.label.read(bytes, 0, 0, this.scanner) : this.label.read(bytes, starts[only]!, ends[only]!, this.scanner);
  }

  /** `readParty` for a name that is no account, and an account that is an IBAN as machines write it. */
  private takeParty(bytes: Uint8Array, first: number): boolean {
    const { scanner, rows } = this;
    const { party, partyAccount } = this.layout.columns;
    const { starts, ends } = scanner;
    const hasAccount = partyAccount >= 0 && starts[partyAccount]! < ends[partyAccount]!;
    if (hasAccount && !isIban(bytes, starts[partyAccount]!, ends[partyAccount]!)) return false;
    put(rows.ranges, first + plainText.counterpartyIban, hasAccount ? starts[partyAccount]! : -1, hasAccount ? ends[partyAccount]! : -1);
    if (party < 0 || starts[party] === ends[party]) return true;
    if (!isName(bytes, starts[party]!, ends[party]!) || !hasSingleBlanks(bytes, starts[party]!, ends[party]!)) return false;
    if (isGiven(bytes, starts[party]!, ends[party]!)) put(rows.ranges, first + plainText.counterpartyName, starts[party]!, ends[party]!);
    return true;
  }

  private isFramed(bytes: Uint8Array): boolean {
    const { frame, scanner } = this;
    if (frame === null || frame.of !== this.reader.accounts.current) return false;
    const { framing } = this.layout;
    for (let i = 0; i < framing.length; i++) {
      const column = framing[i]!;
      const cell = frame.cells[i]!;
      if (!isSame(bytes, scanner.starts[column]!, scanner.ends[column]!, cell, cell.length)) return false;
    }
    return true;
  }

  /** Finds out what the row and those after it have in common; false where they are not booked, or of no account that can be told. */
  private begin(bytes: Uint8Array, record: number): boolean {
    const { scanner, layout, reader } = this;
    const cells = this.cells(bytes);
    this.frame = null;
    if (layout.columns.status >= 0 && rowStatus(cells[layout.columns.status]!, '') !== 'booked') return false;
    try {
      const account = reader.accounts.of({ cells, record });
      if (account.account !== null && account.account.length > longestAccount) return false;
      const framing = layout.framing.map((column) => bytes.slice(scanner.starts[column], scanner.ends[column]));
      this.frame = { of: reader.accounts.current, account, decimals: minorUnits(account.currency), cells: framing };
    } catch {
      // Said by the reader of all rows when it comes to the row.
      return false;
    }
    return true;
  }

  private cells(bytes: Uint8Array): string[] {
    const { starts, ends, count } = this.scanner;
    return Array.from({ length: count }, (_, cell) => textOf(bytes, starts[cell]!, ends[cell]!));
  }

  private takeAmounts(bytes: Uint8Array): boolean {
    const { layout, scanner, rows, frame } = this;
    const { columns, decimalSign } = layout;
    const { starts, ends } = scanner;
    const { decimals } = frame!;
    const isDebit = columns.amount < 0 && columns.debit >= 0 && starts[columns.debit]! < ends[columns.debit]!;
    const column = columns.amount >= 0 ? columns.amount : isDebit ? columns.debit : columns.credit;
    const minor = plainMinorOf(bytes, starts[column]!, ends[column]!, decimalSign, decimals);
    if (!(Math.abs(minor) <= largestMinor)) return false;
    rows.minor[this.count] = isDebit && !layout.debitIsSigned ? -minor : minor;
    this.balance = null;
    if (columns.balance < 0 || starts[columns.balance] === ends[columns.balance]) return true;
    this.balance = plainMinorOf(bytes, starts[columns.balance]!, ends[columns.balance]!, decimalSign, decimals);
    return !Number.isNaN(this.balance);
  }

  /** The row that was taken last, which begins at `held`, counts. */
  private commit(bytes: Uint8Array, held: number, record: number): void {
    const { rows, count, layout } = this;
    const { account } = this.frame!;
    this.identity.give(rows, count, account.account, account.currency, this.hasWide);
    account.see(rows.bookingDates[count]!);
    const minor = rows.minor[count]!;
    if (minor < 0) this.debits -= minor;
    else this.credits += minor;
    this.count++;
    account.lastRecord = record;
    if (layout.columns.balance < 0) return;
    const { running } = account;
    running.add(BigInt(minor), this.balance === null ? null : BigInt(this.balance));
    if (account.unexplained !== null || running.verdict !== false) return;
    // The cells of the row after it are those that were found last.
    const scanner = new RowScanner(layout.delimiter);
    scanner.scan(bytes, held, bytes.lastIndexOf(10) + 1);
    account.unexplained = { record, cells: Array.from({ length: scanner.count }, (_, cell) => textOf(bytes, scanner.starts[cell]!, scanner.ends[cell]!)) };
  }

  /** The rows since `begun`, which are all of one frame. */
  private give(begun: number): void {
    const { count, rows } = this;
    if (count === begun) return;
    const { account } = this.frame!;
    account.tally.bookAll(count - begun, BigInt(this.credits), BigInt(this.debits), account.currency);
    this.credits = this.debits = 0;
    this.fingerprinter.count(rows.digests, digestBytes, rows.occurrences, begun, count);
    this.reader.events.push({ kind: 'plain', rows, from: begun, to: count, account: account.account, currency: account.currency, statement: account.index });
  }
}

function put(ranges: Int32Array, at: number, from: number, to: number): void {
  ranges[at] = from;
  ranges[at + 1] = to;
}

function isFigure(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

function isIban(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from < 12 || to - from > 34 || !isCapital(bytes[from]!) || !isCapital(bytes[from + 1]!) || !isFigure(bytes[from + 2]!) || !isFigure(bytes[from + 3]!)) return false;
  for (let at = from + 4; at < to; at++) if (!isCapital(bytes[at]!) && !isFigure(bytes[at]!)) return false;
  return true;
}

/** Certainly no account, no text behind the name, and no guard before it. */
function isName(bytes: Uint8Array, from: number, to: number): boolean {
  let figures = 0;
  for (let at = from; at < to; at++) {
    const code = bytes[at]!;
    if (code === 59) return false;
    if (at < from + 8 && isFigure(code)) figures++;
  }
  return figures < 2 && bytes[from] !== 39;
}
