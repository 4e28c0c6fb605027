import { type AllocationRefusalCode, type DifferenceKind } from '@lettrage/contracts';
import fc from 'fast-check';

/** What someone asks of the ledger, in cents; items and requests are named by their place. */
export type Operation =
  | { readonly kind: 'allocate'; readonly payment: number; readonly lines: readonly { readonly item: number; readonly amount: number }[]; readonly difference: { readonly kind: DifferenceKind; readonly amount: number } | null; readonly off: number }
  | { readonly kind: 'undo'; readonly request: number };

export interface Scenario {
  /** Totals; a credit note's is negative. */
  readonly items: readonly number[];
  readonly operations: readonly Operation[];
}

/** So many payments come in; some are asked for more than once. */
export const payments = 30;

const differenceKinds = ['bank_fee', 'discount', 'deduction', 'rounding', 'overpayment', 'on_account'] as const;

/** Much of it may be settled: amounts are small against totals, and of the differences most have the right sign. */
export function scenarios(operations: number): fc.Arbitrary<Scenario> {
  const ofInvoice = fc.record({ item: fc.nat(2), amount: fc.integer({ min: 1, max: 60 }) });
  const ofNote = fc.record({ item: fc.constant(3), amount: fc.integer({ min: -20, max: -1 }) });
  const strange = fc.record({ item: fc.nat(3), amount: fc.integer({ min: -60, max: 60 }) });
  const line = fc.oneof({ weight: 6, arbitrary: ofInvoice }, { weight: 2, arbitrary: ofNote }, { weight: 1, arbitrary: strange });
  const difference = fc.record({ kind: fc.constantFrom(...differenceKinds), amount: fc.integer({ min: -9, max: 9 }) });
  const allocate = fc.record({
    kind: fc.constant('allocate' as const), payment: fc.nat(payments - 1), lines: fc.array(line, { maxLength: 3 }), difference: fc.option(difference, { freq: 3 }), off: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: -1, max: 1 }) }),
  });
  const undo = fc.record({ kind: fc.constant('undo' as const), request: fc.nat(operations) });
  return fc.record({
    items: fc.tuple(fc.integer({ min: 100, max: 500 }), fc.integer({ min: 100, max: 500 }), fc.integer({ min: 1, max: 50 }), fc.integer({ min: -100, max: -1 })),
    operations: fc.array(fc.oneof({ weight: 3, arbitrary: allocate }, { weight: 1, arbitrary: undo }), { minLength: Math.floor(operations / 2), maxLength: operations }),
  });
}

interface Row {
  readonly request: number;
  readonly payment: number;
  readonly item: number | null;
  readonly amount: number;
}

/** A ledger so simple that it can be seen to be right: a list of rows; everything else is counted from them. */
export class ModelLedger {
  readonly rows: Row[] = [];
  private readonly received = new Map<number, number>();

  constructor(private readonly items: readonly number[]) {}

  open(item: number): number {
    return this.items[item]! - sum(this.rows.filter((row) => row.item === item));
  }

  taken(payment: number): number {
    return sum(this.rows.filter((row) => row.payment === payment));
  }

  receivedOf(payment: number): number | undefined {
    return this.received.get(payment);
  }

  /** The reason of a refusal, or null when it is entered. */
  allocate(request: number, { payment, lines, difference, off }: Extract<Operation, { kind: 'allocate' }>): AllocationRefusalCode | null {
    const amount = amountOf(lines, difference, off);
    const refusal = this.refusal(payment, amount, lines, difference, off);
    if (refusal) return refusal;
    this.received.set(payment, amount);
    for (const line of lines) this.rows.push({ request, payment, item: line.item, amount: line.amount });
    if (difference && difference.amount !== 0) this.rows.push({ request, payment, item: null, amount: -difference.amount });
    return null;
  }

  /** Whether there was something to take back. */
  undo(request: number): boolean {
    const rows = this.rows.filter((row) => row.request === request);
    if (rows.length === 0 || sum(rows) === 0) return false;
    for (const row of rows) this.rows.push({ ...row, amount: -row.amount });
    return true;
  }

  private refusal(payment: number, amount: number, lines: readonly { item: number; amount: number }[], difference: { kind: DifferenceKind; amount: number } | null, off: number): AllocationRefusalCode | null {
    const known = this.received.get(payment);
    if (amount <= 0 || (known !== undefined && known !== amount)) return 'transaction_differs';
    if (this.taken(payment) !== 0) return 'transaction_exceeded';
    const asked = [0, 0, 0, 0];
    for (const line of lines) {
      asked[line.item]! += line.amount;
      const [open, all] = [this.open(line.item), asked[line.item]!];
      const fits = this.items[line.item]! > 0 ? line.amount > 0 && all <= open : line.amount < 0 && all >= open;
      if (!fits) return 'item_not_open_enough';
    }
    if (off !== 0) return 'amounts_do_not_add_up';
    if (!difference || difference.amount === 0) return null;
    const givesAway = ['bank_fee', 'discount', 'deduction'].includes(difference.kind);
    if (difference.kind !== 'rounding' && givesAway !== difference.amount > 0) return 'difference_sign_wrong';
    return null;
  }
}

export function amountOf(lines: readonly { amount: number }[], difference: { amount: number } | null, off: number): number {
  return sum(lines) - (difference?.amount ?? 0) + off;
}

export function sum(rows: readonly { amount: number }[]): number {
  return rows.reduce((total, { amount }) => total + amount, 0);
}
