import { toEpochDay } from '@lettrage/calendar';
import type { SettledTransaction } from '../border.js';
import { plainIban } from '../books/customer-book.js';
import { safeMinor, tailOf } from '../books/item-record.js';
import { likeness } from '../evidence/name-likeness.js';
import type { AmountKind } from '../habits/amount-habits.js';
import type { CitingHabit } from '../habits/settlement-habits.js';
import type { State } from '../state.js';
import { compactReference, foldText, nameWords } from '../text/fold.js';
import { splitRuns, type Run } from '../text/runs.js';
import { markedWords, tellingWords } from '../text/telling-words.js';

// A payer whose name is this unlike the customer's own is remembered as another name of it.
const aliasBelow = 0.7;

/** Takes one settled credit into the habits. `part` says that it left something open on an item. */
export function learnSettled(state: State, settled: SettledTransaction, part: boolean): void {
  if (settled.amount.minor <= 0n || settled.reversal === true) return;
  const { habits } = state;
  const day = toEpochDay(settled.bookingDate);
  habits.version++;
  if (day > habits.lastDay) habits.lastDay = day;
  const iban = settled.counterpartyIban ? plainIban(settled.counterpartyIban) : null;
  const name = settled.counterpartyName?.trim() ? settled.counterpartyName : null;
  const folded = foldText(settled.remittance);
  const runs = splitRuns(folded);
  const words = name ? nameWords(name) : [];
  habits.payers.learn(words, iban, settled.customerId, day);
  habits.words.learn(tellingWords(markedWords(words), runs), settled.customerId !== null);
  if (settled.customerId === null) return;
  if (name) learnAlias(state, name, words, settled.customerId);
  if (settled.allocations.length === 0) return;
  const customerId = state.customers.directory.same(settled.customerId);
  const received = safeMinor(settled.amount.minor, settled.id);
  let closed = 0;
  let delay = 0;
  for (const allocation of settled.allocations) {
    const amount = safeMinor(allocation.amountMinor, allocation.invoiceNumber);
    closed += amount;
    delay += day - toEpochDay(allocation.dueDate);
    const key = compactReference(allocation.invoiceNumber);
    // What was paid last counts, in whatever order it is heard.
    const before = state.paid.get(key);
    const last = before && (before.day > day || (before.day === day && before.received > received)) ? before : null;
    state.paid.set(key, {
      number: last ? last.number : allocation.invoiceNumber,
      customerId: last ? last.customerId : customerId,
      day: last ? last.day : day,
      received: last ? last.received : received,
      closed: amount + (before?.closed ?? 0),
    });
  }
  const kind = amountKindOf(settled, part);
  if (kind) habits.amounts.learn({ customerId: settled.customerId, country: state.customers.get(settled.customerId)?.country ?? null, many: settled.allocations.length > 1 }, kind, closed, received, day);
  habits.settlements.learn(settled.customerId, learnCiting(state, settled, folded, runs), settled.allocations.length, delay / settled.allocations.length, day);
}

function learnAlias(state: State, name: string, words: readonly string[], customerId: string): void {
  const { customers, habits } = state;
  const place = customers.directory.place(customerId);
  const own = customers.nameAt(place);
  if (own >= 0 && words.length > 0 && likeness(words, own, customers.names).likeness < aliasBelow) habits.aliases.add(name, place);
}

function amountKindOf(settled: SettledTransaction, part: boolean): AmountKind | null {
  switch (settled.difference?.kind) {
    case undefined:
      return part ? 'partial' : 'exact';
    case 'bank_fee':
    case 'discount':
    case 'deduction':
    case 'rounding':
    case 'overpayment':
      return settled.difference.kind;
    default:
      return null;
  }
}

/** The way the text named what was paid; the words before digits learn whether those were ours. */
function learnCiting(state: State, settled: SettledTransaction, folded: string, runs: readonly Run[]): CitingHabit {
  const compact = folded.replace(/[^A-Z0-9]+/g, '');
  const keys = settled.allocations.map((allocation) => compactReference(allocation.invoiceNumber));
  const tails = new Set(settled.allocations.map((allocation) => tailOf(allocation.invoiceNumber)));
  const endToEnd = settled.endToEndId ? compactReference(settled.endToEndId) : '';
  const whole = settled.structuredReferences.length > 0 || keys.some((key) => compact.includes(key) || endToEnd === key);
  let tail = false;
  let order = false;
  for (const [index, run] of runs.entries()) {
    if (!run.digits || run.text.length < 2 || run.text.length > 12) continue;
    const ours = tails.has(Number(run.text));
    const before = runs[index - 1];
    if (ours) tail = true;
    if (!whole || ours) state.habits.context.learn(before && !before.digits ? before.text : '', ours);
    if (!ours && isOrderShaped(state, before, run)) order = true;
  }
  return whole ? 'whole' : tail ? 'tail' : order ? 'order' : 'none';
}

/** Whether letters and digits look like the order numbers of our open items. */
export function isOrderShaped(state: State, before: Run | undefined, run: Run): boolean {
  const letters = before && !before.digits && run.gap === '' ? before.text : '';
  return state.items.orderShapes.matches(letters, run.text.length);
}

