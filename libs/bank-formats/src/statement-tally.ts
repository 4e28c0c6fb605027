import type { CalendarDate } from '@lettrage/calendar';
import type { Money } from '@lettrage/money';
import type { StatementSummary } from './statement.js';

interface Sums {
  credits: bigint;
  debits: bigint;
}

/** How many entries, and their absolute sum in minor units. */
export interface Total {
  readonly count: number;
  readonly minor: bigint;
}

/** What a reader knows of a statement besides its entries. */
export interface StatementFrame {
  readonly account: string | null;
  readonly currency: string | null;
  readonly id: string | null;
  readonly sequence: string | null;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly openingBalance: Money | null;
  readonly closingBalance: Money | null;
}

/** Adds up one statement while it is read, in bigint minor units; pending and information entries never reach it. */
export class StatementTally {
  private readonly byCurrency = new Map<string, Sums>();
  private entries = 0;
  private creditEntries = 0;
  transactions = 0;

  /** A booked entry's signed amount. */
  book(amount: Money): void {
    this.entries++;
    const sums = this.sums(amount.currency);
    if (amount.minor < 0n) sums.debits -= amount.minor;
    else {
      sums.credits += amount.minor;
      this.creditEntries++;
    }
  }

  /** Booked entries that are added up already; the debits are given without sign. */
  bookAll(entries: number, credits: bigint, debits: bigint, currency: string): void {
    this.entries += entries;
    const sums = this.sums(currency);
    sums.credits += credits;
    sums.debits += debits;
  }

  /** Money that moved besides the entries, such as a fee in a column of its own; it is in the sums and no entry. */
  charge(amount: Money): void {
    this.book(amount);
    this.entries--;
    if (amount.minor >= 0n) this.creditEntries--;
  }

  private sums(currency: string): Sums {
    let sums = this.byCurrency.get(currency);
    if (!sums) this.byCurrency.set(currency, (sums = { credits: 0n, debits: 0n }));
    return sums;
  }

  /** The currency of the entries if it is one and the same, else null. */
  get onlyCurrency(): string | null {
    return this.byCurrency.size === 1 ? this.byCurrency.keys().next().value! : null;
  }

  /** Entries and sums of both ways in one currency; null where there are entries in another. */
  totalsIn(currency: string): { readonly credits: Total; readonly debits: Total } | null {
    const { credits, debits } = this.byCurrency.get(currency) ?? { credits: 0n, debits: 0n };
    if (this.byCurrency.size > (this.byCurrency.has(currency) ? 1 : 0)) return null;
    return { credits: { count: this.creditEntries, minor: credits }, debits: { count: this.entries - this.creditEntries, minor: debits } };
  }

  summary(frame: StatementFrame): StatementSummary {
    const { openingBalance, closingBalance } = frame;
    const currency = frame.currency ?? this.onlyCurrency ?? openingBalance?.currency ?? closingBalance?.currency ?? null;
    const sums = currency === null ? undefined : this.byCurrency.get(currency);
    const credits = sums?.credits ?? 0n;
    const debits = sums?.debits ?? 0n;
    const given = openingBalance !== null && closingBalance !== null;
    const comparable = given && openingBalance.currency === currency && closingBalance.currency === currency;
    return {
      ...frame,
      currency,
      entries: this.entries,
      transactions: this.transactions,
      credits: currency === null ? null : { minor: credits, currency },
      debits: currency === null ? null : { minor: debits, currency },
      balanced: given ? comparable && openingBalance.minor + credits - debits === closingBalance.minor : null,
    };
  }
}
