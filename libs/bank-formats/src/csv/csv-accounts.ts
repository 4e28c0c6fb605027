import type { CalendarDate } from '@lettrage/calendar';
import type { Money } from '@lettrage/money';
import { StatementTally } from '../statement-tally.js';
import type { StatementSummary } from '../statement.js';
import { BalancesByDay, type DayBalances } from './day-balances.js';
import type { Preamble } from './preamble.js';
import { RunningBalance } from './running-balance.js';

/** Rows under one header, and what the lines around them say of their account. A file may have several. */
export interface CsvTable {
  preamble: Preamble;
}

/** One account of the file, in one currency: what its rows add up to. */
export class CsvAccount {
  readonly tally = new StatementTally();
  readonly running = new RunningBalance();
  private readonly days: BalancesByDay | null;
  private from: CalendarDate | null = null;
  private to: CalendarDate | null = null;
  private firstDate: CalendarDate | null = null;
  private lastDate: CalendarDate | null = null;
  /** The first row whose balance the rows before it do not explain. */
  unexplained: { readonly record: number; readonly cells: readonly string[] } | null = null;
  lastRecord = 1;

  constructor(
    readonly account: string | null,
    readonly currency: string,
    readonly index: number,
    readonly table: CsvTable,
    dayBalances: DayBalances,
  ) {
    this.days = dayBalances === 'each' ? null : new BalancesByDay(dayBalances, this.running);
  }

  /** What moves the balance, and the balance behind it, if the row has one. */
  move(date: CalendarDate, movement: bigint, balance: bigint | null): void {
    if (this.days === null) this.running.add(movement, balance);
    else this.days.add(date, movement, balance);
  }

  see(date: CalendarDate, transactions = 1): void {
    this.tally.transactions += transactions;
    // Rows come by the day.
    if (date === this.lastDate) return;
    this.firstDate ??= date;
    this.lastDate = date;
    if (this.from === null || date < this.from) this.from = date;
    if (this.to === null || date > this.to) this.to = date;
  }

  /** `balances` are those that the lines above and below the rows name, `period` the one that they say they are of. */
  summary([opening, closing, below]: readonly [Money | null, Money | null, Money | null], period: { readonly from: CalendarDate | null; readonly to: CalendarDate | null }): StatementSummary {
    const { currency, running } = this;
    this.days?.end();
    const ends = running.ends(this.firstDate !== null && this.lastDate !== null && this.firstDate > this.lastDate);
    const summary = (openingBalance: Money | null, closingBalance: Money | null): StatementSummary =>
      this.tally.summary({ account: this.account, currency, id: null, sequence: null, from: period.from ?? this.from, to: period.to ?? this.to, openingBalance, closingBalance });
    if (ends) {
      const found = summary({ minor: ends.opening, currency }, { minor: ends.closing, currency });
      return running.verdict === false ? { ...found, balanced: false } : found;
    }
    // "Kontostand" above and once more below: the first is the opening balance if the rows lead from the one to the other.
    const between = opening === null && closing !== null && below !== null ? summary(closing, below) : null;
    const found = between?.balanced ? between : summary(opening, below ?? closing);
    return running.verdict === false ? { ...found, balanced: false } : found;
  }
}
