import type { CalendarDate } from '@lettrage/calendar';
import { isCurrency, minorUnits, type Money } from '@lettrage/money';
import type { Sentence } from '@lettrage/sentences';
import { AmountFault, decimalMoney } from '../amounts.js';
import type { FileEvent, ReadContext } from '../format-reader.js';
import { limits } from '../limits.js';
import { nothingFurther } from '../new-transaction.js';
import type { FaultCode, WarningCode } from '../statement-fault.js';
import type { BankTransaction, Charge, EntryStatus, StatementSummary } from '../statement.js';
import { givenId, plainText } from '../text.js';
import { Warnings } from '../warnings.js';
import { cellOf, cellsOf, type Columns, columnsOf } from './columns.js';
import { AccountCells, type CsvRow, rowFault } from './account-cells.js';
import { CreditSide } from './credit-side.js';
import type { CsvAccount } from './csv-accounts.js';
import { moneyOf, movementOf, plainMovement } from './csv-amount.js';
import { currencyOfWord } from './currency-words.js';
import { DateCells } from './date-cells.js';
import { bankMonthEnd } from './local-date.js';
import { type Layout, textAtEnd } from './layout.js';
import { readLocalAmount } from './local-amount.js';
import { type Preamble, readPreamble } from './preamble.js';
import { isAmong, readLabel, readParty, structuredReferences } from './row-text.js';
import { balanceRow, isBlank, isFooter, rowStatus, sectionStatus } from './row-words.js';
import { say } from '../catalogue/sentences.js';

/** Rows that are kept until it is known whether they are remarks or the lines above the next account. */
const asideRows = 200;
const noCharges: readonly Charge[] = [];

interface Held extends CsvRow {
  /** The rest of its label, from rows that hold nothing else. */
  readonly more: string[];
}

/** Reads rows under a layout: one transaction a row, continuation rows joined, accounts told apart. */
export class CsvReader {
  events: FileEvent[] = [];
  readonly warnings = new Warnings((event) => this.events.push(event));
  readonly columns: Columns;
  readonly accounts: AccountCells;
  private previous: Held | null = null;
  private aside: Held[] = [];
  private readonly assumed = new Set<WarningCode>();
  readonly dates: DateCells;
  /** The last of the columns, where it is the text: what a row has beyond it is more of the text. -1 for none. */
  private readonly lastColumnOfText: number;
  private readonly creditSide: CreditSide | null;
  /** What a line between the rows says of those below it. */
  private section: EntryStatus = 'booked';

  constructor(
    private readonly layout: Layout,
    preamble: Preamble,
    /** Latest booking date of the sample, for pending rows that have none. */
    private readonly latestDate: CalendarDate | null,
    private readonly context: ReadContext,
  ) {
    this.columns = columnsOf(layout.columns);
    this.dates = new DateCells(layout.dateOrder, context.today);
    this.lastColumnOfText = textAtEnd(layout);
    this.creditSide = CreditSide.of(layout);
    this.accounts = new AccountCells(layout, this.columns, preamble, context, (code, place, said) => this.assume(code, place, said));
    const first = { record: layout.header + 2 };
    if (!layout.decimal.certain) this.assume('decimal_sign_assumed', first, say('csv_decimal_sign', { sign: layout.decimalSign }), layout.decimal.examples[0]);
    if (!layout.order.certain) this.assume('date_order_assumed', first, say('csv_date_order', { order: layout.dateOrder }), layout.order.examples[0]);
    if (!layout.columnsAreCertain) this.assume('header_assumed', { record: Math.max(1, layout.header + 1) }, say('csv_by_content'), layout.titles?.join(' | '));
    if (!layout.signIsCertain) this.assume('sign_assumed', first, layout.columns.has('amount') ? say('csv_all_one_way', { way: layout.positiveIsDebit ? 'spent' : 'received' }) : say('csv_sides'));
    else if (layout.creditIsNegated) this.assume('sign_assumed', first, say('csv_credits_negated'));
  }

  /** One row of the file; it is given out when the next row shows that it is complete. */
  row(given: readonly string[], record: number, quotesAreDoubtful = false): void {
    const { columns } = this;
    if (isBlank(given)) return;
    const checked = this.checkedWidth(given, record, quotesAreDoubtful);
    const cells = this.creditSide === null ? checked : this.creditSide.row(checked);
    const hasAmount = cellOf(cells, columns.amount) !== '' || cellOf(cells, columns.debit) !== '' || cellOf(cells, columns.credit) !== '';
    const isRemark = hasAmount && (this.isNoTransaction(cells) || this.isTotalBelow(cells));
    if (!hasAmount || isRemark) {
      this.remark(cells, record, isRemark);
      return;
    }
    this.flush();
    if (this.isBalance(cells, record)) return;
    if (this.aside.length > 0) this.warnOfAside();
    this.previous = { cells, record, more: [] };
  }

  /** A row that is no transaction: more of the text above it, the header once more, what the rows below it are, or a remark. */
  private remark(cells: readonly string[], record: number, hasAmountCell: boolean): void {
    const { columns } = this;
    const section = sectionStatus(cells);
    if (section !== null) {
      this.flush();
      this.section = section;
      return;
    }
    if (!hasAmountCell && this.isBalanceAlone(cells, record)) return;
    // Some banks put the second half of a description into a row of its own.
    const more = !hasAmountCell && this.previous && this.aside.length === 0 && cellOf(cells, columns.bookingDate) === '' && cellOf(cells, columns.valueDate) === '' && !isFooter(cells) ? cellsOf(cells, columns.label) : [];
    if (more.length > 0) this.previous!.more.push(...more);
    else if (hasAmountCell && this.isHeader(cells)) this.beginSection();
    else this.setAside({ cells, record, more: [] });
  }

  end(): StatementSummary[] {
    this.flush();
    const below = readPreamble(this.aside.map(({ cells }) => cells));
    if (below.closingBalance !== null) this.note({ footerBalance: below.closingBalance });
    this.warnOfAside();
    const summaries = this.accounts.all.map((account) => this.summary(account));
    for (const account of this.accounts.all) {
      const statement = summaries[account.index]!;
      this.events.push({ kind: 'statement', statement });
      if (statement.balanced !== false) continue;
      const { unexplained, lastRecord } = account;
      this.warnings.add('not_balanced', { record: unexplained?.record ?? lastRecord }, say('csv_not_balanced'), unexplained?.cells.join(' | '));
    }
    if (summaries.length === 0) this.warnings.add('no_statement', { record: Math.max(1, this.layout.header + 1) }, say('csv_empty'));
    return summaries;
  }

  /** A delimiter or a quotation mark within a text shifts the cells behind it: then nothing in the row can be trusted, unless there is nothing behind the text. */
  private checkedWidth(cells: readonly string[], record: number, quotesAreDoubtful: boolean): readonly string[] {
    const { header, width, usualWidth } = this.layout;
    if (cells.length === width) return cells;
    if (cells.length > limits.csvColumns) this.fault({ cells, record }, 'limit_exceeded', say('csv_columns', { most: String(limits.csvColumns) }));
    if (header < 0) return cells;
    const text = this.lastColumnOfText;
    const tooMany = cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '');
    if (tooMany && text >= 0) return [...cells.slice(0, text), cells.slice(text).filter((cell) => cell.trim() !== '').join(' ')];
    if (tooMany || (quotesAreDoubtful && cells.length < Math.min(width, usualWidth))) this.fault({ cells, record }, 'bad_row', say('csv_width', { cells: String(cells.length), width: String(width) }));
    return cells;
  }

  /** Remarks below the transactions; a row of which only one of both can be read is a fault instead. */
  private isNoTransaction(cells: readonly string[]): boolean {
    const { columns, layout } = this;
    const booked = cellOf(cells, columns.bookingDate);
    if (this.date(booked) !== null || /\d\d/.test(booked) || this.date(cellOf(cells, columns.valueDate)) !== null) return false;
    return [columns.amount, columns.debit, columns.credit].every((column) => readLocalAmount(cellOf(cells, column), layout.decimalSign) === null);
  }

  /** Figures under titles of their own, such as `Opening Balance`, below the transactions. */
  private isTotalBelow(cells: readonly string[]): boolean {
    const booked = cellOf(cells, this.columns.bookingDate);
    return this.aside.some((row) => isFooter(row.cells)) && this.date(booked) === null && readLocalAmount(booked, this.layout.decimalSign) !== null;
  }

  private isHeader(cells: readonly string[]): boolean {
    const { titles } = this.layout;
    return titles !== null && titles.every((title, column) => cellOf(cells, column) === title.trim());
  }

  /** A balance that stands among the transactions as if it were one: it is noted for the account. */
  private isBalance(cells: readonly string[], record: number): boolean {
    const { columns, layout } = this;
    const last = layout.profile?.closingBalance;
    const account = last === undefined ? '' : cellOf(cells, last.account);
    if (last !== undefined && last.accountShape.test(account)) {
      this.note({ account, closingBalance: cellOf(cells, last.amount) });
      return true;
    }
    // Only remarks are that short: a payment of a real name has a text, a party or a reference besides.
    const kind = columns.party >= 0 && cellOf(cells, columns.party) !== '' ? null : balanceRow(cells);
    if (kind === null) return false;
    const movement = movementOf(cells, columns, layout);
    if ('fault' in movement) return false;
    if (/^[0.]*$/.test(movement.amount.decimal) && this.isBalanceAlone(cells, record)) return true;
    const text = `${movement.negative ? '-' : ''}${movement.amount.decimal.replace('.', layout.decimalSign)}`;
    const currency = cellOf(cells, columns.currency);
    const isOther = this.accounts.current !== null && currency !== '' && currencyOfWord(currency) !== this.accounts.current.currency;
    if (kind !== 'other' && !isOther) this.note(kind === 'opening' ? { openingBalance: text } : { closingBalance: text });
    return true;
  }

  /** `Opening balance` with nothing but the balance beside it: the rows must lead on from it, or to it. */
  private isBalanceAlone(cells: readonly string[], record: number): boolean {
    const { columns } = this;
    const kind = columns.balance < 0 || (columns.account >= 0 && cellOf(cells, columns.account) === '') || (columns.currency >= 0 && cellOf(cells, columns.currency) === '') ? null : balanceRow(cells);
    if (kind !== 'opening' && kind !== 'closing') return false;
    const text = cellOf(cells, columns.balance);
    if (readLocalAmount(text, this.layout.decimalSign) === null) return false;
    this.flush();
    const account = this.accounts.of({ cells, record });
    account.running.add(0n, this.optionalMoney(text, account.currency)?.minor ?? null);
    if (account.unexplained === null && account.running.verdict === false) account.unexplained = { record, cells };
    return true;
  }

  /** What the last lines say of the balance, in the column of the amounts. */
  private footer(cells: readonly string[]): void {
    const { openingBalance, closingBalance } = readPreamble([cells]);
    if (openingBalance !== null) this.note({ openingBalance });
    if (closingBalance !== null) this.note({ footerBalance: closingBalance });
  }

  private movesNothing(cells: readonly string[]): boolean {
    const movement = movementOf(cells, this.columns, this.layout);
    return !('fault' in movement) && /^[0.]*$/.test(movement.amount.decimal);
  }

  private note(more: Partial<Preamble>): void {
    this.accounts.table.preamble = { ...this.accounts.table.preamble, ...more };
  }

  /** The header once more: the lines above it are about the next account. */
  private beginSection(): void {
    this.flush();
    const above = readPreamble(this.aside.map(({ cells }) => cells));
    this.aside = [];
    this.section = 'booked';
    this.accounts.beginTable(above);
  }

  private setAside(row: Held): void {
    if (this.aside.length >= asideRows) this.warnOfAside();
    this.aside.push(row);
  }

  private warnOfAside(): void {
    for (const { cells, record } of this.aside) if (!isFooter(cells)) this.warnings.add('row_skipped', { record }, say('csv_no_transaction'), cells.join(' | '));
    this.aside = [];
  }

  /** Gives out what is only held because the next row might be a part of it; a plain row is none. False where the rows below are not booked. */
  settle(): boolean {
    this.flush();
    if (this.aside.length > 0) this.warnOfAside();
    return this.section === 'booked';
  }

  private flush(): void {
    const row = this.previous;
    if (row === null) return;
    this.previous = null;
    const { cells } = row;
    const status = this.status(cells);
    const bookingDate = this.bookingDate(row, status);
    if (bookingDate === null) return;
    const account = this.accounts.of(row);
    const transaction = this.transaction(row, status, bookingDate, account);
    const doubt = this.dates.reach.doubt(transaction);
    if (doubt !== null) this.warnings.add('date_far_away', { record: row.record }, doubt, cells.join(' | '));
    account.see(bookingDate);
    if (status === 'booked') this.book(account, cells, transaction);
    if (account.unexplained === null && account.running.verdict === false) account.unexplained = { record: row.record, cells };
    account.lastRecord = row.record;
    this.events.push({ kind: 'transaction', transaction });
  }

  private transaction(row: Held, status: EntryStatus, bookingDate: CalendarDate, account: CsvAccount): BankTransaction {
    const { columns } = this;
    const { cells } = row;
    const { currency } = account;
    const amount = this.amount(row, currency);
    const labels = cellsOf(cells, columns.label);
    const label = readLabel(row.more.length === 0 ? labels : [...labels, ...row.more]);
    const sided = cellOf(cells, amount.minor < 0n ? columns.payee : columns.payer);
    const otherSide = columns.payerAccount < 0 ? columns.partyAccount : amount.minor < 0n ? columns.payeeAccount : columns.payerAccount;
    const party = readParty(sided || cellOf(cells, columns.party) || (columns.payerAccount < 0 ? cellOf(cells, columns.payer) || cellOf(cells, columns.payee) : ''), cellOf(cells, otherSide));
    const counterpartyName = party.name ?? label.counterpartyName;
    const structured = structuredReferences(columns.structuredReference.length === 0 ? [] : cellsOf(cells, columns.structuredReference), label);
    // The bank's own, unless a column has that.
    const free = label.reference === null || isAmong(label.reference, structured) ? null : label.reference;
    const ownReference = givenId(cellOf(cells, columns.reference));
    const reference = ownReference ?? free;
    const full = ownReference !== null && free !== null ? `${label.remittance} ${free}`.trim() : label.remittance;
    const remittance = full.length > limits.remittanceChars ? full.slice(0, limits.remittanceChars) : full;
    const fee = columns.fee < 0 ? null : this.optionalMoney(cellOf(cells, columns.fee), currency);
    // Every field by name: an object that is spread into another one is slow to build, and this is built for every row.
    return {
      reference,
      fingerprint: this.context.fingerprinter.next({ account: account.account, bookingDate, amount, reference, counterpartyName, remittance }),
      account: account.account,
      bookingDate,
      valueDate: columns.valueDate < 0 ? null : this.valueDate(row),
      amount,
      originalAmount: columns.originalCurrency < 0 ? null : this.originalAmount(cells, amount),
      exchangeRate: nothingFurther.exchangeRate,
      purpose: nothingFurther.purpose,
      counterpartyName,
      counterpartyIban: party.iban ?? label.counterpartyIban,
      ultimateDebtorName: nothingFurther.ultimateDebtorName,
      ultimateCreditorName: nothingFurther.ultimateCreditorName,
      remittance,
      structuredReferences: structured,
      documents: nothingFurther.documents,
      endToEndId: givenId(cellOf(cells, columns.endToEndId)) ?? label.endToEndId,
      mandateId: givenId(cellOf(cells, columns.mandateId)) ?? label.mandateId,
      bankTransactionCode: plainText(cellOf(cells, columns.code)) || null,
      reversal: false,
      returnReason: givenId(cellOf(cells, columns.returnReason)),
      status,
      charges: fee && fee.minor !== 0n ? [{ amount: fee.minor < 0n ? { minor: -fee.minor, currency } : fee, included: false }] : noCharges,
      statement: account.index,
    };
  }

  private book(account: CsvAccount, cells: readonly string[], { amount, bookingDate, charges }: BankTransaction): void {
    // A fee in a column of its own moves the balance besides the amount.
    const fee = charges[0]?.amount.minor ?? 0n;
    account.tally.book(amount);
    if (fee !== 0n) account.tally.charge({ minor: -fee, currency: account.currency });
    if (this.columns.balance >= 0) account.move(bookingDate, amount.minor - fee, this.optionalMoney(cellOf(cells, this.columns.balance), account.currency)?.minor ?? null);
  }

  private summary(account: CsvAccount): StatementSummary {
    // Balances above the header are of the only account under it, or nobody knows of which.
    const only = this.accounts.all.filter(({ table }) => table === account.table).length === 1;
    const { preamble } = account.table;
    const money = (text: string | null): Money | null => (text === null || !only ? null : moneyOf(readLocalAmount(text, this.layout.decimalSign), account.currency));
    const balances = [money(preamble.openingBalance), money(preamble.closingBalance), money(preamble.footerBalance)] as const;
    return account.summary(balances, only ? preamble : { from: null, to: null });
  }

  private status(cells: readonly string[]): EntryStatus {
    const { columns } = this;
    const booked = cellOf(cells, columns.bookingDate);
    const valued = cellOf(cells, columns.valueDate);
    // A word where one of the dates should be says that the row is not booked yet. Dates begin with a figure, most of them.
    const word = this.date(booked) === null ? booked : valued.charCodeAt(0) > 57 && this.date(valued) === null ? valued : '';
    const status = columns.status < 0 && word === '' ? 'booked' : rowStatus(cellOf(cells, columns.status), word);
    return status === 'booked' ? this.section : status;
  }

  private bookingDate(row: Held, status: EntryStatus): CalendarDate | null {
    const text = cellOf(row.cells, this.columns.bookingDate);
    const date = this.date(text) ?? (text === '' || status !== 'booked' ? this.date(cellOf(row.cells, this.columns.valueDate)) : null);
    if (date !== null) return date;
    if (isFooter(row.cells)) {
      this.footer(row.cells);
      return null;
    }
    if (status !== 'booked' && this.latestDate !== null) {
      this.warnings.add('no_booking_date', { record: row.record }, say('csv_pending_date', { date: this.latestDate }), row.cells.join(' | '));
      return this.latestDate;
    }
    // Messages of the bank about interest and the like.
    if (text === '' && this.movesNothing(row.cells)) {
      this.warnings.add('row_skipped', { record: row.record }, say('csv_moves_nothing'), row.cells.join(' | '));
      return null;
    }
    const quoted = text.slice(0, 40);
    const bad = this.layout.order.certain ? say('date_bad', { quoted }) : say('csv_date_so', { quoted, order: this.layout.dateOrder });
    return this.fault(row, 'bad_date', text === '' ? say('csv_no_date') : bad);
  }

  private date(text: string): CalendarDate | null {
    return this.dates.read(text);
  }

  private valueDate(row: Held): CalendarDate | null {
    const text = cellOf(row.cells, this.columns.valueDate);
    const date = this.date(text);
    if (date !== null) return date;
    const monthEnd = bankMonthEnd(text, this.layout.dateOrder);
    if (monthEnd !== null) this.warnings.add('value_date_adjusted', { record: row.record }, say('value_date_adjusted', { date: monthEnd }), row.cells.join(' | '));
    return monthEnd;
  }

  private amount(row: Held, currency: string): Money {
    const plain = plainMovement(row.cells, this.columns, this.layout, minorUnits(currency));
    if (!Number.isNaN(plain)) return { minor: BigInt(plain), currency };
    const movement = movementOf(row.cells, this.columns, this.layout);
    if ('fault' in movement) this.fault(row, 'bad_amount', movement.fault);
    if (movement.signAssumed) this.assume('sign_assumed', { record: row.record }, say('csv_no_sign'), row.cells.join(' | '));
    try {
      const money = decimalMoney(movement.amount.decimal, currency);
      return movement.negative ? { minor: -money.minor, currency } : money;
    } catch (error) {
      if (!(error instanceof AmountFault)) throw error;
      return this.fault(row, error.code, error.said);
    }
  }

  private optionalMoney(text: string, currency: string): Money | null {
    return text === '' ? null : moneyOf(readLocalAmount(text, this.layout.decimalSign), currency);
  }

  private originalAmount(cells: readonly string[], amount: Money): Money | null {
    const currency = cellOf(cells, this.columns.originalCurrency).toUpperCase();
    if (currency === amount.currency || !isCurrency(currency)) return null;
    const original = this.optionalMoney(cellOf(cells, this.columns.originalAmount), currency);
    if (original === null) return null;
    const minor = original.minor < 0n ? -original.minor : original.minor;
    return { minor: amount.minor < 0n ? -minor : minor, currency };
  }

  private assume(code: WarningCode, place: { record: number }, said: Sentence, excerpt = ''): void {
    if (this.assumed.has(code)) return;
    this.assumed.add(code);
    this.warnings.add(code, place, said, excerpt);
  }

  private fault(row: CsvRow, code: FaultCode, problem: Sentence): never {
    throw rowFault(this.context.file, row, code, problem);
  }
}
