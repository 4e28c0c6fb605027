import { CustomerBook } from './books/customer-book.js';
import { Directory } from './books/directory.js';
import { ItemBook } from './books/item-book.js';
import { NameIndex } from './books/name-index.js';
import type { RuleSet } from './rules.js';
import { PaidDocuments } from './evidence/paid-documents.js';
import { PayerMemory } from './evidence/payer-memory.js';
import { Nearby } from './evidence/nearby.js';
import { AmountHabits } from './habits/amount-habits.js';
import { ContextHabits } from './habits/context-habits.js';
import { PayerHabits } from './habits/payer-habits.js';
import { SettlementHabits } from './habits/settlement-habits.js';
import { WordHabits } from './habits/word-habits.js';

/** Everything learned from settled credits. */
export class Habits {
  /** The day of the last lesson: how long ago others were is seen from it. */
  lastDay = 0;
  /** Changes with every lesson. */
  version = 0;
  readonly payers: PayerHabits;
  readonly aliases: NameIndex;
  /** While a call is decided they may be others, which have learned from it. */
  amounts: AmountHabits;
  readonly settlements: SettlementHabits;
  readonly words = new WordHabits();
  readonly context = new ContextHabits();

  constructor(directory: Directory) {
    this.payers = new PayerHabits(directory);
    this.aliases = new NameIndex(directory);
    this.amounts = new AmountHabits(directory);
    this.settlements = new SettlementHabits(directory);
  }
}

/** A document that was paid: by whom, when it was last paid, and what was received then. */
export interface PaidDocument {
  readonly number: string;
  readonly customerId: string | null;
  readonly day: number;
  /** What was received then, perhaps for several documents, and what has closed on this one so far. */
  readonly received: number;
  readonly closed: number;
}

/** What a decision looks at. A replay of history has its own items, and shares the rest. */
export interface State {
  readonly customers: CustomerBook;
  readonly items: ItemBook;
  readonly habits: Habits;
  readonly paid: PaidDocuments;
  readonly payers: PayerMemory;
  /** Other credits near this one in time, by the customer that they seem to be from: two of them may pay one item. */
  readonly nearby: Nearby;
  /** The rules of the call that runs. */
  rules: RuleSet | null;
  /** What a person has rejected for transactions of the call that runs, by transaction id: identities of hypotheses. */
  rejected: ReadonlyMap<string, ReadonlySet<string>> | null;
}

/** A state that knows nothing. */
export function emptyState(): State {
  const directory = new Directory();
  return { customers: new CustomerBook(directory), items: new ItemBook(directory), habits: new Habits(directory), paid: new PaidDocuments(directory), payers: new PayerMemory(), nearby: new Nearby(), rules: null, rejected: null };
}
