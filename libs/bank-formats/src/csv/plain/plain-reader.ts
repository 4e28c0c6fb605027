import { minorUnits } from '@lettrage/money';
import { digestInto, type Fingerprinter, normalised } from '../../fingerprint.js';
import { mayBeTransfer } from '../../labels/transfer-label.js';
import { givenId } from '../../text.js';
import type { CsvAccount } from '../csv-accounts.js';
import type { CsvReader } from '../csv-reader.js';
import { RowSplitter } from '../row-splitter.js';
import { isAmong, structuredReferences } from '../row-text.js';
import { balanceRow, rowStatus } from '../row-words.js';
import type { PlainLayout } from './plain-layout.js';
import { type PlainExports, type PlainHost, PlainModule, plainRoles } from './plain-module.js';
import { digestBytes, plainText, plainTexts, PlainRows } from './plain-rows.js';

// The module has room for no more.
const longestAccount = 1000;
const noBalance = -(2n ** 63n);
const lineFeed = 10;
const noCells: readonly string[] = [];

/** What rows have in common. */
interface Frame {
  readonly of: unknown;
  readonly account: CsvAccount;
}

/**
 * Reads the rows that are as plain as most: one transaction a row, and every cell in a form that can be read where it stands in the bytes. What it gives is what `CsvReader`
 * would; each row that it cannot vouch for, and the last before such a row, is left to that. The reading is the module's; here is decided what takes more than the bytes of a row.
 */
export class PlainReader implements PlainHost {
  /** Rows that the last reading read. */
  passed = 0;
  /** Bytes that can be read at once. */
  readonly most: number;
  private readonly module: PlainModule;
  private readonly exports: PlainExports;
  private readonly rows: PlainRows;
  private frame: Frame | null = null;
  /** Of the rows that were read, the first that is not given out; and the first that the last reading read, with its number in the file. */
  private begun = 0;
  private first = 0;
  private record = 0;

  constructor(
    private readonly layout: PlainLayout,
    private readonly reader: CsvReader,
    private readonly fingerprinter: Fingerprinter,
  ) {
    this.module = PlainModule.take(this);
    this.exports = this.module.exports;
    this.rows = new PlainRows(this.module);
    this.most = this.exports.mostInput.value;
    this.prepare();
  }

  private prepare(): void {
    const { exports, layout } = this;
    const list = (place: { readonly value: number }, columns: readonly number[]): void => new Int32Array(exports.memory.buffer, place.value).set([...columns, -1]);
    for (const role of plainRoles) exports[role].value = layout.columns[role];
    list(exports.labels, layout.columns.label);
    list(exports.others, layout.others);
    exports.width.value = layout.width;
    exports.decimalSign.value = layout.decimalSign;
    exports.debitIsSigned.value = Number(layout.debitIsSigned);
    exports.count.value = exports.isInFrame.value = 0;
    exports.credits.value = exports.debits.value = 0n;
    exports.setDelimiter(layout.delimiter.charCodeAt(0));
    exports.forgetDates();
  }

  /** Nothing that it read is used any more, and nothing will be read. */
  end(): void {
    this.module.giveBack();
  }

  /** Whether what was read should be given out before more is read. */
  get isFull(): boolean {
    return this.exports.count.value > this.exports.mostRows.value / 2;
  }

  /** What was read has been given out, and is done with. */
  forget(): void {
    this.exports.count.value = this.begun = 0;
  }

  /** Takes bytes over, of which rows are then read; those before are lost. */
  take(bytes: Uint8Array, isUtf8: boolean): void {
    this.module.bytes.set(bytes, this.exports.input.value);
    this.exports.isUtf8.value = Number(isUtf8);
  }

  /**
   * Reads the rows between these places of the bytes that were taken, of which the first is that of `record`; answers where the first row begins that it leaves. What it
   * read stands in the events of the reader.
   */
  read(from: number, to: number, record: number): number {
    const { exports, rows } = this;
    const input = exports.input.value;
    this.record = record;
    this.first = exports.count.value;
    // A row that was left, or that was given out, leaves none to the one in its place.
    if (this.first === 0) rows.structured.clear();
    else rows.structured.delete(this.first);
    const end = exports.read(input + from, input + to) - input;
    this.passed = exports.count.value - this.first;
    return end;
  }

  settle(): boolean {
    if (!this.reader.settle()) return false;
    if (this.frame?.of !== this.reader.accounts.current) this.exports.isInFrame.value = 0;
    return true;
  }

  beginFrame(): boolean {
    const { layout, reader, exports } = this;
    const cells = this.cells();
    if (layout.columns.status >= 0 && rowStatus(cells[layout.columns.status]!, '') !== 'booked') return false;
    try {
      const account = reader.accounts.of({ cells, record: this.record + exports.count.value - this.first });
      const identity = this.fingerprinter.frame(account.account);
      if (identity.length > longestAccount) return false;
      this.frame = { of: reader.accounts.current, account };
      exports.decimals.value = minorUnits(account.currency);
      exports.accountLength.value = this.write(identity, exports.identity.value);
      exports.currencyLength.value = this.write(`\n${account.currency}\n`, exports.currencyText.value);
      exports.dateOfFrame.value = 0;
    } catch {
      // Said by the reader of all rows when it comes to the row.
      return false;
    }
    return true;
  }

  private write(text: string, at: number): number {
    return new TextEncoder().encodeInto(text, this.module.bytes.subarray(at)).written;
  }

  /** Of the row that was scanned last. */
  private cells(): string[] {
    const { exports, module } = this;
    const places = new Uint32Array(exports.memory.buffer, exports.cells.value, exports.cellCount.value * 2);
    return Array.from({ length: exports.cellCount.value }, (_, cell) => module.text(places[cell * 2]!, places[cell * 2 + 1]!));
  }

  /** The rows that were not given out, which are all of one frame. */
  endFrame(): void {
    const { exports, rows, begun } = this;
    const count = exports.count.value;
    if (count === begun) return;
    const { account } = this.frame!;
    account.tally.bookAll(count - begun, exports.credits.value, exports.debits.value, account.currency);
    exports.credits.value = exports.debits.value = 0n;
    this.see(account, count);
    this.fingerprinter.count(rows.digests, digestBytes, rows.occurrences, begun, count);
    this.begun = count;
    this.reader.events.push({ kind: 'plain', rows, from: begun, to: count, account: account.account, currency: account.currency, statement: account.index });
  }

  private see(account: CsvAccount, count: number): void {
    const { rows, begun, record, first } = this;
    for (let row = begun, next = begun; row < count; row = next) {
      while (next < count && rows.bookingDates[next] === rows.bookingDates[row]) next++;
      account.see(rows.dates.get(rows.bookingDates[row]!)!, next - row);
    }
    account.lastRecord = record + count - 1 - first;
    if (this.layout.columns.balance < 0) return;
    const { running } = account;
    for (let row = begun; row < count; row++) {
      running.add(rows.minor[row]!, rows.balances[row] === noBalance ? null : rows.balances[row]!);
      if (account.unexplained === null && running.verdict === false) account.unexplained = { record: record + row - first, cells: this.cellsOf(rows.starts[row]!) };
    }
  }

  private cellsOf(from: number): readonly string[] {
    const { module, layout } = this;
    const [cells] = new RowSplitter(layout.delimiter, false, '').write(module.text(from, module.bytes.indexOf(lineFeed, from) + 1));
    return cells ?? noCells;
  }

  dateOf(from: number, to: number): number {
    const date = this.reader.dates.read(this.module.text(from, to));
    // What is too far away is looked at by the reader of all rows.
    if (date === null || !this.reader.dates.reach.holds(date)) return 0;
    const day = Number(date.replaceAll('-', ''));
    this.rows.dates.set(day, date);
    return day;
  }

  isBalance(from: number, to: number): boolean {
    return balanceRow([this.module.text(from, to)]) !== null;
  }

  mayBeTransfer(from: number, to: number): boolean {
    return mayBeTransfer(this.module.text(from, to));
  }

  isIdGiven(from: number, to: number): boolean {
    return givenId(this.module.text(from, to)) !== null;
  }

  takeReferences(row: number, from: number, to: number, remittanceFrom: number, remittanceTo: number): number {
    const reference = from === 0 ? null : this.module.text(from, to);
    const structured = structuredReferences(noCells, { reference, remittance: this.module.text(remittanceFrom, remittanceTo) });
    this.rows.structured.set(row, structured);
    return structured.length === 0 ? 0 : reference !== null && isAmong(reference, structured) ? 2 : 1;
  }

  writeReferences(row: number, at: number): number {
    return at + this.write(JSON.stringify(this.rows.structured.get(row)), at);
  }

  digestWide(row: number, from: number, to: number): void {
    const { module, rows } = this;
    const of = (field: number): string => (rows.ranges[row * plainTexts + field]! === 0 ? '' : module.text(rows.ranges[row * plainTexts + field]!, rows.ranges[row * plainTexts + field + 1]!));
    const text = `${module.text(from, to)}${normalised(`${of(plainText.counterpartyName)} ${of(plainText.remittance)}`)}`;
    digestInto(new TextEncoder().encode(text), rows.digests, row * digestBytes);
  }
}
