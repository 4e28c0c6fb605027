import type { ItemRecord } from '../books/item-record.js';
import { mark, mergedByAge } from '../books/item-record.js';
import type { Reading } from '../evidence/reading.js';
import type { State } from '../state.js';
import type { Collector } from './collector.js';
import { fitItems, fitPart } from './fit.js';
import { mainCustomer } from './from-citations.js';
import { namingOf } from '../evidence/naming.js';
import { isRangeBetween } from '../text/citations.js';
import { origin } from './hypothesis.js';
import { fromSums } from './sums.js';

const customersTried = 5;
/** Of those that this payer has paid for before, a treasury's group. */
const membersTried = 12;
/** Beyond this many open items of one customer the oldest are looked at. */
export const maxItemsOfCustomer = 240;
const maxParts = 6;
/** Where the logarithm of the amount's probability is lower, a single item that is not named need not be considered. */
const leastLikely = -13;

/** Items of the customers that the payer may be: single ones, sums, round budgets, and those of a treasury's whole group. */
export function fromPayer(reading: Reading, state: State, found: Collector): void {
  const candidates = reading.payer.candidates;
  const best = candidates[0]?.strength ?? 0;
  let tried = 0;
  for (const evidence of candidates) {
    if (evidence.strength < 0.6) continue;
    const paidFor = evidence.ibanShare > 0 || evidence.nameShare > 0;
    if (tried >= 1 && evidence.strength < best - 5 && !paidFor) continue;
    if (tried >= customersTried && !(paidFor && tried < membersTried)) continue;
    tried++;
    state.customers.directory.expect(evidence);
    const items = usable(state.items.ofCustomer(evidence.customerId), reading.currency);
    if (items.length === 0) continue;
    singles(reading, state, found, evidence.customerId, items);
    fromSums(reading, state, found, evidence.customerId, items, origin.customer);
    ranges(reading, state, found, items, 0);
  }
  group(reading, state, found);
}

function usable(items: readonly ItemRecord[], currency: string): readonly ItemRecord[] {
  let same = items.length <= maxItemsOfCustomer;
  for (let i = 0; same && i < items.length; i++) if (items[i]!.currency !== currency) same = false;
  return same ? items : items.filter((item) => item.currency === currency).slice(0, maxItemsOfCustomer);
}

/** Each item that alone explains the amount; of equal ones that neither the text nor a person's no tells apart, the oldest that no other payment names. */
function singles(reading: Reading, state: State, found: Collector, customerId: string, items: readonly ItemRecord[]): void {
  const { rejected, strange, hints } = reading;
  const seen: number[] = [];
  let parts = 0;
  for (const item of reservedLast(items)) {
    if (item.open <= 0) continue;
    const named = namingOf(item, reading) !== null;
    if (seen.includes(item.open) && !rejected && strange.length === 0 && !named && !hints.days.includes(item.issueDay)) continue;
    seen.push(item.open);
    const hypothesis = fitItems(reading, state, customerId, [item], named ? origin.customer | origin.cited : origin.customer, 0);
    if (hypothesis && (named || hypothesis.amountLog > leastLikely)) found.add(hypothesis);
    if (item.open <= reading.amount) continue;
    const part = fitPart(reading, state, customerId, [item], origin.customer, 0);
    if (part && (state.nearby.has(item.place, item.open - reading.amount, reading.amount) || ((part.amountLog > -11 || parts < 1) && parts++ < maxParts))) found.add(part);
  }
}

function reservedLast(items: readonly ItemRecord[]): readonly ItemRecord[] {
  let any = false;
  for (let i = 0; i < items.length && !any; i++) any = isReserved(items[i]!);
  return any ? [...items.filter((item) => !isReserved(item)), ...items.filter(isReserved)] : items;
}

function isReserved(item: ItemRecord): boolean {
  return (item.marks & mark.reserved) !== 0;
}

/** One account that has paid for several customers may pay for all of them at once. */
function group(reading: Reading, state: State, found: Collector): void {
  const members = reading.payer.candidates.filter((evidence) => evidence.ibanShare > 0 || evidence.nameShare > 0);
  if (members.length < 2) return;
  let items: readonly ItemRecord[] = [];
  for (let i = 0; i < members.length; i++) {
    state.customers.directory.expect(members[i]!);
    items = mergedByAge(items, usable(state.items.ofCustomer(members[i]!.customerId), reading.currency));
  }
  if (items.length < 2) return;
  ranges(reading, state, found, items, origin.group);
  fromSums(reading, state, found, mainCustomer(items), items.slice(0, maxItemsOfCustomer), origin.group);
}

/** "FA-100 to FA-200": of the payer's items, those whose numbers lie between the two. */
function ranges(reading: Reading, state: State, found: Collector, items: readonly ItemRecord[], how: number): void {
  if (reading.citations.length < 2) return;
  const whole = reading.citations.filter((citation) => citation.grade === 'full' && citation.source === 'text' && !citation.range);
  for (let i = 0; i + 1 < whole.length; i++) {
    const [from, to] = [whole[i]!, whole[i + 1]!];
    if (from.key >= to.key || from.key.length !== to.key.length || !isRangeBetween(reading.runs, from, to)) continue;
    const within = items.filter((item) => item.key.length === from.key.length && item.key >= from.key && item.key <= to.key);
    if (within.length > 2) found.add(fitItems(reading, state, mainCustomer(within), within, origin.cited | origin.range | how, 0));
  }
}
