import { toEpochDay } from '@lettrage/calendar';
import type { IncomingTransaction } from '../border.js';
import { plainIban, type CustomerBook } from '../books/customer-book.js';
import { kept } from '../books/growing.js';
import { type ItemRecord, nextSerial, safeMinor, tailOf } from '../books/item-record.js';
import type { State } from '../state.js';
import { joined, postingLimit, readNumbers, readTails, type Citation, type StrangeNumber } from '../text/citations.js';
import { compactReference, foldText } from '../text/fold.js';
import { readHints, type Hints } from '../text/hints.js';
import { onBehalfOf } from '../text/on-behalf.js';
import { splitRuns, type Run } from '../text/runs.js';
import { CitedItems } from './cited-items.js';
import type { Ruling } from '../rules.js';
import { repeatDays } from './paid-documents.js';
import { isLikeBehalf, withBehalf, withNamed, withRuled, type Payer } from './payer-evidence.js';

/** A transaction as the engine has read it: nothing here is a guess about which item is paid. */
export interface Reading {
  readonly transaction: IncomingTransaction;
  readonly amount: number;
  readonly currency: string;
  readonly day: number;
  /** Where at least two citations stand in it, what is between them is looked at again. */
  readonly runs: readonly Run[];
  readonly citations: readonly Citation[];
  readonly strange: readonly StrangeNumber[];
  /** Digits that nothing has read. */
  readonly digits: readonly string[];
  /** The text ends in the middle of what starts like one of our numbers. */
  readonly cutKey: string;
  readonly hints: Hints;
  /** Positive: the words of text and payer speak for money that pays no invoice. */
  readonly otherOdds: number;
  readonly payer: Payer;
  /** Whom the bank's ultimate debtor is like; null where it names none beside the payer. */
  readonly ultimate: Payer | null;
  /** The best citation of each item. */
  readonly cited: CitedItems;
  /** A number in the text that was paid before by just this amount, and whose it was. */
  readonly repeated: { readonly key: string; readonly customerId: string | null } | null;
  readonly ruling: Ruling | null;
  /** Identities of hypotheses that a person has said it is not. */
  readonly rejected: ReadonlySet<string> | null;
  /** Whether anything in the text could name an item. */
  readonly mayName: boolean;
  /** Another for each reading. */
  readonly serial: number;
}

const gradeRank = { structured: 5, full: 4, order: 3, tail: 2, edit: 1, cut: 0 } as const;

export function readTransaction(transaction: IncomingTransaction, state: State): Reading {
  const folded = foldText(transaction.remittance);
  const runs = splitRuns(folded);
  const isPaid = (key: string): boolean => state.paid.has(key);
  const { day, year, month } = dateOf(transaction.bookingDate);
  const read = readNumbers(folded, runs, state.items, isPaid, 'text');
  const hints = readHints(runs, read.used, year, month - 1);
  readTails(folded, runs, state.items, read);
  const endToEnd = readEndToEnd(transaction, state, isPaid);
  const { currency } = transaction.amount;
  const citations: Citation[] = [];
  for (const citation of structuredCitations(transaction, state)) if (isOfCurrency(citation, currency)) citations.push(citation);
  for (const citation of endToEnd.citations) if (citation.grade !== 'edit' && isOfCurrency(citation, currency)) citations.push(citation);
  for (const citation of read.citations) if (isOfCurrency(citation, currency)) citations.push(citation);
  const told = kept(citations);
  const cited = citations.length === 0 ? noneCited : bestCitations(told, currency);
  const digits: string[] = [];
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]!;
    if (run.digits && read.used[i] !== 1 && read.used[i] !== 2 && run.text.length >= 2) digits.push(run.text);
  }
  const iban = transaction.counterpartyIban ? plainIban(transaction.counterpartyIban) : null;
  const name = transaction.counterpartyName?.trim() ? transaction.counterpartyName : null;
  const ruling = state.rules?.of(transaction) ?? null;
  const sender = state.payers.identify(name, iban, folded, state);
  const { directory } = state.customers;
  const ultimate = ultimateOf(transaction, state);
  const said = withBehalf(sender, ultimate ?? behalfInText(folded, state), directory);
  const payer = withRuled(withNamed(said, idsInText(runs, state.customers), directory), ruling?.customer?.customerId, directory);
  const amount = safeMinor(transaction.amount.minor, `transaction ${transaction.id}`);
  const strange = endToEnd.strange.length === 0 ? read.strange : [...read.strange, ...endToEnd.strange.filter(({ key }) => isPaid(key))];
  if (strange.length === 0) for (const one of paidByTail(digits, payer, amount, day - repeatDays, state)) strange.push(one);
  const cutKey = cutKeyOf(runs, state);
  return {
    transaction,
    amount,
    currency: transaction.amount.currency,
    day,
    runs: citations.length < 2 ? nothing : runs,
    citations: told,
    strange: kept(strange),
    digits: kept(digits),
    cutKey,
    hints: hints.count > 0 ? hints : withCount(hints, listLength(runs, read.used)),
    otherOdds: state.habits.words.oddsOfOther(runs, payer.wordOdds),
    payer,
    ultimate,
    repeated: repeatedOf(strange, amount, state),
    ruling,
    rejected: state.rejected?.get(transaction.id) ?? null,
    cited,
    mayName: cited.size > 0 || strange.length > 0 || digits.length > 0 || cutKey !== '',
    serial: nextSerial(),
  };
}

/** The bank's word for whom the money is; nothing where it is who pays, or is like no customer. */
function ultimateOf({ ultimateDebtorName: name, counterpartyName }: IncomingTransaction, state: State): Payer | null {
  if (!name?.trim() || name === counterpartyName) return null;
  const ultimate = state.payers.identify(name, null, '', state);
  return ultimate.candidates.some(isLikeBehalf) ? ultimate : null;
}

/** The payer's own word for it. */
function behalfInText(folded: string, state: State): Payer | null {
  const behalf = onBehalfOf(folded);
  return behalf === null ? null : state.payers.identify(null, null, behalf, state);
}

// Readings are kept until the whole call is decided: what most of them have nothing of is kept once.
const nothing = kept([]);
const noneCited = new CitedItems(nothing, nothing);
const noHints: Hints = { days: nothing, until: null, months: nothing, count: 0, listed: true };

function withCount({ days, until, months }: Hints, count: number): Hints {
  return days.length === 0 && until === null && months.length === 0 && count === 0 ? noHints : { days: kept(days), until, months: kept(months), count, listed: true };
}

function isOfCurrency({ items }: Citation, currency: string): boolean {
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if (item.currency === currency) return true;
  }
  return false;
}

function bestCitations(citations: readonly Citation[], currency: string): CitedItems {
  // Mostly one item is named, once: the lists are there already.
  if (citations.length === 1 && citations[0]!.items.length === 1) return new CitedItems(citations[0]!.items, citations);
  const items: ItemRecord[] = [];
  const best: Citation[] = [];
  for (const citation of citations)
    for (let j = 0; j < citation.items.length; j++) {
      const item = citation.items[j]!;
      if (item.currency !== currency) continue;
      const at = items.indexOf(item);
      if (at < 0) {
        items.push(item);
        best.push(citation);
      } else if (gradeRank[best[at]!.grade] < gradeRank[citation.grade]) best[at] = citation;
    }
  return new CitedItems(kept(items), kept(best));
}

// Credits come by date: the one that was read last is mostly the next one's.
let dateRead = '';
let partsRead = { day: 0, year: 0, month: 0 };

function dateOf(date: string): typeof partsRead {
  if (date !== dateRead) {
    partsRead = { day: toEpochDay(date), year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) };
    dateRead = date;
  }
  return partsRead;
}

const leastTail = 3;

/** Last digits of what this payer has just paid, with just this amount: the same payment again, though its number is not whole. */
function paidByTail(digits: Reading['digits'], payer: Payer, amount: number, from: number, state: State): StrangeNumber[] {
  const found: StrangeNumber[] = [];
  const payers = digits.length === 0 ? nothing : payersOf(amount, payer, state);
  if (payers.length === 0) return found;
  for (const text of digits) {
    if (text.length < leastTail) continue;
    const tail = tailOf(text);
    for (const place of payers) {
      const paid = state.paid.paidAs(place, tail, amount, from);
      if (paid) found.push({ key: compactReference(paid.number), shown: text });
    }
  }
  return found;
}

/** The places of those who may have paid just this amount before. */
function payersOf(amount: number, { candidates }: Payer, state: State): readonly number[] {
  let places: number[] | null = null;
  for (let i = 0; i < candidates.length; i++) if (state.paid.mayHavePaid(candidates[i]!.place, amount)) (places ??= []).push(candidates[i]!.place);
  return places ?? nothing;
}

function repeatedOf(strange: readonly StrangeNumber[], amount: number, state: State): Reading['repeated'] {
  for (const { key } of strange) {
    const paid = state.paid.get(key);
    if (paid && (paid.closed === amount || paid.received === amount)) return { key, customerId: paid.customerId };
  }
  return null;
}

function structuredCitations(transaction: IncomingTransaction, state: State): Citation[] {
  const citations: Citation[] = [];
  for (const reference of transaction.structuredReferences) {
    const key = compactReference(reference);
    if (key.length < 4) continue;
    let items = state.items.byStructured.get(key, postingLimit);
    // ISO 11649 puts the seller's own number after RF and two check digits.
    if (items.length === 0 && /^RF\d\d/.test(key)) items = state.items.byKey.get(key.slice(4), postingLimit);
    if (items.length === 0) items = state.items.byKey.get(key, postingLimit);
    if (items.length > 0) citations.push({ grade: 'structured', key, shown: reference, items, word: '', source: 'structured', range: false, from: -1, to: -1 });
  }
  return citations;
}

function readEndToEnd(transaction: IncomingTransaction, state: State, isPaid: (key: string) => boolean): { citations: readonly Citation[]; strange: readonly StrangeNumber[] } {
  const id = transaction.endToEndId;
  if (!id || id === 'NOTPROVIDED') return nothingRead;
  const folded = foldText(id);
  return readNumbers(folded, splitRuns(folded), state.items, isPaid, 'end_to_end');
}

const nothingRead = { citations: nothing, strange: nothing };

function cutKeyOf(runs: readonly Run[], state: State): string {
  let digits = '';
  for (let i = runs.length - 1; i >= Math.max(0, runs.length - 4); i--) {
    const run = runs[i]!;
    if (!run.digits) {
      const shape = state.items.shapes.endOf(run.text, digits.length + 1);
      return shape === null ? '' : shape.letters + digits;
    }
    digits = run.text + digits;
  }
  return '';
}

/** How many references of one foreign shape stand in a row ("OP619488 OP697677 OP618353"): so many items are meant. 0 for less than two. */
function listLength(runs: readonly Run[], used: readonly number[]): number {
  let counts: Map<string, number> | null = null;
  for (let i = 0; i + 1 < runs.length; i++) {
    const letters = runs[i]!;
    const digits = runs[i + 1]!;
    if (letters.digits || !digits.digits || digits.gap !== '' || used[i] || used[i + 1] || digits.text.length < 4) continue;
    const shape = `${letters.text}${digits.text.length}`;
    counts ??= new Map();
    counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  if (counts === null) return 0;
  let longest = 0;
  for (const count of counts.values()) if (count > longest) longest = count;
  return longest >= 2 ? longest : 0;
}

/** Customers whose number or VAT id stands in the text. */
function idsInText(runs: readonly Run[], customers: CustomerBook): string[] {
  const found: string[] = [];
  for (let i = 0; i < runs.length; i++) {
    const first = runs[i]!.text.charCodeAt(0);
    const longest = customers.longestFrom(first);
    let length = 0;
    for (let last = i; last < runs.length && last < i + 3; last++) {
      if (last > i && runs[last]!.gap.length > 1) break;
      length += runs[last]!.text.length;
      if (length > longest) break;
      const id = runs[last]!.digits && length >= 4 && customers.mayName(length, first) ? customers.named(joined(runs, i, last)) : undefined;
      if (id !== undefined && !found.includes(id)) found.push(id);
    }
  }
  return found;
}
