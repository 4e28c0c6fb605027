import type { CalendarDate } from '@lettrage/calendar';
import { stepOf } from './balance-evidence.js';
import { cellOf, type Columns } from './columns.js';
import type { Layout } from './layout.js';
import { RunningBalance } from './running-balance.js';

/**
 * How the balances of a day's rows are to be read: `each` row has its own, in the order of the rows; the rows of a day stand in the other order than the days (`reversed`); or
 * only the `first` or the `last` row of a day has a balance that counts, because all of them show that of the day's end.
 */
export type DayBalances = 'each' | 'reversed' | 'first' | 'last';

const rowsLookedAt = 400;
const leastSteps = 2;

interface DayRow {
  readonly movement: bigint;
  readonly balance: bigint | null;
}

/** Hands rows to a running balance day by day. */
export class BalancesByDay {
  private rows: DayRow[] = [];
  private day = '';

  constructor(
    private readonly kind: DayBalances,
    private readonly running: RunningBalance,
  ) {}

  add(day: CalendarDate, movement: bigint, balance: bigint | null): void {
    if (day !== this.day) this.end();
    this.day = day;
    this.rows.push({ movement, balance });
  }

  end(): void {
    const { kind, rows, running } = this;
    this.rows = [];
    // Balances of one day that differ are not that of its end: then every one of them has to be explained.
    const isOfTheEnd = kind !== 'reversed' && rows.every(({ balance }) => balance === rows[0]!.balance);
    const counting = kind === 'first' ? 0 : rows.length - 1;
    for (const [index, { movement, balance }] of (kind === 'reversed' ? rows.toReversed() : rows).entries()) running.add(movement, isOfTheEnd && index !== counting ? null : balance);
  }
}

/** The reading of days under which all balances hold together, of rows whose balances do not hold one by one; `each` where there is none, or where the rows are of several accounts. */
export function dayBalancesOf(rows: readonly (readonly string[])[], columns: Columns, layout: Layout): DayBalances {
  const found: (DayRow & { readonly day: string })[] = [];
  const accounts = new Set<string>();
  for (const cells of rows.slice(0, rowsLookedAt)) {
    const step = stepOf(cells, columns, layout);
    const day = cellOf(cells, columns.bookingDate);
    if (step === null || !/\d/.test(day)) continue;
    accounts.add(step.account);
    found.push({ day, movement: BigInt(step.movement), balance: step.balance === null ? null : BigInt(step.balance) });
  }
  if (accounts.size !== 1) return 'each';
  return (['reversed', 'first', 'last'] as const).find((kind) => holds(kind, found)) ?? 'each';
}

function holds(kind: DayBalances, rows: readonly (DayRow & { readonly day: string })[]): boolean {
  const running = new RunningBalance();
  const days = new BalancesByDay(kind, running);
  for (const { day, movement, balance } of rows) days.add(day, movement, balance);
  days.end();
  return running.steps >= leastSteps && running.verdict === true;
}
