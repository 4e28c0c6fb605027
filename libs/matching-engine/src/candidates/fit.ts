import { totalOpen, type ItemRecord } from '../books/item-record.js';
import { type AllowedDifferences, isFarOff, readAmount, readExcess, readPart } from '../evidence/amount-model.js';
import type { Reading } from '../evidence/reading.js';
import { amountKinds, type KindShares, roundingLimit } from '../habits/amount-habits.js';
import type { State } from '../state.js';
import { origin, type Hypothesis } from './hypothesis.js';
import { openOf } from './subset-sum.js';

/** Below this logarithm of a probability a set of items does not explain an amount at all; one that is cited may be stranger. */
const floor = -17;
const citedFloor = -25;

/**
 * The hypothesis that these items (of one currency) are what the amount pays, all of them whole, perhaps with a difference.
 * Null where no reading of the difference is plausible.
 */
export function fitItems(reading: Reading, state: State, customerId: string, items: readonly ItemRecord[], origins: number, chance: number): Hypothesis | null {
  const closed = totalOpen(items);
  if (closed <= 0) return null;
  const { amounts } = state.habits;
  const isExcess = (origins & origin.cited) !== 0 && reading.amount > 2 * closed && reading.amount > closed + roundingLimit;
  const allowed = reading.ruling && allowedDifferences(reading, state, customerId);
  if (!isExcess && isFarOff(closed, reading.amount, allowed)) return null;
  const shares = sharesOf(state, customerId, items);
  const read = isExcess
    ? readExcess(amounts, shares, closed, reading.amount)
    : readAmount(amounts, shares, closed, reading.amount, closed > reading.amount && isLate(items, reading), allowed);
  if (read.logProbability < floorOf(origins)) return null;
  return build(reading, customerId, items, read.kind, read.logProbability, origins, chance, closed);
}

/** A discount's period begins with the issue. Where it is not over by the due day, it seldom has more days than these. */
const discountDays = 14;

/** Whether the money came too late for a discount on any of the items. */
function isLate(items: readonly ItemRecord[], { day }: Reading): boolean {
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if (!item.credit && (item.dueDay >= day || item.issueDay >= day - discountDays)) return false;
  }
  return true;
}

/** The same, with the last item paid in part. */
export function fitPart(reading: Reading, state: State, customerId: string, items: readonly ItemRecord[], origins: number, chance: number): Hypothesis | null {
  const closed = totalOpen(items);
  const last = items[items.length - 1]!;
  const missing = closed - reading.amount;
  if (last.credit || missing <= 0 || missing >= last.open) return null;
  const log = readPart(state.habits.amounts, sharesOf(state, customerId, items), last.open, last.open - missing, reading.amount);
  if (log < floorOf(origins) && !state.nearby.has(last.place, missing, reading.amount)) return null;
  return build(reading, customerId, items, 'partial', log, origins, chance, closed);
}

/** What the rules allow a payment of this customer to be off by. */
export function allowedDifferences({ ruling }: Reading, state: State, customerId: string): AllowedDifferences | null {
  if (!ruling?.rounding && !ruling?.fee) return null;
  const { rounding, fee } = ruling;
  const country = state.customers.get(customerId)?.country ?? null;
  const abroad = fee !== null && (fee.ibanAbroad || (country !== null && country !== fee.homeCountry));
  return { rounding, fee: abroad ? fee : null };
}

function floorOf(origins: number): number {
  return origins & origin.cited ? citedFloor : floor;
}

function sharesOf(state: State, customerId: string, items: readonly ItemRecord[]): KindShares {
  const { directory } = state.customers;
  if (!directory.expects(customerId) && items[0]!.customerId === customerId) directory.expect(items[0]!);
  return state.habits.amounts.shares(customerId, items.length > 1, state.customers);
}

function build(reading: Reading, customerId: string, items: readonly ItemRecord[], kind: (typeof amountKinds)[number], log: number, origins: number, chance: number, closed: number): Hypothesis {
  const amounts = items.length === 1 ? [items[0]!.open] : openOf(items);
  const difference = closed - reading.amount;
  if (kind === 'partial') amounts[amounts.length - 1] = items[items.length - 1]!.open - difference;
  return {
    kind: 'items',
    customerId,
    items,
    amounts,
    difference: kind === 'exact' || kind === 'partial' ? null : { kind, amount: difference },
    amountKind: amountKinds.indexOf(kind),
    amountLog: log,
    origins,
    chance,
    paid: null,
    key: '',
  };
}

const noItems: readonly ItemRecord[] = [];
const noAmounts: readonly number[] = [];

/** What allocates nothing; `amount` is what was received. */
export function special(kind: Hypothesis['kind'], amount: number, customerId: string | null, paid: Hypothesis['paid'] = null): Hypothesis {
  const difference = kind === 'on_account' ? ({ kind: 'on_account', amount: -amount } as const) : kind === 'duplicate' ? ({ kind: 'duplicate_payment', amount: -amount } as const) : null;
  return { kind, customerId, items: noItems, amounts: noAmounts, difference, amountKind: -1, amountLog: 0, origins: 0, chance: 0, paid, key: '' };
}
