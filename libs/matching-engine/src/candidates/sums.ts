import { byAge, totalOpen, type ItemRecord } from '../books/item-record.js';
import { withRoom } from '../books/growing.js';
import type { Reading } from '../evidence/reading.js';
import { amountKinds, discountRate, roundingLimit } from '../habits/amount-habits.js';
import type { State } from '../state.js';
import type { Collector } from './collector.js';
import { fitItems, fitPart } from './fit.js';
import { mainCustomer } from './from-citations.js';
import { origin } from './hypothesis.js';
import { smallSort } from './small-sort.js';
import { itemsAt, maxSteps, maxValues, openOf, subsetsOf } from './subset-sum.js';

/** Sets that do not follow any rule are searched among this many items at most. */
const maxSearched = 30;
const maxSetSize = 6;
const maxSets = 6;
const closeEnough = -9;
/** The same for sets that follow a rule: few of those are tried, so the amount need not be what singles them out. */
const closeByRule = -13;

/** Sets of a payer's open items that add up: all of them, all due until a day, all but one or two, those of a month, and any few. */
export function fromSums(reading: Reading, state: State, found: Collector, customerId: string, items: readonly ItemRecord[], origins: number): void {
  if (items.length < 2) return;
  const target = reading.amount;
  const reach = Math.max(6_000, target * 0.055);
  const add = (set: readonly ItemRecord[], how: number, chance: number): void => {
    if (set.length < 2 || (!(how & (origin.prefix | origin.sameDue)) && cancelsOut(set))) return;
    const sum = totalOpen(set);
    if (Math.abs(sum - target) > reach) return;
    const owner = origins & origin.group ? mainCustomer(set) : customerId;
    const hypothesis = fitItems(reading, state, owner, set, origins | how, sum === target ? chance : chance * 40);
    if (hypothesis && hypothesis.amountLog > (how & (origin.prefix | origin.sameDue | origin.sameMonth) ? closeByRule : closeEnough)) found.add(hypothesis);
  };
  const invoices = withoutCredits(items);
  for (const list of invoices.length < items.length ? [items, invoices] : [items]) {
    prefixes(list, target, reach, add);
    const issued = byIssue(list);
    if (issued) prefixes(issued, target, reach, add);
    windows(reading, state, issued ?? list, add);
  }
  together(items, target, reach, origin.sameMonth, issueMonth, add);
  together(items, target, reach, origin.sameDue, dueDay, add);
  budget(reading, state, found, customerId, items, origins);
  if (reading.hints.count > 1 || !isExplained(found, customerId)) anyFew(reading, state, customerId, items, add);
}

function withoutCredits(items: readonly ItemRecord[]): readonly ItemRecord[] {
  for (let i = 0; i < items.length; i++) if (items[i]!.credit) return items.filter((item) => !item.credit);
  return items;
}

/** An item, or items that follow a rule, of this customer that are exactly the amount: what else adds up by chance need not be sought. */
function isExplained(found: Collector, customerId: string): boolean {
  return found.some((hypothesis) => hypothesis.amountKind === 0 && hypothesis.customerId === customerId && (hypothesis.items.length === 1 || (hypothesis.origins & (origin.prefix | origin.cited)) !== 0));
}

/** Credit notes that cancel one of the invoices to the cent explain nothing: without them, less explains as much. */
function cancelsOut(set: readonly ItemRecord[]): boolean {
  let credits = 0;
  for (let i = 0; i < set.length; i++) {
    const item = set[i]!;
    if (item.credit) credits += item.open;
  }
  if (credits === 0) return false;
  for (let i = 0; i < set.length; i++) {
    const item = set[i]!;
    if (!item.credit && (item.open === -credits || set.some((credit) => credit.open === -item.open))) return true;
  }
  return false;
}

/** The list by date of issue, where that is another order: a statement of account covers what was issued until a day. */
function byIssue(items: readonly ItemRecord[]): ItemRecord[] | null {
  let sorted = true;
  for (let i = 1; i < items.length; i++) if (items[i]!.issueDay < items[i - 1]!.issueDay) sorted = false;
  return sorted ? null : smallSort([...items], (a, b) => a.issueDay - b.issueDay || byAge(a, b));
}

type Add = (set: readonly ItemRecord[], how: number, chance: number) => void;

/** The oldest k for each k, whole and with one or two left out. */
function prefixes(items: readonly ItemRecord[], target: number, reach: number, add: Add): void {
  const n = items.length;
  const isReady = lookUp(items);
  let sum = 0;
  for (let k = 1; k <= n; k++) {
    const item = items[k - 1]!;
    sum += item.open;
    if (k < 2) continue;
    if (Math.abs(sum - target) <= reach) add(items.slice(0, k), k === n ? origin.prefix | origin.all : items[k]!.dueDay !== item.dueDay ? origin.prefix | origin.sameDue : origin.prefix, k / 50_000);
    const excess = sum - target;
    if (excess === 0 || k < 3) continue;
    let found = 0;
    for (let index = firstOf(items, isReady, excess, 0); index < k && found < 3; index = firstOf(items, isReady, excess, index + 1)) {
      found++;
      add(without(items, k, index), origin.allButFew | (k === n ? origin.all : 0), (k * k) / 50_000);
    }
    if (k === n && k <= 40) leaveOutTwo(items, k, excess, add);
  }
}

/** So few are looked through one by one. */
const fewItems = 24;

// Where amounts stand in a list, without memory of its own: by hash the first position, by position the next with the same hash; -1 for none.
const room = 512;
const heads = new Int16Array(room);
const nexts = new Int16Array(maxValues);

function hashOf(open: number): number {
  return Math.imul(open | 0, 0x9e3779b1) >>> 23;
}

/** Makes the positions of a list ready for `firstOf`; whether they are. */
function lookUp(items: readonly ItemRecord[]): boolean {
  if (items.length <= fewItems || items.length > maxValues) return false;
  heads.fill(-1);
  for (let index = items.length - 1; index >= 0; index--) {
    const hash = hashOf(items[index]!.open);
    nexts[index] = heads[hash]!;
    heads[hash] = index;
  }
  return true;
}

/** The first position from `from` on where just so much is open; the number of items where there is none. */
function firstOf(items: readonly ItemRecord[], isReady: boolean, open: number, from: number): number {
  if (isReady) {
    let at = heads[hashOf(open)]!;
    while (at >= 0 && (at < from || items[at]!.open !== open)) at = nexts[at]!;
    return at >= 0 ? at : items.length;
  }
  let index = from;
  while (index < items.length && items[index]!.open !== open) index++;
  return index;
}

function leaveOutTwo(items: readonly ItemRecord[], k: number, excess: number, add: Add): void {
  let sets = 0;
  for (let i = 0; i < k; i++) {
    const rest = excess - items[i]!.open;
    for (let j = i + 1; j < k; j++) {
      if (items[j]!.open !== rest) continue;
      const set = without(items, k, i);
      set.splice(j - 1, 1);
      add(set, origin.allButFew, (k * k * k) / 50_000);
      if (++sets === 4) return;
    }
  }
}

function without(items: readonly ItemRecord[], k: number, index: number): ItemRecord[] {
  const set = items.slice(0, k);
  set.splice(index, 1);
  return set;
}

/** Longest and most items of a period that is searched as such. */
const maxWindow = 12;
const maxWindowItems = 60;

/** Items that follow each other by date: those of a statement of account, wherever it begins. */
function windows(reading: Reading, state: State, items: readonly ItemRecord[], add: Add): void {
  if (items.length > maxWindowItems) return;
  const usual = state.habits.amounts.usualDifferences();
  const rates = state.habits.amounts.common('discount');
  // Beyond these no difference fits: a discount is less than a tenth.
  const [least, most] = [Math.min(-roundingLimit, usual.least), Math.max(roundingLimit, usual.most)];
  for (let from = 1; from + 1 < items.length; from++) {
    let sum = items[from]!.open;
    for (let to = from + 1; to < Math.min(items.length, from + maxWindow); to++) {
      sum += items[to]!.open;
      const difference = sum - reading.amount;
      if (difference < least || (difference > most && difference >= sum / 10)) continue;
      const fits = Math.abs(difference) <= roundingLimit || usual.values.has(difference) || (difference > 0 && difference < sum / 10 && rates.includes(discountRate(sum, difference)));
      if (fits) add(items.slice(from, to + 1), origin.window, (items.length * maxWindow) / 50_000);
    }
  }
}

// Of the list that is looked at: the times that occur, and of each the sum and the number of its items.
let times = new Int32Array(maxValues);
let timeSums = new Float64Array(maxValues);
let counts = new Int32Array(maxValues);

/** Everything issued in one month, or due on one day. */
function together(items: readonly ItemRecord[], target: number, reach: number, how: number, when: (item: ItemRecord) => number, add: Add): void {
  times = withRoom(times, items.length);
  timeSums = withRoom(timeSums, items.length);
  counts = withRoom(counts, items.length);
  let different = 0;
  for (let i = 0; i < items.length; i++) {
    const time = when(items[i]!);
    let at = different - 1;
    while (at >= 0 && times[at] !== time) at--;
    if (at >= 0) {
      timeSums[at]! += items[i]!.open;
      counts[at]!++;
    } else {
      times[different] = time;
      timeSums[different] = items[i]!.open;
      counts[different++] = 1;
    }
  }
  for (let at = 0; at < different; at++) {
    if (counts[at]! < 2 || counts[at]! >= items.length || Math.abs(timeSums[at]! - target) > reach) continue;
    const time = times[at]!;
    add(items.filter((item) => when(item) === time), how, different / 50_000);
  }
}

const issueMonth = (item: ItemRecord): number => item.issueMonth;
const dueDay = (item: ItemRecord): number => item.dueDay;

const budgetSteps = [100_000, 50_000, 10_000, 5_000];

/** A round sum pays the oldest items until it runs out, the last one in part. */
function budget(reading: Reading, state: State, found: Collector, customerId: string, items: readonly ItemRecord[], origins: number): void {
  if (!budgetSteps.some((step) => reading.amount % step === 0)) return;
  const invoices = withoutCredits(items);
  for (const list of invoices.length < items.length ? [invoices, items] : [invoices]) {
    let sum = 0;
    const set: ItemRecord[] = [];
    for (const item of list) {
      set.push(item);
      sum += item.open;
      if (sum <= reading.amount) continue;
      const owner = origins & origin.group ? mainCustomer(set) : customerId;
      if (set.length > 1) found.add(fitPart(reading, state, owner, set, origins | origin.budget, 0.2));
      break;
    }
  }
}

/**
 * Any few that add up to the amount, or, where none does, to the amount and a usual fee, deduction or discount; searched with a ceiling. What
 * chance would bring is counted beside what was found.
 */
function anyFew(reading: Reading, state: State, customerId: string, items: readonly ItemRecord[], add: Add): void {
  const target = reading.amount;
  const possible: ItemRecord[] = [];
  for (let i = 0; i < items.length && possible.length < maxSearched; i++) if (items[i]!.credit || items[i]!.open <= target * 3) possible.push(items[i]!);
  if (possible.length < 2 || reading.hints.count === 1) return;
  const values = openOf(possible);
  const size = values.length <= 16 ? Math.min(values.length, maxSetSize) : values.length <= 22 ? 4 : 3;
  // Sums of sets spread over about twice the largest value in steps of a minor unit; most prices end in .00 or .80, so fewer.
  const spread = Math.max(2_000, values.reduce((high, value) => Math.max(high, value), 0) / 4);
  const step = commonStep(values);
  const search = (sum: number, steps: number, tried: number, tolerance = 0): boolean => {
    if ((sum + tolerance) % step > 2 * tolerance) return false;
    const { sets } = subsetsOf(values, sum, size, maxSets, steps, tolerance);
    for (const set of sets) add(itemsAt(possible, set), origin.sum, (waysToChoose(values.length, set.length) * tried) / spread);
    return sets.length > 0;
  };
  if (search(target, maxSteps, 1)) return;
  const sums = usualSums(state, customerId, target);
  if (!search(target, maxSteps / 3, roundingLimit / 20, roundingLimit)) for (const sum of sums) search(sum, maxSteps / 6, sums.length / 40);
}

/** The largest amount of which all are multiples: no sum of them lies between two of its multiples. */
function commonStep(values: readonly number[]): number {
  let step = 0;
  for (let i = 0; i < values.length && step !== 1; i++) {
    let value = Math.abs(values[i]!);
    while (value > 0) {
      const rest = step % value;
      step = value;
      value = rest;
    }
  }
  return step;
}

const usualRates = 2;
const leastShare = 0.02;

/** Sums that this customer's payments of the amount may stand for, by its habits of fees, deductions and discounts. */
function usualSums(state: State, customerId: string, received: number): number[] {
  const { amounts } = state.habits;
  const sums: number[] = [];
  const shares = amounts.shares(customerId, true, state.customers);
  if (shares[amountKinds.indexOf('bank_fee')]! >= leastShare) for (const fee of amounts.common('bank_fee')) sums.push(received + fee);
  for (const deduction of amounts.common('deduction')) sums.push(received + deduction);
  if (shares[amountKinds.indexOf('discount')]! >= leastShare)
    for (const rate of amounts.common('discount').slice(0, usualRates)) {
      const sum = Math.round((received * 10_000) / (10_000 - rate));
      sums.push(sum, sum - 1, sum + 1);
    }
  return sums;
}

function waysToChoose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i;
  return ways;
}
