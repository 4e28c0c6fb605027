import type { CustomerBook } from '../books/customer-book.js';
import type { NameIndex } from '../books/name-index.js';
import { payerKey, shareOf, type PayerHabits } from '../habits/payer-habits.js';
import { nameWords } from '../text/fold.js';
import type { Run } from '../text/runs.js';
import { likeness } from './name-likeness.js';

/** What speaks for a customer being the one that the money is from. */
export interface PayerEvidence {
  readonly customerId: string;
  readonly ibanShare: number;
  readonly ibanEvents: number;
  readonly nameShare: number;
  readonly nameEvents: number;
  readonly ownIban: boolean;
  /** The text names the customer's number or VAT id. */
  readonly idInText: boolean;
  readonly likeness: number;
  readonly exactName: boolean;
  readonly cutName: boolean;
  readonly byAlias: boolean;
  /** One figure for ranking: about the logarithm of the odds. */
  readonly strength: number;
}

export interface Payer {
  readonly name: string | null;
  readonly iban: string | null;
  readonly candidates: readonly PayerEvidence[];
  readonly byId: ReadonlyMap<string, PayerEvidence>;
  /** The IBAN, and the name, have been seen before (or stand in a customer's file). */
  readonly knownIban: boolean;
  readonly knownName: boolean;
  /** Share of this payer's past credits that paid no invoice. */
  readonly otherShare: number;
}

const maxCandidates = 8;
const maxShared = 40;

/** Ranks the customers that a payer's name and IBAN speak for. `text` is read for a name where the bank gives none. */
export function identifyPayer(name: string | null, iban: string | null, text: string, runs: readonly Run[], customers: CustomerBook, aliases: NameIndex, habits: PayerHabits, day: number): Payer {
  const ids = new Set<string>();
  const ibanCounts = iban ? habits.ofIban(iban) : undefined;
  const nameCounts = name ? habits.ofName(payerKey(name)) : undefined;
  const owners = iban ? customers.ofIban(iban) : none;
  for (const counts of [ibanCounts, nameCounts]) if (counts && counts.size <= maxShared) for (const id of counts.keys()) if (id !== '') ids.add(id);
  for (const id of owners) ids.add(id);
  const named = idsInText(runs, customers);
  for (const id of named) ids.add(id);
  const words = nameWords(name ?? text);
  const likenesses = new Map<string, { value: number; exact: boolean; cut: boolean; alias: boolean }>();
  for (const [index, alias] of [[customers.names, false], [aliases, true]] as const)
    for (const entry of index.candidates(words)) {
      const found = likeness(words, entry, index);
      const value = name === null ? Math.max(found.covered * 0.97, found.likeness) : found.likeness;
      if (value < 0.45) continue;
      for (const id of [...entry.ids].slice(0, maxShared)) {
        const before = likenesses.get(id);
        if (!before || before.value < value) likenesses.set(id, { value, exact: found.exact && !alias, cut: found.cut, alias });
        ids.add(id);
      }
    }
  let otherShare = 0;
  for (const counts of [ibanCounts, nameCounts]) if (counts) otherShare = Math.max(otherShare, shareOf(counts, '', day).share);
  const all: PayerEvidence[] = [];
  for (const customerId of ids) {
    const byIban = shareOf(ibanCounts, customerId, day);
    const byName = shareOf(nameCounts, customerId, day);
    const like = likenesses.get(customerId);
    const ownIban = owners.has(customerId);
    const value = like?.value ?? 0;
    const strength =
      (byIban.share > 0 ? 3 + Math.log(byIban.share) + Math.min(2, Math.log1p(byIban.events * byIban.share)) : 0) +
      (byName.share > 0 ? 2.5 + Math.log(byName.share) + Math.min(1.5, Math.log1p(byName.events * byName.share)) : 0) +
      (ownIban ? 4 : 0) +
      (named.has(customerId) ? 4 : 0) +
      (like?.exact ? 4.5 : value > 0.45 ? (value - 0.45) * 6 : 0);
    all.push({ customerId, ibanShare: byIban.share, ibanEvents: byIban.events, nameShare: byName.share, nameEvents: byName.events, ownIban, idInText: named.has(customerId), likeness: value, exactName: like?.exact ?? false, cutName: like?.cut ?? false, byAlias: like?.alias ?? false, strength });
  }
  all.sort((a, b) => b.strength - a.strength || (a.customerId < b.customerId ? -1 : 1));
  const candidates = all.slice(0, Math.max(maxCandidates, sharedPayers(all)));
  return { name, iban, candidates, byId: new Map(candidates.map((evidence) => [evidence.customerId, evidence])), knownIban: ibanCounts !== undefined || owners.size > 0, knownName: nameCounts !== undefined || all.some((evidence) => evidence.exactName), otherShare };
}

/** Customers whose number or VAT id stands in the text. */
function idsInText(runs: readonly Run[], customers: CustomerBook): Set<string> {
  const found = new Set<string>();
  for (let i = 0; i < runs.length; i++) {
    let key = '';
    for (let last = i; last < runs.length && last < i + 3; last++) {
      if (last > i && runs[last]!.gap.length > 1) break;
      key += runs[last]!.text;
      if (key.length >= 4) for (const id of customers.named(key)) found.add(id);
    }
  }
  return found;
}

// A treasury that pays for a group keeps all the customers it has paid for.
function sharedPayers(all: readonly PayerEvidence[]): number {
  return Math.min(maxShared, all.filter((evidence) => evidence.ibanShare > 0 || evidence.nameShare > 0).length);
}

const none: ReadonlySet<string> = new Set();
