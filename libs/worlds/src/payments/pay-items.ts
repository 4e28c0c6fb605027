import { toEpochDay } from '@lettrage/calendar';
import type { Profile } from '../company/profile.js';
import type { Habits, Noise, NoiseKind } from '../options.js';
import { compareText } from '../order.js';
import type { Random } from '../random.js';
import type { Allocation, WorldInvoice } from '../world.js';
import type { Payment } from './payment.js';

/** An item with what is still open of it; paying lowers that. */
export interface OpenItem {
  readonly invoice: WorldInvoice;
  openMinor: bigint;
}

interface PayInput {
  readonly payer: Profile;
  readonly day: number;
  readonly items: readonly OpenItem[];
  readonly statementDay: number | null;
  /** Whether an item that was due with these is left for later. */
  readonly leftOut: boolean;
  readonly noise: Noise;
  readonly habits: Habits;
  readonly random: Random;
}

type Outcome = Pick<Payment, 'kind' | 'allocations' | 'difference' | 'receivedMinor'>;

/** Pays the items, in full or as this payer sometimes does it; what is allocated comes off what is open. */
export function payItems(input: PayInput): Payment {
  const outcome = partOf(input) ?? roundBudget(input) ?? shortened(input) ?? inFull(input);
  const openOf = new Map(input.items.map((item) => [item.invoice.number, item]));
  for (const { invoice, amountMinor } of outcome.allocations) openOf.get(invoice)!.openMinor -= amountMinor;
  const paid = new Set(outcome.allocations.map(({ invoice }) => invoice));
  const items = input.items.map(({ invoice }) => invoice).filter(({ number }) => paid.has(number));
  const noise = [...(input.leftOut ? (['leftOut'] as const) : []), ...(noiseOfKind[outcome.kind] ?? [])];
  return { ...outcome, noise, day: input.day, payer: input.payer, items, statementDay: input.statementDay };
}

const noiseOfKind: Readonly<Record<string, readonly NoiseKind[]>> = {
  part: ['partPayment'], rest: ['partPayment'], fee: ['bankFee'], deduction: ['deduction'], rounding: ['rounding'], overpayment: ['overpayment'],
};

function openAmounts(items: readonly OpenItem[]): Allocation[] {
  return items.map(({ invoice, openMinor }) => ({ invoice: invoice.number, amountMinor: openMinor }));
}

function sumOf(allocations: readonly Allocation[]): bigint {
  return allocations.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}

function inFull({ payer, items }: PayInput): Outcome {
  const allocations = openAmounts(items);
  const whole = sumOf(allocations);
  const customers = new Set(items.map(({ invoice }) => invoice.customerId));
  const first = items[0]!;
  const kind =
    customers.size > 1 ? 'group'
    : items.some(({ openMinor }) => openMinor < 0n) ? 'net_of_credit_note'
    : items.length > 1 ? 'several'
    : first.openMinor < first.invoice.totalMinor ? 'rest'
    : 'single';
  const fee = BigInt(payer.feeMinor);
  if (fee > 0n && whole > fee * 4n) return { kind: 'fee', allocations, difference: { kind: 'bank_fee', amountMinor: fee }, receivedMinor: whole - fee };
  return { kind, allocations, difference: null, receivedMinor: whole };
}

/** A first part of one item: a share, or a round sum. */
function partOf({ items, noise, random }: PayInput): Outcome | null {
  const item = items[0]!;
  if (items.length > 1 || item.openMinor < 5000n || item.openMinor < item.invoice.totalMinor || !random.chance(noise.partPayment)) return null;
  const share = random.weighted({ half: 3, third: 2, quarter: 2, round: 3 });
  const part = { half: item.openMinor / 2n, third: item.openMinor / 3n, quarter: item.openMinor / 4n, round: roundDown(item.openMinor * 6n / 10n) }[share];
  if (part <= 0n) return null;
  return { kind: 'part', allocations: [{ invoice: item.invoice.number, amountMinor: part }], difference: null, receivedMinor: part };
}

/** A round sum towards several items: the oldest are closed, the last one in part. */
function roundBudget({ payer, items, habits, random }: PayInput): Outcome | null {
  if (payer.grouping !== 'statement' || items.length < 3 || items.some(({ openMinor }) => openMinor < 0n) || !random.chance(habits.roundBudgets)) return null;
  const budget = roundDown((sumOf(openAmounts(items)) * BigInt(random.int(50, 95))) / 100n);
  const allocations: Allocation[] = [];
  let left = budget;
  const oldestFirst = [...items].sort((a, b) => compareText(a.invoice.dueDate, b.invoice.dueDate) || compareText(a.invoice.number, b.invoice.number));
  for (const { invoice, openMinor } of oldestFirst) {
    if (left === 0n) break;
    const amountMinor = openMinor < left ? openMinor : left;
    allocations.push({ invoice: invoice.number, amountMinor });
    left -= amountMinor;
  }
  if (allocations.length === 0) return null;
  return { kind: 'round_budget', allocations, difference: null, receivedMinor: budget };
}

/** Paid, but not to the cent: a discount in time, a claim taken off, a rounding, or too much. */
function shortened({ payer, day, items, noise, random }: PayInput): Outcome | null {
  const allocations = openAmounts(items);
  const whole = sumOf(allocations);
  const { discount } = payer;
  const soon = (invoice: WorldInvoice, withinDays: number): boolean => invoice.kind === 'invoice' && day - toEpochDay(invoice.issueDate) <= withinDays + 2;
  const as = (kind: 'discount' | 'deduction' | 'rounding' | 'overpayment', amountMinor: bigint): Outcome | null =>
    amountMinor === 0n || whole - amountMinor <= 0n ? null : { kind, allocations, difference: { kind, amountMinor }, receivedMinor: whole - amountMinor };
  if (discount !== null && items.every(({ invoice }) => soon(invoice, discount.withinDays))) return as('discount', (whole * discount.basisPoints + 5000n) / 10_000n);
  if (random.chance(noise.deduction)) return as('deduction', (whole * BigInt(random.int(3, 20))) / 100n);
  if (random.chance(noise.rounding)) return as('rounding', BigInt(random.int(1, 9)) * (random.chance(0.5) ? 1n : -1n));
  if (random.chance(noise.overpayment)) return as('overpayment', random.chance(0.5) ? -BigInt(random.int(1, 50) * 100) : -(whole / 10n));
  return null;
}

export function madeTwice(payment: Payment, day: number): Payment {
  const difference = { kind: 'duplicate_payment' as const, amountMinor: -payment.receivedMinor };
  return { ...payment, day, kind: 'duplicate', noise: ['duplicate'], allocations: [], difference };
}

/** Money for no open item: a deposit. */
export function onAccount(payer: Profile, day: number, random: Random): Payment {
  const receivedMinor = BigInt(random.pick([100, 200, 250, 500, 1000, 1500, 2000, 5000]) * 100);
  const difference = { kind: 'on_account' as const, amountMinor: -receivedMinor };
  return { day, payer, kind: 'on_account', noise: ['onAccount'], items: [], allocations: [], difference, receivedMinor, statementDay: null };
}

/** Down to a whole hundred, or ten, of the currency's main unit. */
function roundDown(minor: bigint): bigint {
  return minor >= 20_000n ? minor - (minor % 10_000n) : minor - (minor % 1000n);
}
