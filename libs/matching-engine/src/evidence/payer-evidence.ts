import type { Reason } from '../border.js';
import type { Directory } from '../books/directory.js';
import { kept } from '../books/growing.js';
import type { NameIndex } from '../books/name-index.js';
import { nobody, shareIn, shareOf, totalsOf, type PayerCounts, type Share } from '../habits/payer-habits.js';
import type { State } from '../state.js';
import { nameWords } from '../text/fold.js';
import { nameKey } from '../text/name-key.js';
import { smallSort } from '../candidates/small-sort.js';
import { likeness, likenessFrom } from './name-likeness.js';

/** What speaks for a customer being the one that the money is from. */
export interface PayerEvidence {
  readonly customerId: string;
  /** The customer's place in the directory. */
  readonly place: number;
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
  /** How alike the name is that text or bank say the money is paid for; 0 for none. */
  readonly behalf: number;
  /** One figure for ranking: about the logarithm of the odds. */
  readonly strength: number;
  /** The reasons that it gives, once they were asked for; many payments of a payer share them. */
  reasons: readonly Reason[] | null;
}

export interface Payer {
  readonly name: string | null;
  readonly iban: string | null;
  /** What the words of the name say of other money (`oddsOfOther`); nothing where the bank gives no name. */
  readonly wordOdds: readonly number[];
  /** The likeliest first. */
  readonly candidates: readonly PayerEvidence[];
  /** The IBAN has been seen before, or stands in a customer's file. */
  readonly knownIban: boolean;
  /** Share of this payer's past credits that paid no invoice. */
  readonly otherShare: number;
}

/** What speaks for the customer of a place; undefined where nothing does. */
export function evidenceAt({ candidates }: Payer, place: number): PayerEvidence | undefined {
  for (let i = 0; i < candidates.length; i++) if (candidates[i]!.place === place) return candidates[i];
  return undefined;
}

interface NameMatch {
  readonly place: number;
  readonly value: number;
  readonly exact: boolean;
  readonly cut: boolean;
  readonly alias: boolean;
}

const maxCandidates = 8;
const maxShared = 40;
const leastLikeness = 0.45;
/** A payer that has paid for one customer only, this often, whose name fits, needs no search for others. */
const settledEvents = 1.5;
const settledLikeness = 0.7;

/** Ranks the customers that a payer's name and IBAN speak for. `text` is read for a name where the bank gives none. */
export function identifyPayer(name: string | null, iban: string | null, text: string, state: State): Payer {
  const { customers, habits } = state;
  const day = habits.lastDay;
  const ibanCounts = iban ? habits.payers.ofIban(iban) : undefined;
  const words = nameWords(name ?? text);
  const nameCounts = name ? habits.payers.ofName(nameKey(words)) : undefined;
  const { directory } = customers;
  // Lists here are made by adding, so that all of them are of one kind to the compiler.
  const owners: number[] = [];
  if (iban) for (const id of customers.ofIban(iban)) owners.push(directory.at(id));
  // Customers by place: a few, mostly one, so that lists are quicker than sets.
  const places: number[] = [];
  for (const place of owners) addTo(places, place);
  addPaidFor(places, ibanCounts);
  addPaidFor(places, nameCounts);
  const matches: NameMatch[] = [];
  if (places.length <= maxCandidates) for (let i = 0; i < places.length; i++) compareOwnName(places[i]!, words, state, matches);
  if (!isSettled(places, ibanCounts, nameCounts, owners, matches, day) && !isOnlyName(name, words, places, state, matches)) {
    searchNames(words, name === null, customers.names, false, matches);
    searchNames(words, name === null, habits.aliases, true, matches);
    for (const { place } of matches) addTo(places, place);
  }
  const byIban = ibanCounts && totalsOf(ibanCounts, day);
  const byName = nameCounts && totalsOf(nameCounts, day);
  const isKnown = (place: number): boolean => owners.includes(place) || hasPaidFor(ibanCounts, place) || hasPaidFor(nameCounts, place);
  const likely = places.length <= maxCandidates ? places : withoutUnlikely(places, isKnown, matches);
  const all: PayerEvidence[] = [];
  for (let i = 0; i < likely.length; i++) {
    const place = likely[i]!;
    all.push(evidenceFor(directory.idAt(place), place, shareIn(ibanCounts, byIban, place), shareIn(nameCounts, byName, place), owners.includes(place), matchOf(place, matches)));
  }
  smallSort(all, byStrength);
  const most = Math.max(maxCandidates, sharedPayers(all));
  const candidates = all.length <= most ? all : all.slice(0, most);
  const otherShare = Math.max(shareOf(ibanCounts, nobody, day).share, shareOf(nameCounts, nobody, day).share);
  return { name, iban, wordOdds: name === null ? noOdds : habits.words.oddsOfName(words), candidates, knownIban: ibanCounts !== undefined || owners.length > 0, otherShare };
}

function byStrength(a: PayerEvidence, b: PayerEvidence): number {
  return b.strength - a.strength || (a.customerId < b.customerId ? -1 : 1);
}

/** Without those who are only like the name, and less so than as many others as can be candidates: most of those that a search finds. */
function withoutUnlikely(places: readonly number[], isKnown: (place: number) => boolean, matches: readonly NameMatch[]): readonly number[] {
  const likely: number[] = [];
  for (let i = 0; i < places.length; i++) if (isKnown(places[i]!)) likely.push(places[i]!);
  const most = Math.max(maxCandidates, likely.length);
  if (places.length - likely.length <= most) return places;
  const others: NameMatch[] = [];
  const strengths: number[] = [];
  for (let i = 0; i < matches.length; i++)
    if (!likely.includes(matches[i]!.place)) {
      others.push(matches[i]!);
      strengths.push(strengthOfName(matches[i]));
    }
  const least = smallSort(strengths, (a, b) => b - a)[most - 1]!;
  for (let i = 0; i < others.length; i++) if (strengthOfName(others[i]) >= least) likely.push(others[i]!.place);
  return likely;
}

function addTo(places: number[], place: number): void {
  if (!places.includes(place)) places.push(place);
}

/** Those for whom this name or IBAN has paid, where they are not too many to tell anything. */
function addPaidFor(places: number[], counts: PayerCounts | undefined): void {
  if (counts && counts.places.length <= maxShared) for (const place of counts.places) if (place !== nobody) addTo(places, place);
}

function hasPaidFor(counts: PayerCounts | undefined, place: number): boolean {
  return counts !== undefined && counts.places.includes(place);
}

function matchOf(place: number, matches: readonly NameMatch[]): NameMatch | undefined {
  for (let i = 0; i < matches.length; i++) if (matches[i]!.place === place) return matches[i];
  return undefined;
}

/** Notes a match of a customer of whom none as good was noted. */
function noteMatch(matches: NameMatch[], match: NameMatch): void {
  for (let i = 0; i < matches.length; i++)
    if (matches[i]!.place === match.place) {
      if (matches[i]!.value < match.value) matches[i] = match;
      return;
    }
  matches.push(match);
}

function compareOwnName(place: number, words: readonly string[], state: State, matches: NameMatch[]): void {
  const own = state.customers.nameAt(place);
  if (own < 0) return;
  const found = likeness(words, own, state.customers.names);
  if (found.likeness >= leastLikeness) noteMatch(matches, { place, value: found.likeness, exact: found.exact, cut: found.cut, alias: false });
}

/** One customer, known by IBAN or by this very name, and no sign of another. */
function isSettled(places: readonly number[], ibanCounts: PayerCounts | undefined, nameCounts: PayerCounts | undefined, owners: readonly number[], matches: readonly NameMatch[], day: number): boolean {
  if (places.length !== 1) return false;
  const place = places[0]!;
  const byIban = shareOf(ibanCounts, place, day);
  const byName = shareOf(nameCounts, place, day);
  const fits = (matchOf(place, matches)?.value ?? 0) >= settledLikeness;
  if (byIban.share === 1 && byIban.events >= settledEvents && (fits || byName.share === 1)) return true;
  return (owners.includes(place) && fits) || (byName.share === 1 && byName.events >= settledEvents && fits);
}

// Banks cut names at 27, 35 or 70 characters; one that is shorter than this is whole.
const wholeName = 24;

/** The whole name of exactly one customer, and nothing that speaks for another: it is noted as found. */
function isOnlyName(name: string | null, words: readonly string[], places: number[], state: State, matches: NameMatch[]): boolean {
  if (name === null || name.length >= wholeName || places.length > 1) return false;
  const found = state.customers.names.exactly(words);
  if (!found || found.length !== 1) return false;
  const place = found[0]!;
  if (places.length === 1 && places[0] !== place) return false;
  addTo(places, place);
  matches.length = 0;
  matches.push({ place, value: 1, exact: true, cut: false, alias: false });
  return true;
}

function searchNames(words: readonly string[], fromText: boolean, index: NameIndex, alias: boolean, matches: NameMatch[]): void {
  const candidates = index.candidates(words);
  for (let c = 0; c < candidates.length; c++) {
    const name = candidates[c]!;
    const found = likenessFrom(leastLikeness, words, name, index);
    if (!found) continue;
    const value = fromText ? Math.max(found.covered * 0.97, found.likeness) : found.likeness;
    if (value < leastLikeness) continue;
    const exact = found.exact && !alias;
    const owner = index.soleOwner(name);
    if (owner >= 0) noteMatch(matches, { place: owner, value, exact, cut: found.cut, alias });
    else for (const place of index.ownersOf(name)) noteMatch(matches, { place, value, exact, cut: found.cut, alias });
  }
}

function strengthOfName(match: NameMatch | undefined): number {
  if (match === undefined) return 0;
  return match.exact ? 4.5 : match.value > leastLikeness ? (match.value - leastLikeness) * 6 : 0;
}

function evidenceFor(customerId: string, place: number, byIban: Share, byName: Share, ownIban: boolean, match: NameMatch | undefined): PayerEvidence {
  const value = match?.value ?? 0;
  const strength =
    (byIban.share > 0 ? 3 + Math.log(byIban.share) + Math.min(2, Math.log1p(byIban.events * byIban.share)) : 0) +
    (byName.share > 0 ? 2.5 + Math.log(byName.share) + Math.min(1.5, Math.log1p(byName.events * byName.share)) : 0) +
    (ownIban ? 4 : 0) +
    strengthOfName(match);
  return {
    customerId,
    place,
    ibanShare: byIban.share,
    ibanEvents: byIban.events,
    nameShare: byName.share,
    nameEvents: byName.events,
    ownIban,
    idInText: false,
    likeness: value,
    exactName: match?.exact ?? false,
    cutName: match?.cut ?? false,
    byAlias: match?.alias ?? false,
    behalf: 0,
    strength,
    reasons: null,
  };
}

// A treasury that pays for a group keeps all the customers it has paid for.
function sharedPayers(all: readonly PayerEvidence[]): number {
  let shared = 0;
  for (let i = 0; i < all.length; i++) {
    const evidence = all[i]!;
    if (evidence.ibanShare > 0 || evidence.nameShare > 0) shared++;
  }
  return Math.min(maxShared, shared);
}

const noOdds = kept<number>([]);
const namedStrength = 4;

/** So many past payments a rule stands for. */
const ruledEvents = 20;
const ruledStrength = 12;

/** The payer where a rule says whose money it is: as if it had paid for this customer alone, many times, and its IBAN stood in the file. */
export function withRuled(payer: Payer, customerId: string | undefined, directory: Directory): Payer {
  if (customerId === undefined) return payer;
  const known = evidenceAt(payer, directory.at(customerId)) ?? unknown(customerId, directory);
  const ruled = { ...known, ownIban: true, ibanShare: 1, ibanEvents: Math.max(known.ibanEvents, ruledEvents), strength: known.strength + ruledStrength, reasons: null };
  return { ...withCandidates(payer, [ruled, ...payer.candidates.filter((other) => other.customerId !== customerId)]), knownIban: true, otherShare: 0 };
}

const nothingSeen: Share = { events: 0, share: 0 };

function unknown(customerId: string, directory: Directory): PayerEvidence {
  return evidenceFor(customerId, directory.place(customerId), nothingSeen, nothingSeen, false, undefined);
}

// Written out, because copies made with a spread are of another kind to the compiler, and what reads them gets slower.
function withCandidates({ name, iban, wordOdds, knownIban, otherShare }: Payer, candidates: readonly PayerEvidence[]): Payer {
  return { name, iban, wordOdds, candidates, knownIban, otherShare };
}

function stronger(known: PayerEvidence, strength: number, idInText: boolean, behalf: number): PayerEvidence {
  const { customerId, place, ibanShare, ibanEvents, nameShare, nameEvents, ownIban, likeness: alike, exactName, cutName, byAlias } = known;
  return { customerId, place, ibanShare, ibanEvents, nameShare, nameEvents, ownIban, idInText, likeness: alike, exactName, cutName, byAlias, behalf, strength, reasons: null };
}

const behalfStrength = 5;
const leastBehalf = 0.6;

/** Whether a customer is so like the name for which is paid that it counts. */
export function isLikeBehalf({ likeness }: PayerEvidence): boolean {
  return likeness >= leastBehalf;
}

/** The payer with the customers that are like the one for whom text or bank say it pays. */
export function withBehalf(payer: Payer, behalf: Payer | null, directory: Directory): Payer {
  if (behalf === null || behalf.candidates.length === 0) return payer;
  let candidates = payer.candidates;
  for (const one of behalf.candidates) {
    if (!isLikeBehalf(one)) continue;
    const { customerId, likeness } = one;
    const known = evidenceAt(payer, directory.at(customerId)) ?? unknown(customerId, directory);
    candidates = withOne(candidates, stronger(known, known.strength + behalfStrength * likeness, known.idInText, likeness));
  }
  return withCandidates(payer, ranked(candidates));
}

/** The list with this one in it, instead of what was known of the same customer. */
function withOne(candidates: readonly PayerEvidence[], one: PayerEvidence): PayerEvidence[] {
  return [...candidates.filter(({ place }) => place !== one.place), one];
}

function ranked(candidates: readonly PayerEvidence[]): PayerEvidence[] {
  return [...candidates].sort((a, b) => b.strength - a.strength || (a.customerId < b.customerId ? -1 : 1));
}

/** The payer with the customers that the text names by number or VAT id. */
export function withNamed(payer: Payer, named: readonly string[], directory: Directory): Payer {
  if (named.length === 0) return payer;
  let candidates = payer.candidates;
  for (const id of named) {
    const known = evidenceAt(payer, directory.at(id)) ?? unknown(id, directory);
    candidates = withOne(candidates, stronger(known, known.strength + namedStrength, true, known.behalf));
  }
  return withCandidates(payer, ranked(candidates));
}
