import type { CalendarDate } from '@lettrage/calendar';
import type { Money } from '@lettrage/money';
import type { Fingerprinter } from '../fingerprint.js';
import { type DifferingTotal, differingTotal, noTotals } from '../stated-totals.js';
import { type StatementFrame, StatementTally } from '../statement-tally.js';

export class Balance {
  type: string | null = null;
  amount: Money | null = null;
  negative = false;
  date: CalendarDate | null = null;
  /** Zero in no currency. */
  isOfNothing = false;
}

/** The parts of a Stmt, Rpt or Ntfctn besides its entries. */
export class CamtStatement {
  iban: string | null = null;
  otherAccount: string | null = null;
  currency: string | null = null;
  id: string | null = null;
  sequence: string | null = null;
  legalSequence: string | null = null;
  lastPage: boolean | null = null;
  page: string | null = null;
  copy: string | null = null;
  createdOn: CalendarDate | null = null;
  from: CalendarDate | null = null;
  to: CalendarDate | null = null;
  readonly balances: Balance[] = [];
  readonly tally = new StatementTally();
  /** Of the entries that are not booked. */
  readonly announced = new StatementTally();
  readonly stated = noTotals();
  fingerprinter: Fingerprinter | null = null;
  entries = 0;

  /** The totals that the bank states, where they are not those of the entries; a statement in pages may state them for all of its pages. */
  differingTotal(isPart: boolean): DifferingTotal | null {
    return isPart ? null : differingTotal(this.stated, this.tally, this.announced, this.currency ?? this.tally.onlyCurrency ?? this.announced.onlyCurrency);
  }

  get account(): string | null {
    return this.iban ?? this.otherAccount;
  }

  frame(): StatementFrame {
    const [opening, closing] = this.bookedBalances();
    return {
      account: this.account,
      currency: this.currency,
      id: this.id,
      sequence: this.sequence ?? this.legalSequence,
      from: this.from ?? opening?.date ?? null,
      to: this.to ?? closing?.date ?? null,
      openingBalance: signed(opening),
      closingBalance: signed(closing),
    };
  }

  /**
   * Opening: OPBD, else PRCD, which some banks send in its place. Closing: CLBD. A page in the middle of a statement has ITBD
   * for one of them or for both, the first being where it starts.
   */
  private bookedBalances(): [Balance | null, Balance | null] {
    const currency = this.currency ?? this.tally.onlyCurrency;
    const of = (type: string): Balance | undefined => this.balances.find((balance) => balance.type === type && (currency === null || balance.amount?.currency === currency)) ?? this.balances.find((balance) => balance.type === type);
    const interim = this.balances.filter((balance) => balance.type === 'ITBD' && balance.amount !== null);
    const opening = of('OPBD') ?? of('PRCD');
    const closing = of('CLBD');
    if (!opening && !closing && interim.length < 2) return [null, null];
    return [opening ?? (closing && this.page === '1' ? undefined : interim[0]) ?? null, closing ?? interim[interim.length - 1] ?? null];
  }
}

function signed(balance: Balance | null): Money | null {
  if (!balance?.amount) return null;
  return balance.negative ? { minor: -balance.amount.minor, currency: balance.amount.currency } : balance.amount;
}
