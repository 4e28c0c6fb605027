import { toEpochDay, type CalendarDate } from '@lettrage/calendar';

/** One payment on one item, as the ledger settled it. */
export interface Settlement {
  readonly customerId: string;
  readonly issueDate: CalendarDate;
  readonly dueDate: CalendarDate;
  readonly paidDate: CalendarDate;
  /** What was allocated to the item, and what was open of it before; both negative for a credit note that was used up. */
  readonly amountMinor: bigint;
  readonly openBeforeMinor: bigint;
  /** The payment before this one on the same item, if there was one. */
  readonly previousPaidDate: CalendarDate | null;
}

/** A settlement in epoch days. */
export interface PaymentRecord {
  readonly paidDay: number;
  readonly dueDay: number;
  readonly issueDay: number;
  /** Share of what was open that was paid, in hundredths of a percent; negative on a credit note. */
  readonly shareBasisPoints: number;
  readonly previousPaidDay: number | null;
}

/** Plain JSON: per customer its payments, oldest first, as [paid, due, issued, share, previously paid] like `PaymentRecord`. */
export interface PaymentBehaviourState {
  readonly version: 1;
  readonly customers: Readonly<Record<string, readonly PaymentTuple[]>>;
}

type PaymentTuple = readonly [paid: number, due: number, issued: number, shareBasisPoints: number, previousPaid: number | null];

/** Payments remembered per customer; the oldest give way. It bounds memory to about 5 kB a customer, and lets old habits fade. */
export const rememberedPayments = 64;

/**
 * What is known of how customers pay. Learning the same payments in any order gives the same state, up to the oldest that gave
 * way; `forget` takes back what an undo reversed. Serialises to plain JSON.
 */
export class PaymentBehaviour {
  private readonly byCustomer = new Map<string, PaymentRecord[]>();

  learn(settlements: Iterable<Settlement>): void {
    for (const settlement of settlements) this.remember(settlement.customerId, toRecord(settlement));
  }

  /** Removes one remembered payment equal to each that is given; one that is not remembered changes nothing. */
  forget(settlements: Iterable<Settlement>): void {
    for (const settlement of settlements) {
      const records = this.byCustomer.get(settlement.customerId) ?? [];
      const record = toRecord(settlement);
      const index = records.findIndex((known) => compareRecords(known, record) === 0);
      if (index >= 0) records.splice(index, 1);
      if (index >= 0 && records.length === 0) this.byCustomer.delete(settlement.customerId);
    }
  }

  /** The customer's remembered payments, oldest first. */
  paymentsOf(customerId: string): readonly PaymentRecord[] {
    return this.byCustomer.get(customerId) ?? [];
  }

  /** Customers that have paid something, sorted. */
  customers(): string[] {
    return [...this.byCustomer.keys()].sort();
  }

  toJSON(): PaymentBehaviourState {
    const tuple = (record: PaymentRecord): PaymentTuple => [record.paidDay, record.dueDay, record.issueDay, record.shareBasisPoints, record.previousPaidDay];
    return { version: 1, customers: Object.fromEntries(this.customers().map((id) => [id, this.paymentsOf(id).map(tuple)])) };
  }

  static fromJSON(state: PaymentBehaviourState): PaymentBehaviour {
    if (state.version !== 1) throw new Error(`payment behaviour of version ${String(state.version)} is not known; rebuild it from the settlements`);
    const behaviour = new PaymentBehaviour();
    for (const [customerId, tuples] of Object.entries(state.customers)) {
      for (const [paidDay, dueDay, issueDay, shareBasisPoints, previousPaidDay] of tuples) {
        behaviour.remember(customerId, { paidDay, dueDay, issueDay, shareBasisPoints, previousPaidDay });
      }
    }
    return behaviour;
  }

  /** Keeps the order by searching from the end, where new payments belong. */
  private remember(customerId: string, record: PaymentRecord): void {
    const records = this.byCustomer.get(customerId) ?? [];
    let at = records.length;
    while (at > 0 && compareRecords(records[at - 1]!, record) > 0) at -= 1;
    records.splice(at, 0, record);
    if (records.length > rememberedPayments) records.shift();
    this.byCustomer.set(customerId, records);
  }
}

function toRecord({ customerId, issueDate, dueDate, paidDate, amountMinor, openBeforeMinor, previousPaidDate }: Settlement): PaymentRecord {
  const sameSide = amountMinor > 0n ? openBeforeMinor >= amountMinor : amountMinor < 0n && openBeforeMinor <= amountMinor;
  if (!sameSide) throw new RangeError(`customer ${customerId} cannot have paid ${amountMinor} of ${openBeforeMinor} minor units on ${paidDate}`);
  return {
    paidDay: toEpochDay(paidDate),
    dueDay: toEpochDay(dueDate),
    issueDay: toEpochDay(issueDate),
    shareBasisPoints: Number((amountMinor * 10_000n) / openBeforeMinor) * (amountMinor < 0n ? -1 : 1),
    previousPaidDay: previousPaidDate === null ? null : toEpochDay(previousPaidDate),
  };
}

function compareRecords(a: PaymentRecord, b: PaymentRecord): number {
  return (
    a.paidDay - b.paidDay ||
    a.dueDay - b.dueDay ||
    a.issueDay - b.issueDay ||
    a.shareBasisPoints - b.shareBasisPoints ||
    (a.previousPaidDay ?? 0) - (b.previousPaidDay ?? 0)
  );
}
