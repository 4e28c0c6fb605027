import type { Allocation, Alternative, Customer, ExpectedPayment, IncomingTransaction, OpenItem, Proposal, Reason, SettledTransaction } from './border.js';
import { toEpochDay } from '@lettrage/calendar';
import { CustomerBook } from './books/customer-book.js';
import { ItemBook } from './books/item-book.js';
import type { ItemRecord } from './books/item-record.js';
import type { Hypothesis } from './candidates/hypothesis.js';
import { namingOf } from './evidence/naming.js';
import { readTransaction, type Reading } from './evidence/reading.js';
import { reason } from './explanation/reason-texts.js';
import { reasonsFor } from './explanation/reasons.js';
import { learnSettled } from './learning/lesson.js';
import { replay } from './learning/replay.js';
import { compactReference } from './text/fold.js';
import { emptyState, type PaidDocument, type State } from './state.js';
import { fitWeights } from './weighing/fit.js';
import { decisionOrder, type Claim } from './decision-order.js';
import { judge, type Judged } from './weighing/judge.js';
import { thresholdFor } from './weighing/threshold.js';
import { startingWeights } from './weighing/weights.js';

export interface EngineOptions {
  /** Of the allocations made unattended, so many are to be right; the confidence that this takes is found from history. */
  readonly targetPrecision?: number;
}

const defaultTargetPrecision = 0.9985;
/** The confidence from which an allocation is automatic while history is too short to tell. */
const automaticFromWithoutHistory = 0.985;
const maxAlternatives = 4;
/** Beside an automatic allocation, what is less likely than this is not shown. */
const worthShowing = 0.0001;
/** What is this certain is looked at again only where an item of its own was taken or reserved. */
const certainFrom = 0.999;
/** A payment that names an item and pays it with this probability has it kept for itself, where another payment can take an equal one. */
const reservedFrom = 0.5;
/** A rival this many times less likely, or closer, is said to be near. */
const rivalShare = 10;
/** Fewer settled credits teach habits, not weights. */
const leastForWeights = 150;

/**
 * Proposes which open items a credit pays. Pure: no clock, no input or output, no randomness; the same state and the same transactions give the
 * same proposals, whatever the order in which customers and items were put.
 */
export class MatchingEngine {
  private readonly state: State = emptyState(new CustomerBook(), new ItemBook());
  private weights = startingWeights();
  private weighed = false;
  private waiting: SettledTransaction[] = [];
  /** Customers of whose items something was taken or reserved in this call. */
  private readonly touched = new Set<string>();
  private readonly taken = new Set<ItemRecord>();
  /** What was known of documents before this engine itself counted them as paid; undefined for nothing. */
  private readonly expected = new Map<string, PaidDocument | undefined>();
  private automaticFrom = automaticFromWithoutHistory;
  private readonly targetPrecision: number;

  constructor(options: EngineOptions = {}) {
    this.targetPrecision = options.targetPrecision ?? defaultTargetPrecision;
  }

  /** Adds or replaces customers by id. */
  putCustomers(customers: Iterable<Customer>): void {
    for (const customer of customers) this.state.customers.put(customer);
  }

  /**
   * Adds or replaces open items by id; one with nothing open is removed. What `decide` took of an item is forgotten where it was not so: an item that
   * stands as `decide` left it changes nothing.
   */
  putOpenItems(items: Iterable<OpenItem>): void {
    for (const item of items) if (this.state.items.put(item) && this.expected.size > 0) this.expectNoMore(compactReference(item.number));
  }

  private expectNoMore(key: string): void {
    if (!this.expected.has(key)) return;
    const before = this.expected.get(key);
    if (before) this.state.paid.set(key, before);
    else this.state.paid.delete(key);
    this.expected.delete(key);
  }

  /** Takes what a credit that somebody else has decided will pay, as `decide` does with its own: it is not open any more, until `putOpenItems` says otherwise. */
  expect({ bookingDate, amount, allocations }: ExpectedPayment): void {
    const day = toEpochDay(bookingDate);
    for (const { itemId, amountMinor } of allocations) {
      const item = this.state.items.get(itemId);
      if (!item) continue;
      const taken = Number(amountMinor);
      this.takeOf(item, Math.abs(taken) < Math.abs(item.open) && taken > 0 === item.open > 0 ? taken : item.open, day, Number(amount.minor));
    }
  }

  /** Learns from settled credits. Order matters only through booking date and id. */
  learn(history: Iterable<SettledTransaction>): void {
    for (const settled of history) this.waiting.push(settled);
  }

  /**
   * Decides credits. What is decided 'auto' is taken from the engine's open amounts until `putOpenItems` says otherwise. Sure ones are decided
   * first, so that a vague one never takes what a sure one needs; the proposals come in the order of the transactions.
   */
  decide(transactions: readonly IncomingTransaction[]): Proposal[] {
    this.takeLessons();
    try {
      return this.decideAll(transactions);
    } finally {
      this.state.reserved.clear();
      this.state.nearby.clear();
      this.touched.clear();
      this.taken.clear();
    }
  }

  private decideAll(transactions: readonly IncomingTransaction[]): Proposal[] {
    const readings = transactions.map((transaction) => (this.isPayable(transaction) ? readTransaction(transaction, this.state) : null));
    for (const reading of readings) {
      const payer = reading?.payer.candidates[0];
      if (reading && payer) this.state.nearby.add(payer.customerId, reading.amount);
    }
    const first = readings.map((reading) => reading && { reading, judged: judge(reading, this.state, this.weights) });
    const claims = first.map((considered) => considered && claimOf(considered));
    for (const claim of claims) if (claim && claim.probability >= reservedFrom) for (const item of claim.named) this.reserve(item);
    const suggested = new Map<ItemRecord, number>();
    const proposals: (Proposal | undefined)[] = transactions.map(() => undefined);
    for (const index of decisionOrder(claims)) proposals[index] = this.decideOne(transactions[index]!, first[index] ?? null, suggested);
    return proposals as Proposal[];
  }

  private isPayable(transaction: IncomingTransaction): boolean {
    return transaction.amount.minor > 0n && transaction.reversal !== true;
  }

  /** Considers a transaction again. Its text says the same unless it names an item that was taken since. */
  private consider(transaction: IncomingTransaction, before: Reading): Considered {
    const reading = this.anyTaken(before.cited.keys()) ? readTransaction(transaction, this.state) : before;
    return { reading, judged: judge(reading, this.state, this.weights) };
  }

  private anyTaken(items: Iterable<ItemRecord>): boolean {
    for (const item of items) if (this.taken.has(item)) return true;
    return false;
  }

  /** What was thought of a transaction at the start of the call holds while no item of a customer that it concerns was taken or reserved. */
  private isStale({ reading, judged }: Considered): boolean {
    if (this.touched.size === 0) return false;
    if (judged[0]!.probability >= certainFrom && judged[0]!.hypothesis.kind === 'items') return this.isLost(judged[0]!.hypothesis.items, reading) || this.isLost(reading.cited.keys(), reading);
    for (const { customerId } of reading.payer.candidates) if (this.touched.has(customerId)) return true;
    for (const { hypothesis } of judged) for (const item of hypothesis.items) if (this.touched.has(item.customerId)) return true;
    for (const item of reading.cited.keys()) if (this.touched.has(item.customerId)) return true;
    return false;
  }

  /** Whether one of the items was taken by another, or is kept for another that names it. */
  private isLost(items: Iterable<ItemRecord>, reading: Reading): boolean {
    for (const item of items) if (this.taken.has(item) || (this.state.reserved.has(item) && !reading.cited.has(item))) return true;
    return false;
  }

  private reserve(item: ItemRecord): void {
    this.state.reserved.add(item);
    this.touched.add(item.customerId);
  }

  private decideOne(transaction: IncomingTransaction, first: Considered | null, suggested: Map<ItemRecord, number>): Proposal {
    if (!first) return nothing(transaction, [reason(transaction.reversal ? 'reversal' : 'debit', {})]);
    const stale = this.isStale(first);
    const { reading, judged: fresh } = stale ? this.consider(transaction, first.reading) : first;
    const judged = contested(fresh, suggested);
    const best = judged[0]!;
    const automatic = best.hypothesis.kind === 'items' && best.probability >= this.automaticFrom;
    const proposal = this.propose(transaction, reading, stale ? judged : judged.filter((one) => one === best || !this.anyTaken(one.hypothesis.items)), automatic);
    // Reasons speak of what was open before, so they are found before anything is taken.
    if (automatic) this.take(best.hypothesis, reading);
    else if (best.hypothesis.kind === 'items')
      for (const item of best.hypothesis.items) {
        suggested.set(item, Math.max(best.probability, suggested.get(item) ?? 0));
        this.reserve(item);
      }
    return proposal;
  }

  private propose(transaction: IncomingTransaction, reading: Reading, judged: readonly Judged[], automatic: boolean): Proposal {
    const best = judged[0]!;
    const listed = judged.filter(({ hypothesis }) => hypothesis.kind === 'items').slice(0, maxAlternatives + 1);
    const shown = best.hypothesis.kind === 'unlisted' ? listed[0] : best;
    const others = listed.filter((other) => other !== shown && (!automatic || other.probability >= worthShowing)).slice(0, maxAlternatives);
    const alternatives = others.map((other) => this.alternative(other, reading));
    if (!shown || shown.hypothesis.kind === 'not_an_invoice') return { ...nothing(transaction, reasonsFor(best.hypothesis, reading, this.state)), confidence: best.probability, alternatives };
    const proposed = this.alternative(shown, reading);
    if (automatic) return { transactionId: transaction.id, decision: 'auto', ...proposed, alternatives };
    return { transactionId: transaction.id, decision: 'suggest', ...proposed, reasons: [...proposed.reasons, ...this.doubts(shown, listed)], alternatives };
  }

  private take(hypothesis: Hypothesis, reading: Reading): void {
    for (const [index, item] of hypothesis.items.entries()) {
      this.touched.add(item.customerId);
      this.taken.add(item);
      this.takeOf(item, hypothesis.amounts[index]!, reading.day, reading.amount);
    }
  }

  private takeOf(item: ItemRecord, amount: number, day: number, received: number): void {
    this.state.items.take(item, amount);
    if (item.open !== 0) return;
    const before = this.state.paid.get(item.key);
    if (!this.expected.has(item.key)) this.expected.set(item.key, before);
    this.state.paid.set(item.key, { number: item.number, customerId: item.customerId, day, received, closed: amount + (before?.closed ?? 0) });
  }

  private alternative(judged: Judged, reading: Reading): Alternative {
    const { hypothesis } = judged;
    return {
      customerId: hypothesis.customerId,
      allocations: allocationsOf(hypothesis),
      difference: hypothesis.difference ? { kind: hypothesis.difference.kind, amountMinor: BigInt(hypothesis.difference.amount) } : null,
      confidence: judged.probability,
      reasons: reasonsFor(hypothesis, reading, this.state),
    };
  }

  /** Why the best explanation was not enough to allocate unattended. */
  private doubts(shown: Judged, listed: readonly Judged[]): Reason[] {
    const rival = listed.find((other) => other !== shown);
    const doubts: Reason[] = [];
    if (rival && rival.probability * rivalShare > shown.probability) doubts.push(reason('rival', { numbers: rival.hypothesis.items.map((item) => item.number).join(', ') }));
    if (shown.hypothesis.kind === 'items' && shown.probability < this.automaticFrom) doubts.push(reason('below_threshold', { confidence: percent(shown.probability), threshold: percent(this.automaticFrom) }));
    return doubts;
  }

  /** Whether a settled credit left something open on an item that the books still show. */
  private isPart(settled: SettledTransaction): boolean {
    return settled.allocations.some(({ invoiceNumber, amountMinor }) => {
      const item = this.state.items.byKey.get(compactReference(invoiceNumber), 1)[0];
      return item !== undefined && item.open !== Number(amountMinor);
    });
  }

  private takeLessons(): void {
    if (this.waiting.length === 0) return;
    const history = this.waiting.sort((a, b) => (a.bookingDate < b.bookingDate ? -1 : a.bookingDate > b.bookingDate ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
    this.waiting = [];
    // What was only expected of these documents is now known.
    if (this.expected.size > 0) for (const { allocations } of history) for (const { invoiceNumber } of allocations) this.expectNoMore(compactReference(invoiceNumber));
    if (!this.weighed && history.length >= leastForWeights) {
      const examples = replay(history, this.state);
      this.weights = fitWeights(examples, startingWeights());
      this.automaticFrom = thresholdFor(examples, this.weights, this.targetPrecision, automaticFromWithoutHistory);
      this.weighed = true;
      return;
    }
    for (const settled of history) learnSettled(this.state, settled, this.isPart(settled));
  }
}

interface Considered {
  readonly reading: Reading;
  readonly judged: readonly Judged[];
}

/** What a transaction would take if it were alone. */
function claimOf({ reading, judged }: Considered): Claim | null {
  const best = judged[0];
  if (!best || best.hypothesis.kind !== 'items') return null;
  return { probability: best.probability, items: best.hypothesis.items, named: best.hypothesis.items.filter((item) => namingOf(item, reading) !== null) };
}

/** What an earlier payment of the same call probably takes is probably not there for this one: its share goes to what was not thought of. */
function contested(judged: readonly Judged[], suggested: ReadonlyMap<ItemRecord, number>): readonly Judged[] {
  if (!judged.some(({ hypothesis }) => hypothesis.items.some((item) => suggested.has(item)))) return judged;
  let lost = 0;
  const lowered = judged.map((one) => {
    let free = 1;
    for (const [index, item] of one.hypothesis.items.entries()) if (one.hypothesis.amounts[index] === item.open) free = Math.min(free, 1 - (suggested.get(item) ?? 0));
    lost += one.probability * (1 - free);
    return free === 1 ? one : { ...one, probability: one.probability * free };
  });
  if (lost === 0) return lowered;
  return lowered.map((one) => (one.hypothesis.kind === 'unlisted' ? { ...one, probability: one.probability + lost } : one)).sort((a, b) => b.probability - a.probability);
}

function allocationsOf(hypothesis: Hypothesis): Allocation[] {
  return hypothesis.items.map((item, index) => ({ itemId: item.id, amountMinor: BigInt(hypothesis.amounts[index]!) }));
}

/** With one decimal, rounded down, so that what is below a threshold never reads as at it. */
function percent(share: number): string {
  return String(Math.floor(share * 1000) / 10);
}

function nothing(transaction: IncomingTransaction, reasons: readonly Reason[]): Proposal {
  return { transactionId: transaction.id, decision: 'none', customerId: null, allocations: [], difference: null, confidence: 1, reasons, alternatives: [] };
}
