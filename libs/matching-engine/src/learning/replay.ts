import { toEpochDay } from '@lettrage/calendar';
import type { SettledTransaction } from '../border.js';
import { ItemBook } from '../books/item-book.js';
import { monthOf, recordOf, safeMinor, tailOf, type ItemFacts, type ItemRecord } from '../books/item-record.js';
import { hypothesesOf } from '../candidates/hypotheses.js';
import type { Hypothesis } from '../candidates/hypothesis.js';
import { twinKey } from '../candidates/twins.js';
import { signalsOf } from '../evidence/weigh-signals.js';
import { Nearby } from '../evidence/nearby.js';
import { readTransaction, type Reading } from '../evidence/reading.js';
import type { State } from '../state.js';
import { compactReference, foldText } from '../text/fold.js';
import { splitRuns } from '../text/runs.js';
import { isOrderShaped, learnSettled } from './lesson.js';

/** A past credit with every hypothesis that the engine had then, and which of them were right. */
export interface Example {
  readonly signals: readonly Float64Array[];
  readonly right: readonly boolean[];
  /** Which hypotheses allocate items. */
  readonly items: readonly boolean[];
}

/** So many of the last credits are decided again, to weigh the signals by; the ones before only teach habits. */
export const maxExamples = 3_000;
/** What was settled before this many credits is learned but not replayed: habits must exist before they can be weighed. */
const leastLearned = 60;

/**
 * Walks through settled credits in the order of their booking, with the items open that were open then: decides each as if it were new,
 * then learns it. Leaves the habits of `state` as after the last one.
 */
export function replay(history: readonly SettledTransaction[], state: State, examples: number = maxExamples): Example[] {
  const past: State = { ...state, items: new ItemBook(state.customers.directory), nearby: new Nearby() };
  const waiting = pastItems(history, state);
  const byKey = new Map(waiting.map((item) => [item.key, item]));
  const found: Example[] = [];
  const first = Math.max(leastLearned, history.length - examples);
  let next = 0;
  let ahead = 0;
  let behind = 0;
  for (const [index, settled] of history.entries()) {
    const day = toEpochDay(settled.bookingDate);
    if (index >= first) {
      for (; ahead < history.length && toEpochDay(history[ahead]!.bookingDate) <= day + nearbyDays; ahead++) near(history[ahead]!, past, true);
      for (; toEpochDay(history[behind]!.bookingDate) < day - nearbyDays; behind++) near(history[behind]!, past, false);
    }
    while (next < waiting.length && waiting[next]!.issueDay <= day) past.items.insert(waiting[next++]!);
    for (const allocation of settled.allocations) {
      const item = byKey.get(compactReference(allocation.invoiceNumber))!;
      if (!past.items.get(item.id) && item.open !== 0) past.items.insert(item);
    }
    if (index >= first && settled.amount.minor > 0n && settled.reversal !== true) {
      const example = exampleOf(settled, past, byKey);
      if (example) found.push(example);
    }
    learnSettled(past, settled, settle(settled, past, byKey));
  }
  return found;
}

/** A statement of a month shows the credits around each of its own; half of that to either side. */
const nearbyDays = 15;

function near(settled: SettledTransaction, { nearby, customers }: State, comes: boolean): void {
  if (settled.customerId === null || settled.amount.minor <= 0n) return;
  const amount = safeMinor(settled.amount.minor, settled.id);
  const day = toEpochDay(settled.bookingDate);
  const place = customers.directory.place(settled.customerId);
  if (comes) nearby.add(place, amount, day);
  else nearby.remove(place, amount, day);
}

/** Takes what was allocated; true where an item stayed open in part. */
function settle(settled: SettledTransaction, past: State, byKey: ReadonlyMap<string, ItemRecord>): boolean {
  let part = false;
  for (const allocation of settled.allocations) {
    const item = byKey.get(compactReference(allocation.invoiceNumber))!;
    const amount = safeMinor(allocation.amountMinor, allocation.invoiceNumber);
    if (!past.items.get(item.id)) continue;
    past.items.take(item, amount);
    if (item.open !== 0) part = true;
  }
  return part;
}

/** Every item that history paid, with the total of what was paid and what is still open, by date of issue. */
function pastItems(history: readonly SettledTransaction[], state: State): ItemRecord[] {
  const items = new Map<string, ItemFacts & { open: number; total: number }>();
  for (const settled of history) {
    const clues = cluesOf(settled, state);
    for (const [index, allocation] of settled.allocations.entries()) {
      const key = compactReference(allocation.invoiceNumber);
      const amount = safeMinor(allocation.amountMinor, allocation.invoiceNumber);
      const known = items.get(key);
      if (known) {
        known.open += amount;
        known.total += amount;
        continue;
      }
      const now = state.items.byKey.get(key, 1)[0];
      const open = amount + (now?.open ?? 0);
      const customerId = now?.customerId ?? settled.customerId ?? '';
      items.set(key, {
        id: allocation.invoiceNumber,
        number: allocation.invoiceNumber,
        key,
        tail: tailOf(allocation.invoiceNumber),
        customerId,
        place: state.customers.directory.place(customerId),
        credit: amount < 0,
        issueDay: toEpochDay(allocation.issueDate),
        dueDay: toEpochDay(allocation.dueDate),
        issueMonth: monthOf(allocation.issueDate),
        currency: settled.amount.currency,
        total: open,
        open,
        structuredKey: now?.structuredKey ?? clues.structured[index] ?? null,
        orderKey: now?.orderKey ?? (settled.allocations.length === 1 ? clues.order : null),
      });
    }
  }
  for (const item of state.items.all()) if (!items.has(item.key)) items.set(item.key, item);
  return [...items.values()].filter((item) => item.open !== 0).map(recordOf).sort((a, b) => a.issueDay - b.issueDay || (a.key < b.key ? -1 : 1));
}

/** History does not keep structured references and order numbers of paid items; where the payment gave one, it was the item's. */
function cluesOf(settled: SettledTransaction, state: State): { structured: string[]; order: string | null } {
  const structured = settled.structuredReferences.length === settled.allocations.length ? settled.structuredReferences.map(compactReference) : [];
  if (settled.allocations.length !== 1) return { structured, order: null };
  const runs = splitRuns(foldText(settled.remittance));
  for (const [index, run] of runs.entries()) {
    if (!run.digits || run.text.length < 5) continue;
    const before = runs[index - 1];
    if (!isOrderShaped(state, before, run)) continue;
    const letters = before && !before.digits && run.gap === '' ? before.text : '';
    return { structured, order: state.items.orderShapes.endingOf(letters) + run.text };
  }
  return { structured, order: null };
}

function exampleOf(settled: SettledTransaction, past: State, byKey: ReadonlyMap<string, ItemRecord>): Example | null {
  const reading = readTransaction(settled, past);
  const hypotheses = hypothesesOf(reading, past);
  const right = rightOnes(settled, reading, hypotheses, byKey);
  if (!right.includes(true)) return null;
  return { signals: hypotheses.map((hypothesis) => signalsOf(hypothesis, reading, past, hypotheses)), right, items: hypotheses.map((hypothesis) => hypothesis.kind === 'items') };
}

function rightOnes(settled: SettledTransaction, reading: Reading, hypotheses: readonly Hypothesis[], byKey: ReadonlyMap<string, ItemRecord>): boolean[] {
  if (settled.allocations.length === 0) {
    const kind = settled.customerId === null ? 'not_an_invoice' : settled.difference?.kind === 'duplicate_payment' ? 'duplicate' : 'on_account';
    const right = hypotheses.map((hypothesis) => hypothesis.kind === kind);
    return right.includes(true) ? right : hypotheses.map((hypothesis) => hypothesis.kind === 'unlisted');
  }
  const truth = settled.allocations.map((allocation) => ({ item: byKey.get(compactReference(allocation.invoiceNumber))!, amount: safeMinor(allocation.amountMinor, allocation.invoiceNumber) }));
  const settledAs: Hypothesis = { kind: 'items', customerId: settled.customerId, items: truth.map(({ item }) => item), amounts: truth.map(({ amount }) => amount), difference: null, amountKind: 0, amountLog: 0, origins: 0, chance: 0, paid: null, key: '' };
  const wanted = twinKey(settledAs, reading);
  const right = hypotheses.map((hypothesis) => twinKey(hypothesis, reading) === wanted);
  return right.includes(true) ? right : hypotheses.map((hypothesis) => hypothesis.kind === 'unlisted');
}
