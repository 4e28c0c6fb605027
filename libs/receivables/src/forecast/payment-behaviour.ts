import { fromEpochDay, toEpochDay, type CalendarDate } from '@lettrage/calendar';

/** One payment on one item, as the ledger settled it. */
export interface Settlement {
  readonly customerId: string;
  readonly issueDate: CalendarDate;
  readonly dueDate: CalendarDate;
  readonly paidDate: CalendarDate;
  /** Whether something of the item stayed open after this payment. */
  readonly remainsOpen: boolean;
}

/** A settlement in epoch days. */
export interface PaymentRecord {
  readonly issueDay: number;
  readonly dueDay: number;
  readonly paidDay: number;
  readonly remainsOpen: boolean;
}

/** Plain JSON: per customer its payments, oldest first, as [paid, due, issued, remains open (0 or 1)] in epoch days. */
export interface PaymentBehaviourState {
  readonly version: 1;
  readonly customers: Readonly<Record<string, readonly (readonly [number, number, number, number])[]>>;
}

/** Payments remembered per customer; the oldest give way. It bounds memory to about 3 kB a customer, and lets old habits fade. */
export const rememberedPayments = 64;

/**
 * What is known of how customers pay. Learning the same payments in any order gives the same state, up to the oldest that gave
 * way; `forget` takes back what an undo reversed. Serialises to plain JSON.
 */
export class PaymentBehaviour {
  private readonly byCustomer = new Map<string, PaymentRecord[]>();

  learn(settlements: Iterable<Settlement>): void {
    for (const settlement of settlements) {
      const record = toRecord(settlement);
      const records = this.byCustomer.get(settlement.customerId);
      if (records) insert(records, record);
      else this.byCustomer.set(settlement.customerId, [record]);
    }
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
    const entries = this.customers().map((id) => [id, this.paymentsOf(id).map((record) => [record.paidDay, record.dueDay, record.issueDay, record.remainsOpen ? 1 : 0] as const)] as const);
    return { version: 1, customers: Object.fromEntries(entries) };
  }

  static fromJSON(state: PaymentBehaviourState): PaymentBehaviour {
    if (state.version !== 1) throw new Error(`payment behaviour of version ${String(state.version)} is not known; rebuild it from the settlements`);
    const behaviour = new PaymentBehaviour();
    for (const [customerId, records] of Object.entries(state.customers)) {
      behaviour.learn(
        records.map(([paid, due, issued, open]) => ({
          customerId,
          issueDate: fromEpochDay(issued),
          dueDate: fromEpochDay(due),
          paidDate: fromEpochDay(paid),
          remainsOpen: open === 1,
        })),
      );
    }
    return behaviour;
  }
}

function toRecord({ issueDate, dueDate, paidDate, remainsOpen }: Settlement): PaymentRecord {
  return { issueDay: toEpochDay(issueDate), dueDay: toEpochDay(dueDate), paidDay: toEpochDay(paidDate), remainsOpen };
}

function compareRecords(a: PaymentRecord, b: PaymentRecord): number {
  return a.paidDay - b.paidDay || a.dueDay - b.dueDay || a.issueDay - b.issueDay || Number(a.remainsOpen) - Number(b.remainsOpen);
}

/** Keeps the order by searching from the end, where new payments belong. */
function insert(records: PaymentRecord[], record: PaymentRecord): void {
  let at = records.length;
  while (at > 0 && compareRecords(records[at - 1]!, record) > 0) at -= 1;
  records.splice(at, 0, record);
  if (records.length > rememberedPayments) records.shift();
}
