import type { ItemRecord } from '../books/item-record.js';
import { byAge, totalOpen } from '../books/item-record.js';
import type { Reading } from '../evidence/reading.js';
import type { State } from '../state.js';
import type { Collector } from './collector.js';
import type { Citation } from '../text/citations.js';
import { fitItems, fitPart } from './fit.js';
import { origin } from './hypothesis.js';
import { smallSort } from './small-sort.js';
import { itemsAt, openOf, subsetsOf } from './subset-sum.js';

const maxCited = 40;
const maxSubsetOf = 14;
const maxCompletionItems = 60;

/** Items that the text names, alone and together, completed where one was left out, cut to those that add up. */
export function fromCitations(reading: Reading, state: State, found: Collector): void {
  if (reading.cited.size === 0) return;
  const groups = groupByCustomer(reading);
  for (let at = 0; at < groups.length; at++) {
    const items = groups[at]!;
    const { customerId } = items[0]!;
    for (let i = 0; i < items.length && i < maxCited; i++) single(reading, state, found, customerId, items[i]!);
    if (items.length > 1) together(reading, state, found, customerId, items);
    completed(reading, state, found, customerId, items);
  }
  if (groups.length > 1) acrossCustomers(reading, state, found);
}

/** The items that are named, by customer, each the oldest first; the customer of the oldest first. Mostly one. */
function groupByCustomer(reading: Reading): ItemRecord[][] {
  const groups: ItemRecord[][] = [];
  const items = smallSort([...reading.cited.items], byAge);
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    let at = 0;
    while (at < groups.length && groups[at]![0]!.place !== item.place) at++;
    if (at < groups.length) groups[at]!.push(item);
    else groups.push([item]);
  }
  return groups;
}

function single(reading: Reading, state: State, found: Collector, customerId: string, item: ItemRecord): void {
  if (item.open <= 0) return;
  found.add(fitItems(reading, state, customerId, [item], origin.cited, 0));
  if (item.open > reading.amount) found.add(fitPart(reading, state, customerId, [item], origin.cited, 0));
}

function together(reading: Reading, state: State, found: Collector, customerId: string, items: readonly ItemRecord[]): void {
  const listed = namedWithoutSlip(items, reading);
  for (const set of listed.length < items.length ? [listed, items] : [items]) {
    if (set.length < 2 || set.length > maxCited) continue;
    found.add(fitItems(reading, state, customerId, set, origin.cited, 0));
    const sum = totalOpen(set);
    if (sum > reading.amount) for (const last of partOrders(set)) found.add(fitPart(reading, state, customerId, last, origin.cited | origin.budget, 0));
    const notRange = set.filter((item) => !reading.cited.get(item)!.range);
    if (notRange.length < set.length && notRange.length > 0) found.add(fitItems(reading, state, customerId, notRange, origin.cited, 0));
    if (set.length <= maxSubsetOf && sum !== reading.amount) {
      const search = subsetsOf(openOf(set), reading.amount, set.length, 4, 2_000);
      for (const subset of search.sets) found.add(fitItems(reading, state, customerId, itemsAt(set, subset), origin.cited, 0));
      if (set.length > 2) for (let i = 0; i < set.length; i++) found.add(fitItems(reading, state, customerId, set.filter((_, index) => index !== i), origin.cited, 0));
    }
  }
}

/** A budget runs out in the newest invoice; some payers cut the last one that they name. */
function partOrders(items: readonly ItemRecord[]): ItemRecord[][] {
  const invoices = items.filter((item) => !item.credit);
  const credits = items.filter((item) => item.credit);
  return invoices.length === 0 ? [] : [[...credits, ...invoices]];
}

/** The named items and one or two more of the same customer, where exactly those are missing. */
function completed(reading: Reading, state: State, found: Collector, customerId: string, items: readonly ItemRecord[]): void {
  const named = namedWithoutSlip(items, reading);
  if (named.length === 0 || named.length > maxCited) return;
  const sum = totalOpen(named);
  const rest = reading.amount - sum;
  if (rest === 0) return;
  const reach = Math.max(6_000, reading.amount * 0.05);
  const others = notNamed(state.items.ofCustomer(customerId), reading);
  if (others.length === 0 || others.length > 400) return;
  for (let i = 0; i < others.length && i < maxCompletionItems; i++) {
    const other = others[i]!;
    if (Math.abs(sum + other.open - reading.amount) <= reach) found.add(exactOrUsual(reading, state, customerId, [...named, other], sum + other.open, others.length));
  }
  if (others.length <= 24) {
    const search = subsetsOf(openOf(others), rest, 4, 3, 2_000);
    for (const subset of search.sets) found.add(fitItems(reading, state, customerId, [...named, ...itemsAt(others, subset)], origin.cited | origin.completed, Math.min(4, search.combinations / 5_000)));
  }
}

function namedWithoutSlip(items: readonly ItemRecord[], { cited }: Reading): ItemRecord[] {
  const named: ItemRecord[] = [];
  for (let i = 0; i < items.length; i++) if (cited.get(items[i]!)!.grade !== 'edit') named.push(items[i]!);
  return named;
}

function notNamed(items: readonly ItemRecord[], { currency, cited }: Reading): ItemRecord[] {
  const others: ItemRecord[] = [];
  for (let i = 0; i < items.length; i++) if (items[i]!.currency === currency && !cited.has(items[i]!)) others.push(items[i]!);
  return others;
}

function exactOrUsual(reading: Reading, state: State, customerId: string, items: readonly ItemRecord[], sum: number, tried: number): ReturnType<typeof fitItems> {
  const hypothesis = fitItems(reading, state, customerId, items, origin.cited | origin.completed, sum === reading.amount ? tried / 2_000 : tried / 100);
  return hypothesis && hypothesis.amountLog > -9 ? hypothesis : null;
}

function isStrong({ grade, items }: Citation): boolean {
  return grade !== 'edit' && items.length === 1;
}

/** A list that names items of several customers: a treasury pays for its group. */
function acrossCustomers(reading: Reading, state: State, found: Collector): void {
  const strong = reading.cited.items.filter((item) => isStrong(reading.cited.get(item)!)).sort(byAge);
  if (strong.length < 2 || strong.length > maxCited) return;
  const customerId = mainCustomer(strong);
  found.add(fitItems(reading, state, customerId, strong, origin.cited | origin.group, 0));
  const whole = strong.filter((item) => reading.cited.get(item)!.grade !== 'tail');
  if (whole.length >= 2 && whole.length < strong.length) found.add(fitItems(reading, state, customerId, whole, origin.cited | origin.group, 0));
  if (strong.length <= maxSubsetOf) {
    const search = subsetsOf(openOf(strong), reading.amount, strong.length, 3, 1_000);
    for (const subset of search.sets) found.add(fitItems(reading, state, customerId, itemsAt(strong, subset), origin.cited | origin.group, 0));
  }
}

/** The customer with the largest part of the items, which are mostly all of one; ties go to the smaller id. */
export function mainCustomer(items: readonly ItemRecord[]): string {
  // An item of each customer, and what is open of all of its items.
  const owners: ItemRecord[] = [];
  const sums: number[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    let at = 0;
    while (at < owners.length && owners[at]!.place !== item.place) at++;
    if (at < owners.length) sums[at]! += Math.abs(item.open);
    else {
      owners.push(item);
      sums.push(Math.abs(item.open));
    }
  }
  let main = 0;
  for (let at = 1; at < owners.length; at++) if (sums[at]! > sums[main]! || (sums[at] === sums[main] && owners[at]!.customerId < owners[main]!.customerId)) main = at;
  return owners[main]!.customerId;
}
