import type { CalendarDate } from '@lettrage/calendar';
import { isCurrency, type Money } from '@lettrage/money';
import { findCreditorReferences, readCreditorReference } from '@lettrage/references';
import { AmountFault, decimalMoney } from '../amounts.js';
import type { ReadContext } from '../format-reader.js';
import { readFrenchLabel, readLineLabel } from '../labels/french-label.js';
import { readGermanLabel } from '../labels/german-label.js';
import { type LabelParts, plainLabel } from '../labels/label-parts.js';
import { readSepaKeywords } from '../labels/sepa-keywords.js';
import { limits } from '../limits.js';
import { StatementTally } from '../statement-tally.js';
import { type FaultCode, StatementFault, type WarningCode } from '../statement-fault.js';
import type { BankTransaction, EntryStatus, StatementEvent, StatementSummary } from '../statement.js';
import { givenId, ibanOf, plainText } from '../text.js';
import { Warnings } from '../warnings.js';
import { CsvRow, type Preamble } from './csv-row.js';
import { movementOf } from './csv-amount.js';
import type { Layout } from './layout.js';
import { type LocalAmount, readLocalAmount } from './local-amount.js';
import { readLocalDate } from './local-date.js';
import { RunningBalance } from './running-balance.js';
import { isFooter, rowStatus } from './row-words.js';

interface Account {
  readonly account: string | null;
  readonly currency: string;
  readonly index: number;
  readonly tally: StatementTally;
  readonly running: RunningBalance;
  from: CalendarDate | null;
  to: CalendarDate | null;
  firstDate: CalendarDate | null;
  lastDate: CalendarDate | null;
}

/** Reads rows under a layout: one transaction a row, continuation rows joined, accounts told apart. */
export class CsvReader {
  events: StatementEvent[] = [];
  readonly warnings = new Warnings((event) => this.events.push(event));
  private readonly accounts = new Map<string, Account>();
  private previous: { row: CsvRow; labels: string[] } | null = null;
  private readonly assumed = new Set<WarningCode>();
  private readonly dates = new Map<string, CalendarDate | null>();

  constructor(
    private readonly layout: Layout,
    private readonly preamble: Preamble,
    /** Latest booking date of the sample, for pending rows that have none. */
    private readonly latestDate: CalendarDate | null,
    private readonly context: ReadContext,
  ) {
    if (!layout.decimalIsCertain) this.assume('decimal_sign_assumed', `"${layout.decimalSign}" is taken for the decimal sign; no amount of the file proves it`);
    if (!layout.dateOrderIsCertain) this.assume('date_order_assumed', `dates are read as ${layout.dateOrder === 'dmy' ? 'day, month, year' : 'month, day, year'}; no date of the file proves it`);
    if (layout.header < 0 && layout.profile === null) this.assume('header_assumed', 'the columns were told by their content');
    if (layout.header < 0 && layout.profile === null && layout.columns.has('debit')) this.assume('sign_assumed', 'of the two columns of amounts, the one with more entries is taken for the debits');
  }

  /** One row of the file; it is given out when the next row shows that it is complete. */
  row(cells: readonly string[], record: number, quotesAreDoubtful = false): void {
    const row = new CsvRow(cells, record, this.layout);
    if (row.isBlank) return;
    this.checkWidth(row, quotesAreDoubtful);
    if (cells.length > limits.csvColumns) this.fault(row, 'limit_exceeded', `the row has more than ${limits.csvColumns} columns`);
    const hasAmount = ['amount', 'debit', 'credit'].some((role) => row.get(role as 'amount') !== '');
    if (!hasAmount) {
      // Some banks put the second half of a description into a row of its own.
      if (this.previous && row.get('bookingDate') === '' && row.all('label').length > 0 && !isFooter(cells)) this.previous.labels.push(...row.all('label'));
      else if (!isFooter(cells)) this.warnings.add('row_skipped', { record }, 'the row has no amount');
      return;
    }
    this.flush();
    if (this.isNoTransaction(row)) {
      this.warnings.add('row_skipped', { record }, 'the row has neither a date nor an amount that can be read');
      return;
    }
    this.previous = { row, labels: row.all('label') };
  }

  /** A delimiter or a quotation mark within a text shifts the cells behind it: then nothing in the row can be trusted. */
  private checkWidth(row: CsvRow, quotesAreDoubtful: boolean): void {
    const { header, width } = this.layout;
    if (header < 0) return;
    const tooMany = row.cells.slice(width).some((cell) => cell.trim() !== '');
    if (tooMany || (quotesAreDoubtful && row.cells.length < width)) this.fault(row, 'bad_row', `the row has ${row.cells.length} cells and the header ${width}`);
  }

  /** Remarks below the transactions; a row of which only one of both can be read is a fault instead. */
  private isNoTransaction(row: CsvRow): boolean {
    const { decimalSign } = this.layout;
    return !/\d\d/.test(row.get('bookingDate')) && this.date(row.get('valueDate')) === null && (['amount', 'debit', 'credit'] as const).every((role) => readLocalAmount(row.get(role), decimalSign) === null);
  }

  end(): StatementSummary[] {
    this.flush();
    const summaries = [...this.accounts.values()].map((account) => this.summary(account));
    for (const statement of summaries) {
      this.events.push({ kind: 'statement', statement });
      if (statement.balanced === false) this.warnings.add('not_balanced', {}, 'the balances of the file and its transactions do not add up');
    }
    if (summaries.length === 0) this.warnings.add('no_statement', {}, 'the file has a header but no transactions');
    return summaries;
  }

  private flush(): void {
    if (!this.previous) return;
    const { row, labels } = this.previous;
    this.previous = null;
    const status = rowStatus(row.get('status'), row.get('bookingDate'));
    const bookingDate = this.bookingDate(row, status);
    if (bookingDate === null) return;
    const account = this.accountOf(row);
    const transaction = this.transaction(row, labels, status, bookingDate, account);
    this.count(account, row, transaction);
    this.events.push({ kind: 'transaction', transaction });
  }

  private transaction(row: CsvRow, labels: readonly string[], status: EntryStatus, bookingDate: CalendarDate, account: Account): BankTransaction {
    const amount = this.amount(row, account.currency);
    const label = readLabel(labels);
    const party = this.party(row, amount);
    const counterpartyName = party.name ?? label.counterpartyName;
    const structured = structuredReferences(row.all('structuredReference'), label);
    // A reference in the label is the payer's when it has check digits; another one is the bank's, unless a column has that.
    const free = label.reference === null || structured.some((reference) => label.reference!.replace(/\W/g, '').includes(reference)) ? null : label.reference;
    const ownReference = givenId(row.get('reference'));
    const reference = ownReference ?? free;
    const remittance = (ownReference !== null && free !== null ? `${label.remittance} ${free}`.trim() : label.remittance).slice(0, limits.remittanceChars);
    const fee = this.optionalMoney(row, 'fee', account.currency);
    return {
      reference,
      fingerprint: this.context.fingerprinter.next({ account: account.account, bookingDate, amount, reference, counterpartyName, remittance }),
      account: account.account,
      bookingDate,
      valueDate: this.date(row.get('valueDate')),
      amount,
      originalAmount: this.originalAmount(row, amount),
      counterpartyName,
      counterpartyIban: party.iban ?? label.counterpartyIban,
      remittance,
      structuredReferences: structured,
      endToEndId: givenId(row.get('endToEndId')) ?? label.endToEndId,
      mandateId: givenId(row.get('mandateId')) ?? label.mandateId,
      bankTransactionCode: plainText(row.get('code')) || null,
      reversal: false,
      returnReason: givenId(row.get('returnReason')),
      status,
      charges: fee && fee.minor !== 0n ? [{ amount: fee.minor < 0n ? { minor: -fee.minor, currency: fee.currency } : fee, included: false }] : [],
      statement: account.index,
    };
  }

  private count(account: Account, row: CsvRow, transaction: BankTransaction): void {
    account.tally.transactions++;
    account.firstDate ??= transaction.bookingDate;
    account.lastDate = transaction.bookingDate;
    if (account.from === null || transaction.bookingDate < account.from) account.from = transaction.bookingDate;
    if (account.to === null || transaction.bookingDate > account.to) account.to = transaction.bookingDate;
    if (transaction.status !== 'booked') return;
    // A fee in a column of its own moves the balance besides the amount.
    const fee = transaction.charges[0]?.amount.minor ?? 0n;
    account.tally.book(transaction.amount);
    if (fee !== 0n) account.tally.charge({ minor: -fee, currency: account.currency });
    account.running.add(transaction.amount.minor - fee, this.optionalMoney(row, 'balance', account.currency)?.minor ?? null);
  }

  private summary(account: Account): StatementSummary {
    const { currency, tally, running } = account;
    const ends = running.ends(account.firstDate !== null && account.lastDate !== null && account.firstDate > account.lastDate);
    const only = this.accounts.size === 1;
    const above = (text: string | null): Money | null => (text === null || !only ? null : this.moneyOf(readLocalAmount(text, this.layout.decimalSign), currency));
    const money = (minor: bigint | undefined): Money | null => (minor === undefined ? null : { minor, currency });
    const summary = tally.summary({
      account: account.account,
      currency,
      id: null,
      sequence: null,
      from: this.preamble.from ?? account.from,
      to: this.preamble.to ?? account.to,
      openingBalance: money(ends?.opening) ?? above(this.preamble.openingBalance),
      closingBalance: money(ends?.closing) ?? above(this.preamble.closingBalance),
    });
    return running.verdict === false ? { ...summary, balanced: false } : summary;
  }

  private bookingDate(row: CsvRow, status: EntryStatus): CalendarDate | null {
    const text = row.get('bookingDate');
    const date = this.date(text) ?? (text === '' || status !== 'booked' ? this.date(row.get('valueDate')) : null);
    if (date !== null) return date;
    if (isFooter(row.cells)) return null;
    if (status !== 'booked' && this.latestDate !== null) {
      this.warnings.add('no_booking_date', { record: row.record }, `the row is pending and has no date; ${this.latestDate} is used`);
      return this.latestDate;
    }
    return this.fault(row, 'bad_date', text === '' ? 'the row has an amount but no date' : `"${text.slice(0, 40)}" is not a date${this.layout.dateOrderIsCertain ? '' : ` when dates are read as ${this.layout.dateOrder}`}`);
  }

  /** Rows come by the day, so nearly every date has been read before. */
  private date(text: string): CalendarDate | null {
    let date = this.dates.get(text);
    if (date !== undefined) return date;
    date = readLocalDate(text, this.layout.dateOrder);
    if (this.dates.size < 1000) this.dates.set(text, date);
    return date;
  }

  private accountOf(row: CsvRow): Account {
    // One Dutch export quotes its cells badly and leaves the mark on the first.
    const text = row.get('account').replace(/^"+|"+$/g, '');
    const account = text === '' ? this.preamble.account : (ibanOf(text) ?? text);
    const currency = this.currencyOf(row);
    const key = `${account ?? ''} ${currency}`;
    const known = this.accounts.get(key);
    if (known) return known;
    if (this.accounts.size >= limits.statementsOfFile) this.fault(row, 'limit_exceeded', `the file has more than ${limits.statementsOfFile} accounts`);
    const created: Account = { account, currency, index: this.accounts.size, tally: new StatementTally(), running: new RunningBalance(), from: null, to: null, firstDate: null, lastDate: null };
    this.accounts.set(key, created);
    return created;
  }

  private currencyOf(row: CsvRow): string {
    const { layout, preamble } = this;
    const cell = row.get('currency').toUpperCase();
    if (cell !== '') {
      const code = cell === '€' || cell === 'EURO' || cell === 'EUROS' ? 'EUR' : cell;
      if (!isCurrency(code)) this.fault(row, 'unknown_currency', `"${cell.slice(0, 20)}" is not an ISO 4217 currency code`);
      return code;
    }
    const beside = readLocalAmount(row.get('amount') || row.get('debit') || row.get('credit'), layout.decimalSign)?.currency ?? null;
    const said = layout.titleCurrency ?? (beside !== null && isCurrency(beside) ? beside : null) ?? preamble.currency ?? layout.profile?.currency;
    if (said) return said;
    this.assume('currency_assumed', 'the file names no currency; EUR is assumed');
    return 'EUR';
  }

  private amount(row: CsvRow, currency: string): Money {
    const movement = movementOf(row, this.layout);
    if ('fault' in movement) this.fault(row, 'bad_amount', movement.fault);
    if (movement.signAssumed) this.assume('sign_assumed', 'amounts have no sign and nothing says which are credits');
    const money = this.moneyOf(movement.amount, currency, row);
    return movement.negative ? { minor: -money.minor, currency } : money;
  }

  private optionalMoney(row: CsvRow, role: 'balance' | 'fee', currency: string): Money | null {
    const text = row.get(role);
    return text === '' ? null : this.moneyOf(readLocalAmount(text, this.layout.decimalSign), currency);
  }

  private originalAmount(row: CsvRow, amount: Money): Money | null {
    const currency = row.get('originalCurrency').toUpperCase();
    if (currency === amount.currency || !isCurrency(currency)) return null;
    const original = this.moneyOf(readLocalAmount(row.get('originalAmount'), this.layout.decimalSign), currency);
    if (original === null) return null;
    const minor = original.minor < 0n ? -original.minor : original.minor;
    return { minor: amount.minor < 0n ? -minor : minor, currency };
  }

  private moneyOf(amount: LocalAmount, currency: string, row: CsvRow): Money;
  private moneyOf(amount: LocalAmount | null, currency: string): Money | null;
  private moneyOf(amount: LocalAmount | null, currency: string, row?: CsvRow): Money | null {
    if (amount === null) return null;
    try {
      const money = decimalMoney(amount.decimal, currency);
      return amount.negative && row === undefined ? { minor: -money.minor, currency } : money;
    } catch (error) {
      if (!(error instanceof AmountFault)) throw error;
      if (row) this.fault(row, error.code, error.message);
      return null;
    }
  }

  private party(row: CsvRow, amount: Money): { name: string | null; iban: string | null } {
    const sided = amount.minor < 0n ? row.get('payee') : row.get('payer');
    // Some banks pad the name to its full width and put the address behind it.
    const party = plainText((sided || row.get('party') || row.get('payer') || row.get('payee')).split(/\s{3,}/)[0]!);
    const iban = ibanOf(row.get('partyAccount'));
    // One Dutch bank has the account under the title of the name.
    return iban === null && ibanOf(party) !== null && /\d{6}/.test(party) ? { name: null, iban: ibanOf(party) } : { name: givenId(party), iban };
  }

  private assume(code: WarningCode, message: string): void {
    if (this.assumed.has(code)) return;
    this.assumed.add(code);
    this.warnings.add(code, {}, message);
  }

  private fault(row: CsvRow, code: FaultCode, problem: string): never {
    throw new StatementFault(code, this.context.file, { record: row.record }, problem, row.cells.join(' | '));
  }
}

function readLabel(labels: readonly string[]): LabelParts {
  // Banks repeat the beginning of a label in a column of its own.
  const distinct = labels.filter((label, i) => !labels.some((other, j) => i !== j && other.length > label.length && other.includes(label)));
  const text = plainText(distinct.join(' '));
  return readFrenchLabel(text) ?? (distinct.length === 1 ? readLineLabel(distinct[0]!) : null) ?? readSepaKeywords(text) ?? readGermanLabel(text) ?? plainLabel(text);
}

function structuredReferences(cells: readonly string[], label: LabelParts): string[] {
  const references = cells.map((cell) => readCreditorReference(cell)?.value ?? plainText(cell));
  for (const text of [label.reference, label.remittance]) {
    for (const found of text === null ? [] : findCreditorReferences(text)) references.push(found.value);
  }
  return [...new Set(references)];
}
