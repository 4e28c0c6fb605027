import type { NameIndexDump } from '../books/name-index.js';
import type { AmountDump } from '../habits/amount-habits.js';
import type { PayerDump } from '../habits/payer-habits.js';
import type { SettlementDump } from '../habits/settlement-habits.js';
import type { WordDump } from '../habits/word-habits.js';
import type { ExpectedPayments } from '../evidence/expected-payments.js';
import type { State } from '../state.js';
import { compactReference } from '../text/fold.js';
import type { PastDecisions } from '../weighing/threshold.js';
import { Weighing } from '../weighing/weighing.js';
import { signals } from '../evidence/signals.js';

/** Raised whenever what is exported, or what it means, changes: an older state is then learned anew from its lessons. */
export const learningVersion = 3;

/**
 * Everything that an engine has learned: plain data that JSON holds exactly. An engine that is given it decides as the one that gave it. Keys are in
 * the order in which they were learned, because sums of decayed counts are added up in it.
 */
export interface Learning {
  readonly version: number;
  /** How many settled credits it was learned from. */
  readonly lessons: number;
  readonly lastDay: number;
  readonly payers: PayerDump;
  readonly aliases: NameIndexDump;
  readonly amounts: AmountDump;
  readonly settlements: SettlementDump;
  readonly words: WordDump;
  /** Word before digits, how often those were ours, how often not. */
  readonly context: readonly (readonly [string, number, number])[];
  /** Number, customer, day of the last payment, received then, closed so far. */
  readonly paid: readonly (readonly [string, string | null, number, number, number])[];
  /** The fitted weights by signal, with the past decisions that tell the threshold; null while history was too short. */
  readonly weighing: { readonly weights: Readonly<Record<string, number>>; readonly decisions: PastDecisions } | null;
}

/** `expected` are documents that only the engine itself counted as paid, with what was known of them before. */
export function exportLearning(state: State, weighing: Weighing, lessons: number, expected: ExpectedPayments): Learning {
  const { habits } = state;
  const paid: [string, string | null, number, number, number][] = [];
  for (const [key, now] of state.paid) {
    const document = expected.without(key, now);
    if (document) paid.push([document.number, document.customerId, document.day, document.received, document.closed]);
  }
  return {
    version: learningVersion,
    lessons,
    lastDay: habits.lastDay,
    payers: habits.payers.dump(),
    aliases: habits.aliases.dump(),
    amounts: habits.amounts.dump(),
    settlements: habits.settlements.dump(),
    words: habits.words.dump(),
    context: habits.context.dump(),
    paid,
    weighing: weighing.isFitted ? { weights: Object.fromEntries(signals.map((signal, index) => [signal, weighing.weights[index]!])), decisions: weighing.decisions } : null,
  };
}

/** Puts what was learned into a state that has learned nothing. Refuses what another version of the engine has learned. */
export function importLearning(learning: Learning, state: State): Weighing {
  if (learning.version !== learningVersion) throw new RangeError(`the learned state is of version ${learning.version}, this engine's is ${learningVersion}: build it anew from the settled credits`);
  const { habits } = state;
  habits.lastDay = learning.lastDay;
  habits.version++;
  habits.payers.load(learning.payers);
  habits.aliases.load(learning.aliases);
  habits.amounts.load(learning.amounts);
  habits.settlements.load(learning.settlements);
  habits.words.load(learning.words);
  habits.context.load(learning.context);
  for (const [number, customerId, day, received, closed] of learning.paid)
    state.paid.set(compactReference(number), { number, customerId: customerId === null ? null : state.customers.directory.same(customerId), day, received, closed });
  if (!learning.weighing) return Weighing.unfitted();
  const { weights, decisions } = learning.weighing;
  return Weighing.known(signals.map((signal) => weights[signal] ?? 0), decisions);
}
