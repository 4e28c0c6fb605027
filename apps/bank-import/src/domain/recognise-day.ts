import { wordsOf } from './words-of.js';

/** One movement as far as recognition looks at it; all lines of a call are of one account and one booking date. */
export interface Line {
  /** Signed amount and currency: only lines of the same money are compared. */
  readonly money: string;
  readonly endToEndId: string | null;
  /** Counterparty and remittance, as they stand. */
  readonly text: string;
}

export interface FreshLine extends Line {
  readonly place: number;
}

export interface StoredLine extends Line {
  readonly transactionId: string;
  /** Whether the words of this file and of the one that brought it cannot be told apart by references, so that the same words prove nothing. */
  readonly sameFormat: boolean;
}

export type Verdict =
  | { readonly kind: 'same'; readonly place: number; readonly transactionId: string }
  | { readonly kind: 'unsure'; readonly place: number; readonly candidates: readonly string[] };

/** Both sides compared pair by pair only up to so many pairs of the same money on a day; beyond that only what is equal is recognised. */
const mostPairs = 10_000;
const mostCandidates = 20;
const mostLookedAt = 100;

/**
 * Which lines of a file are payments that a file of another format brought already, though their fingerprints differ. Each stored line answers for one
 * line at most, so that twins stay two. In this order: the same end-to-end id; the same words; the words of the one all found in the other; and,
 * where `wholeDay` says that both files tell the whole day, a day on which each amount is left equally often on both sides. What has the same
 * money and is not decided by these is `unsure`: nobody can tell from here, so a person does. A line without an answer is new.
 */
export function recogniseDay(fresh: readonly FreshLine[], stored: readonly StoredLine[], wholeDay: boolean): Verdict[] {
  const groups = groupsOf(fresh, stored);
  const verdicts: Verdict[] = [];
  for (const group of groups) {
    pairByKey(group, verdicts, (line) => line.endToEndId);
    pairByKey(group, verdicts, (line) => wordsOf(line.text).join(' ') || null);
    pairByWords(group, verdicts);
  }
  const left = groups.filter(({ fresh: lines, stored: others }) => lines.length > 0 || others.length > 0);
  const agrees = left.every((group) => group.fresh.length === group.stored.length && !group.stored.some(({ sameFormat }) => sameFormat) && !contradicts(group));
  const certain = agrees && (wholeDay || left.length > 1);
  for (const group of left) {
    if (group.stored.length === 0) continue;
    if (certain) for (const [index, { place }] of group.fresh.entries()) verdicts.push({ kind: 'same', place, transactionId: group.stored[index]!.transactionId });
    else verdicts.push(...unsure(group));
  }
  return verdicts;
}

interface Group {
  fresh: FreshLine[];
  stored: StoredLine[];
}

function groupsOf(fresh: readonly FreshLine[], stored: readonly StoredLine[]): Group[] {
  const groups = new Map<string, Group>();
  const of = (money: string) => {
    const group = groups.get(money) ?? { fresh: [], stored: [] };
    groups.set(money, group);
    return group;
  };
  for (const line of fresh) of(line.money).fresh.push(line);
  for (const line of stored) of(line.money).stored.push(line);
  return [...groups.values()];
}

/** Ids that banks pass on from end to end are of one payment: two that were given and differ are two payments. */
function contradict(a: Line, b: Line): boolean {
  if (a.endToEndId === null || b.endToEndId === null) return false;
  return !a.endToEndId.includes(b.endToEndId) && !b.endToEndId.includes(a.endToEndId);
}

function contradicts({ fresh, stored }: Group): boolean {
  return fresh.some(({ endToEndId }) => endToEndId !== null) && stored.some(({ endToEndId }) => endToEndId !== null);
}

/** Pairs lines with equal keys, first with first; a stored line of the same format is never certain by its words. */
function pairByKey(group: Group, verdicts: Verdict[], keyOf: (line: Line) => string | null): void {
  if (group.fresh.length === 0 || group.stored.length === 0) return;
  const waiting = new Map<string, StoredLine[]>();
  // From the last, so that the first is what `pop` gives.
  for (const line of group.stored.toReversed()) {
    const key = line.sameFormat ? null : keyOf(line);
    if (key === null) continue;
    const list = waiting.get(key);
    if (list) list.push(line);
    else waiting.set(key, [line]);
  }
  const taken = new Set<StoredLine>();
  group.fresh = group.fresh.filter((line) => {
    const key = keyOf(line);
    const found = key === null ? undefined : takeFirst(waiting.get(key) ?? [], line);
    if (!found) return true;
    taken.add(found);
    verdicts.push({ kind: 'same', place: line.place, transactionId: found.transactionId });
    return false;
  });
  if (taken.size > 0) group.stored = group.stored.filter((line) => !taken.has(line));
}

/** Takes the first that does not contradict; only so many are looked at, because a day may have any number of lines with the same words. */
function takeFirst(list: StoredLine[], line: FreshLine): StoredLine | undefined {
  const last = list.at(-1);
  if (!last || !contradict(line, last)) return list.pop();
  for (let index = list.length - 2; index >= Math.max(0, list.length - mostLookedAt); index--) if (!contradict(line, list[index]!)) return list.splice(index, 1)[0];
  return undefined;
}

/** Pairs lines of which one says in fewer words what the other says, those that share most words first. */
function pairByWords(group: Group, verdicts: Verdict[]): void {
  const { fresh, stored } = group;
  if (fresh.length * stored.length > mostPairs || fresh.length === 0) return;
  const storedWords = stored.map(({ text }) => new Set(wordsOf(text)));
  const pairs: { line: FreshLine; other: StoredLine; shared: number }[] = [];
  for (const line of fresh) {
    const words = new Set(wordsOf(line.text));
    for (const [index, other] of stored.entries()) {
      const shared = other.sameFormat || contradict(line, other) ? 0 : sharedWords(words, storedWords[index]!);
      if (shared > 0) pairs.push({ line, other, shared });
    }
  }
  pairs.sort((a, b) => b.shared - a.shared || a.line.place - b.line.place);
  const [takenFresh, takenStored] = [new Set<FreshLine>(), new Set<StoredLine>()];
  for (const { line, other } of pairs) {
    if (takenFresh.has(line) || takenStored.has(other)) continue;
    takenFresh.add(line);
    takenStored.add(other);
    verdicts.push({ kind: 'same', place: line.place, transactionId: other.transactionId });
  }
  group.fresh = fresh.filter((line) => !takenFresh.has(line));
  group.stored = stored.filter((line) => !takenStored.has(line));
}

/** How many words the shorter line has, if the longer one has them all and one of them says more than what every payment says; else 0. */
function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [shorter, longer] = a.size <= b.size ? [a, b] : [b, a];
  let telling = false;
  for (const word of shorter) {
    if (!longer.has(word)) return 0;
    telling ||= isTelling(word);
  }
  return telling ? shorter.size : 0;
}

/** What bank labels say of any payment, in the languages of the formats that are read. */
const everyPayments = new Set([
  'SEPA', 'VIREMENT', 'RECU', 'RECUS', 'EMIS', 'INSTANTANE', 'FAVEUR', 'PRELEVEMENT', 'PRLV', 'CARTE', 'FACTURE', 'PAIEMENT', 'REMISE', 'CHEQUE', 'MOTIF', 'COMPTE', 'TRANSFER', 'PAYMENT', 'CREDIT',
  'DEBIT', 'INVOICE', 'REFERENCE', 'UEBERWEISUNG', 'UBERWEISUNG', 'GUTSCHRIFT', 'LASTSCHRIFT', 'RECHNUNG', 'OVERBOEKING', 'BETALING', 'NOTPROVIDED', 'EUROS',
]);

function isTelling(word: string): boolean {
  return word.length >= 4 && !everyPayments.has(word);
}

function unsure({ fresh, stored }: Group): Verdict[] {
  const candidates = stored.slice(0, mostCandidates).map(({ transactionId }) => transactionId);
  return fresh.map(({ place }) => ({ kind: 'unsure', place, candidates }));
}
