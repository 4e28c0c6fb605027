import type { Allocation, Alternative, Customer, ExpectedPayment, IncomingTransaction, OpenItem, Proposal, Reason, SettledTransaction } from './border.js';
import { toEpochDay } from '@lettrage/calendar';
import { kept } from './books/growing.js';
import { mark, type ItemRecord } from './books/item-record.js';
import { Places } from './books/places.js';
import { type Answer, identityOfAllocations } from './candidates/hypothesis.js';
import { smallSort } from './candidates/small-sort.js';
import { type BookNews, ReadyNews } from './evidence/book-news.js';
import { ExpectedPayments } from './evidence/expected-payments.js';
import { isNamedWhole, namingOf } from './evidence/naming.js';
import { readTransaction, type Reading } from './evidence/reading.js';
import { reason } from './explanation/reason-texts.js';
import { reasonsFor } from './explanation/reasons.js';
import { HomeCountry } from './habits/home-country.js';
import { exportLearning, importLearning, type Learning } from './learning/learned.js';
import { learnSettled } from './learning/lesson.js';
import { leastForWeights } from './learning/fit-points.js';
import { amountsOfCall } from './learning/amounts-of-call.js';
import { replay } from './learning/replay.js';
import { compactReference } from './text/fold.js';
import { emptyState, type State } from './state.js';
import { doubtsAbout, heldBack } from './doubts.js';
import { decisionOrder, type Claim } from './decision-order.js';
import { type Considered, isCertain, judge, type Judged, likeliestFirst, withProbability } from './weighing/judge.js';
import { aheadBy, lookAhead } from './weighing/look-ahead.js';
import { usualPrecision } from './weighing/threshold.js';
import { Weighing } from './weighing/weighing.js';
import { checkPolicy, type Policy } from './policy.js';
import { type Rule, RuleSet } from './rules.js';

export interface EngineOptions {
  /** Of the allocations made unattended, so many are to be right; the confidence that this takes is found from history. */
  readonly targetPrecision?: number;
  /** What another engine has learned: it need not be learned, nor its weights fitted, anew. */
  readonly learning?: Learning;
}

const maxAlternatives = 4;
/** Beside an automatic allocation, what is less likely than this is not shown. */
const worthShowing = 0.0001;
/** A payment that names an item and pays it with this probability has it kept for itself, where another payment can take an equal one. */
const reservedFrom = 0.5;
/** What holds for one call of `decide`. All of it can be sent to another thread. */
export interface DecisionRequest {
  /** For the transactions that `policies` does not name. */
  readonly policy?: Policy;
  /** By transaction id, such as each transaction's bank account has it. */
  readonly policies?: ReadonlyMap<string, Policy>;
  /** The first that speaks of a transaction decides. */
  readonly rules?: readonly Rule[];
  /** Allocations that a person has said to be wrong, by transaction id: they are no answer, and what is left is weighed without them. */
  readonly rejected?: ReadonlyMap<string, readonly (readonly Allocation[])[]>;
}

/**
 * Proposes which open items a credit pays. Pure: no clock, no input or output, no randomness; the same state and the same transactions give the
 * same proposals, whatever the order in which customers and items were put.
 */
export class MatchingEngine {
  private readonly state: State = emptyState();
  private weighing = Weighing.unfitted();
  private lessons = 0;
  private waiting: SettledTransaction[] = [];
  /** Places of customers of whose items something was taken or reserved in this call, and those items. */
  private readonly touched = new Places();
  private readonly marked: ItemRecord[] = [];
  private readonly expected = new ExpectedPayments(this.state.paid);
  private readonly home = new HomeCountry();
  private readonly targetPrecision: number;

  constructor(options: EngineOptions = {}) {
    this.targetPrecision = options.targetPrecision ?? usualPrecision;
    checkPolicy({ targetPrecision: this.targetPrecision });
    if (!options.learning) return;
    this.weighing = importLearning(options.learning, this.state);
    this.lessons = options.learning.lessons;
  }

  /** Adds or replaces customers by id. */
  putCustomers(customers: Iterable<Customer>): void {
    for (const customer of customers) {
      this.home.move(this.state.customers.get(customer.id)?.country ?? null, customer.country ?? null);
      this.state.customers.put(customer);
    }
    this.state.habits.amounts.home = this.home.commonest();
  }

  /**
   * Adds or replaces open items by id; one with nothing open is removed. What `decide` took of an item is forgotten where it was not so: an item that
   * stands as `decide` left it changes nothing.
   */
  putOpenItems(items: Iterable<OpenItem>): void {
    for (const item of items) if (this.state.items.put(item) && !this.expected.isEmpty) this.expected.noMore(compactReference(item.number));
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

  /**
   * Everything learned so far, as plain data: an engine that starts from it, with the same customers and items, decides the same to the last bit. What
   * `decide` only expects to be paid is no part of it.
   */
  exportLearning(): Learning {
    this.takeLessons();
    return exportLearning(this.state, this.weighing, this.lessons, this.expected);
  }

  /** Learns from settled credits. Order matters only through booking date and id. */
  learn(history: Iterable<SettledTransaction>): void {
    for (const settled of history) this.waiting.push(settled);
  }

  /**
   * Decides credits. What is decided 'auto' is taken from the engine's open amounts until `putOpenItems` says otherwise. Sure ones are decided
   * first, so that a vague one never takes what a sure one needs; the proposals come in the order of the transactions.
   */
  decide(transactions: readonly IncomingTransaction[], request: DecisionRequest = {}): Proposal[] {
    for (const policy of [request.policy ?? {}, ...(request.policies?.values() ?? [])]) checkPolicy(policy);
    this.takeLessons();
    const { amounts } = this.state.habits;
    try {
      this.state.rules = request.rules && request.rules.length > 0 ? new RuleSet(request.rules) : null;
      this.state.rejected = request.rejected ? new Map([...request.rejected].map(([id, allocations]) => [id, new Set(allocations.map(identityOfAllocations))])) : null;
      return this.decideAll(transactions, request);
    } finally {
      this.state.habits.amounts = amounts;
      this.state.rules = null;
      this.state.rejected = null;
      this.state.nearby.clear();
      this.state.payers.trim();
      this.touched.clear();
      for (const item of this.marked) item.marks = 0;
      this.marked.length = 0;
    }
  }

  /** Ids of those of the credits that news of the books may concern, by amount, reference or payer. Nothing is decided. */
  concernedBy(news: BookNews, transactions: readonly IncomingTransaction[], rules: readonly Rule[] = []): string[] {
    this.takeLessons();
    try {
      this.state.rules = rules.length > 0 ? new RuleSet(rules) : null;
      const ready = new ReadyNews(news, this.state);
      return transactions.filter((transaction) => this.isPayable(transaction) && ready.concerns(readTransaction(transaction, this.state))).map(({ id }) => id);
    } finally {
      this.state.rules = null;
    }
  }

  private decideAll(transactions: readonly IncomingTransaction[], request: DecisionRequest): Proposal[] {
    const readings = transactions.map((transaction) => (this.isPayable(transaction) ? readTransaction(transaction, this.state) : null));
    for (const reading of readings) {
      const payer = reading?.payer.candidates[0];
      if (reading && payer && !reading.ruling?.otherMoney) this.state.nearby.add(payer.place, reading.amount, reading.day);
    }
    const first = readings.map((reading, at) => {
      if (at % aheadBy === 0) lookAhead(readings, at, this.state);
      return reading && this.judgeReading(reading);
    });
    if (!this.weighing.isFitted) this.judgeAgain(first);
    const claims = first.map((considered) => considered && claimOf(considered));
    for (const claim of claims) if (claim && claim.probability >= reservedFrom) for (const item of claim.named) this.reserve(item);
    const suggested = new Map<ItemRecord, number>();
    const proposals: (Proposal | undefined)[] = transactions.map(() => undefined);
    for (const index of decisionOrder(claims)) proposals[index] = this.decideOne(transactions[index]!, first[index] ?? null, suggested, request.policies?.get(transactions[index]!.id) ?? request.policy ?? {});
    return proposals as Proposal[];
  }

  private judgeReading(reading: Reading): Considered {
    return { reading, judged: kept(judge(reading, this.state, this.weighing.weights)) };
  }

  /** While history is short, what leaves no doubt teaches whose banks keep fees and who takes a discount; whatever that can change is judged again. */
  private judgeAgain(first: (Considered | null)[]): void {
    const sure = first.map((considered) => (considered && isSure(considered) ? considered : null));
    this.state.habits.amounts = amountsOfCall(sure, this.state);
    for (const [index, considered] of first.entries())
      if (considered && (!sure[index] || considered.judged[0]!.difference)) first[index] = this.judgeReading(considered.reading);
  }

  private isPayable(transaction: IncomingTransaction): boolean {
    return transaction.amount.minor > 0n && transaction.reversal !== true;
  }

  /** Considers a transaction again. Its text says the same unless it names an item that was taken since. */
  private consider(transaction: IncomingTransaction, before: Reading): Considered {
    const reading = this.anyTaken(before.cited.items) ? readTransaction(transaction, this.state) : before;
    return this.judgeReading(reading);
  }

  private anyTaken(items: readonly ItemRecord[]): boolean {
    for (let i = 0; i < items.length; i++) if (items[i]!.marks & mark.taken) return true;
    return false;
  }

  /** The likeliest, and those of the others of which nothing was taken. */
  private withoutTaken(judged: readonly Judged[]): readonly Judged[] {
    for (let i = 1; i < judged.length; i++) if (this.anyTaken(judged[i]!.items)) return judged.filter((one, at) => at === 0 || !this.anyTaken(one.items));
    return judged;
  }

  /** What was thought of a transaction at the start of the call holds while no item of a customer that it concerns was taken or reserved. */
  private isStale({ reading, judged }: Considered): boolean {
    if (this.touched.size === 0) return false;
    if (isCertain(judged[0]!)) return this.isLost(judged[0]!.items, reading) || this.isLost(reading.cited.items, reading);
    const { candidates } = reading.payer;
    for (let i = 0; i < candidates.length; i++) if (this.touched.has(candidates[i]!.place)) return true;
    for (let i = 0; i < judged.length; i++) if (this.isTouched(judged[i]!.items)) return true;
    return this.isTouched(reading.cited.items);
  }

  private isTouched(items: readonly ItemRecord[]): boolean {
    for (let i = 0; i < items.length; i++) if (this.touched.has(items[i]!.place)) return true;
    return false;
  }

  /** Whether one of the items was taken by another, or is kept for another that names it. */
  private isLost(items: readonly ItemRecord[], reading: Reading): boolean {
    for (let i = 0; i < items.length; i++) {
      const item = items[i]!;
      if (item.marks !== 0 && (item.marks & mark.taken || !reading.cited.has(item))) return true;
    }
    return false;
  }

  private reserve(item: ItemRecord): void {
    this.note(item, mark.reserved);
  }

  private note(item: ItemRecord, what: number): void {
    this.touched.add(item.place);
    if (item.marks === 0) this.marked.push(item);
    item.marks |= what;
  }

  private decideOne(transaction: IncomingTransaction, first: Considered | null, suggested: Map<ItemRecord, number>, policy: Policy): Proposal {
    if (!first) return nothing(transaction, [reason(transaction.reversal ? 'reversal' : 'debit', {})]);
    const ruled = first.reading.ruling?.otherMoney;
    if (ruled) return nothing(transaction, [reason('rule_other_money', { rule: ruled.ruleId, label: ruled.label })]);
    const stale = this.isStale(first);
    const { reading, judged: fresh } = stale ? this.consider(transaction, first.reading) : first;
    const judged = contested(fresh, suggested);
    const best = judged[0]!;
    const threshold = this.weighing.automaticFrom(policy.targetPrecision ?? this.targetPrecision);
    const held = heldBack(policy, best, reading, this.state);
    const automatic = best.kind === 'items' && best.probability >= threshold && held === null;
    const proposal = this.propose(transaction, reading, stale ? judged : this.withoutTaken(judged), automatic, threshold, held);
    // Reasons speak of what was open before, so they are found before anything is taken.
    if (automatic) this.take(best, reading);
    else if (best.kind === 'items')
      for (const item of best.items) {
        suggested.set(item, Math.max(best.probability, suggested.get(item) ?? 0));
        this.reserve(item);
      }
    return proposal;
  }

  private propose({ id }: IncomingTransaction, reading: Reading, judged: readonly Judged[], automatic: boolean, threshold: number, held: Reason | null): Proposal {
    const best = judged[0]!;
    const listed: Judged[] = [];
    for (let i = 0; i < judged.length && listed.length <= maxAlternatives; i++) if (judged[i]!.kind === 'items') listed.push(judged[i]!);
    const shown = best.kind === 'unlisted' ? listed[0] : best;
    const alternatives: Alternative[] = [];
    for (let i = 0; i < listed.length && alternatives.length < maxAlternatives; i++)
      if (listed[i] !== shown && (!automatic || listed[i]!.probability >= worthShowing)) alternatives.push(this.alternative(listed[i]!, reading));
    if (!shown || shown.kind === 'not_an_invoice') return proposal(id, 'none', { ...noAnswer, confidence: best.probability, reasons: reasonsFor(best, reading, this.state) }, alternatives);
    const proposed = this.alternative(shown, reading);
    if (automatic) return proposal(id, 'auto', proposed, alternatives);
    const reasons = [...proposed.reasons, ...doubtsAbout(shown, listed, threshold), ...(held && shown.kind === 'items' ? [held] : [])];
    return proposal(id, 'suggest', { ...proposed, reasons }, alternatives);
  }

  private take(answer: Answer, reading: Reading): void {
    for (let index = 0; index < answer.items.length; index++) {
      const item = answer.items[index]!;
      this.note(item, mark.taken);
      this.takeOf(item, answer.amounts[index]!, reading.day, reading.amount);
    }
  }

  private takeOf(item: ItemRecord, amount: number, day: number, received: number): void {
    this.state.items.take(item, amount);
    if (item.open !== 0) return;
    this.state.customers.directory.expect(item);
    this.expected.add(item.key, { number: item.number, customerId: item.customerId, day, received, closed: amount });
  }

  private alternative(judged: Judged, reading: Reading): Alternative {
    const { customerId, difference, probability } = judged;
    return {
      customerId,
      allocations: allocationsOf(judged),
      difference: difference ? { kind: difference.kind, amountMinor: BigInt(difference.amount) } : null,
      confidence: probability,
      reasons: reasonsFor(judged, reading, this.state),
    };
  }

  /** Whether a settled credit left something open on an item that the books still show. */
  private isPart(settled: SettledTransaction): boolean {
    return settled.allocations.some(({ invoiceNumber, amountMinor, part }) => {
      if (part !== undefined) return part;
      const item = this.state.items.byKey.get(compactReference(invoiceNumber), 1)[0];
      return item !== undefined && item.open !== Number(amountMinor);
    });
  }

  private takeLessons(): void {
    if (this.waiting.length === 0) return;
    const history = this.waiting.sort((a, b) => (a.bookingDate < b.bookingDate ? -1 : a.bookingDate > b.bookingDate ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
    this.waiting = [];
    this.lessons += history.length;
    this.expected.hear(history, () => {
      if (!this.weighing.isFitted && history.length >= leastForWeights) this.weighing = Weighing.fitted(replay(history, this.state));
      else for (const settled of history) learnSettled(this.state, settled, this.isPart(settled));
    });
  }
}

/** Whether it is certain what is paid, because all of it is named whole. */
function isSure({ reading, judged }: Considered): boolean {
  return isCertain(judged[0]!) && judged[0]!.items.every((item) => isNamedWhole(item, reading));
}

/** What a transaction would take if it were alone, as far as that concerns others. */
function claimOf({ reading, judged }: Considered): Claim | null {
  const best = judged[0];
  if (!best || reading.ruling?.otherMoney || best.kind !== 'items') return null;
  const isNamed = (item: ItemRecord): boolean => namingOf(item, reading) !== null;
  const isPaidOrNamed = (item: ItemRecord, at: number): boolean => best.amounts[at] === item.open || isNamed(item);
  return { probability: best.probability, items: allOf(best.items, isPaidOrNamed), named: allOf(best.items, isNamed) };
}

/** The very list where all of it holds, as it mostly does. */
function allOf(items: readonly ItemRecord[], holds: (item: ItemRecord, at: number) => boolean): readonly ItemRecord[] {
  return items.every(holds) ? items : items.filter(holds);
}

/** What an earlier payment of the same call probably takes is probably not there for this one: its share goes to what was not thought of. */
function contested(judged: readonly Judged[], suggested: ReadonlyMap<ItemRecord, number>): readonly Judged[] {
  // What is suggested is reserved.
  if (!judged.some(({ items }) => anySuggested(items, suggested))) return judged;
  let lost = 0;
  // Made by adding, as all lists of answers are: what reads them is compiled once.
  const lowered: Judged[] = [];
  for (let i = 0; i < judged.length; i++) {
    const one = judged[i]!;
    const free = shareLeft(one, suggested);
    lost += one.probability * (1 - free);
    lowered.push(free === 1 ? one : withProbability(one, one.probability * free));
  }
  if (lost === 0) return lowered;
  for (let i = 0; i < lowered.length; i++) if (lowered[i]!.kind === 'unlisted') lowered[i] = withProbability(lowered[i]!, lowered[i]!.probability + lost);
  return smallSort(lowered, likeliestFirst);
}

/** How likely it is that all of the items that an answer pays whole are there still. */
function shareLeft({ items, amounts }: Judged, suggested: ReadonlyMap<ItemRecord, number>): number {
  let free = 1;
  for (let i = 0; i < items.length; i++) if (amounts[i] === items[i]!.open) free = Math.min(free, 1 - (suggested.get(items[i]!) ?? 0));
  return free;
}

function anySuggested(items: readonly ItemRecord[], suggested: ReadonlyMap<ItemRecord, number>): boolean {
  for (let i = 0; i < items.length; i++) if (items[i]!.marks & mark.reserved && suggested.has(items[i]!)) return true;
  return false;
}

function allocationsOf(answer: Answer): Allocation[] {
  return answer.items.map((item, index) => ({ itemId: item.id, amountMinor: BigInt(answer.amounts[index]!) }));
}

const noAnswer: Alternative = { customerId: null, allocations: [], difference: null, confidence: 1, reasons: [] };

function nothing({ id }: IncomingTransaction, reasons: readonly Reason[]): Proposal {
  return proposal(id, 'none', { ...noAnswer, allocations: [], reasons }, []);
}

/** Written out, because a copy made with a spread takes longer. */
function proposal(transactionId: string, decision: Proposal['decision'], { customerId, allocations, difference, confidence, reasons }: Alternative, alternatives: readonly Alternative[]): Proposal {
  return { transactionId, decision, customerId, allocations, difference, confidence, reasons, alternatives: kept(alternatives) };
}
