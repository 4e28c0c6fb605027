import { nameWords } from '../text/fold.js';
import { Postings } from './postings.js';

/** A name with the ids that carry it: a customer's own name, or a name that was seen to pay for customers. */
export interface NameEntry {
  /** Its place among the names of its index. */
  readonly at: number;
  readonly words: readonly string[];
  /** Words in alphabetical order: the name whatever the order of its words. */
  readonly sortedKey: string;
  readonly joined: string;
  readonly ids: Set<string>;
  /** The outlines of its words, see `outlineOf`. */
  readonly outlines: readonly number[];
  /** What its words weigh, and the version of the index when that was found. */
  weights: readonly number[];
  weightsVersion: number;
}

/** Length, first and last letter of a word in one number: two words without a letter in common here are neither equal nor near. */
export function outlineOf(word: string): number {
  return (word.length << 14) | ((word.charCodeAt(0) & 127) << 7) | (word.charCodeAt(word.length - 1) & 127);
}

/** Folded words, with the ids that carry the name. */
export type NameIndexDump = readonly (readonly [string, readonly string[]])[];

/** A word and the places of the names that have it, in the alphabetical order of those names. */
interface KnownWord {
  readonly text: string;
  readonly names: number[];
}

interface TellingWord {
  readonly word: KnownWord;
  readonly factor: number;
}

const wordPostingLimit = 400;
const maxCandidates = 12;
const maxFuzzyWords = 6;
/** Names looked at in one search, over all words. */
const maxVisits = 300;
/** Shortest half of two words written as one. */
const leastPart = 4;
/** Words with the same beginning, and near words, that are looked at. */
const maxStem = 200;
const maxNear = 32;
const exactScore = 1000;
const initialsScore = 4;
const unordered = -1;

/** Finds names by their words, the rare ones first: exactly, cut short, one letter off, by their initials, in any order. */
export class NameIndex {
  private readonly entries = new Map<string, NameEntry>();
  private readonly places: (NameEntry | null)[] = [];
  private readonly words = new Map<string, KnownWord>();
  private readonly byInitials = new Postings<string, NameEntry>();
  private readonly bySorted = new Postings<string, NameEntry>();
  private readonly byStem = new Map<string, string[]>();
  private readonly byDeletion = new Map<string, string[]>();
  private version = 0;
  // Of the search that runs: scores by place, zero between searches, and the places that have one.
  private scores = new Float64Array(64);
  private readonly scored: number[] = [];
  /** Which telling word brought the name first. */
  private readonly scoredBy: number[] = [];

  /** Adds a name for an id; what it is known by afterwards. */
  add(name: string, id: string): NameEntry | undefined {
    return this.addWords(nameWords(name), id);
  }

  private addWords(words: readonly string[], id: string): NameEntry | undefined {
    const joined = words.join(' ');
    if (joined === '') return undefined;
    let entry = this.entries.get(joined);
    if (!entry) {
      entry = { at: this.places.length, words, joined, sortedKey: sortedKeyOf(words), ids: new Set(), outlines: words.map(outlineOf), weights: [], weightsVersion: -1 };
      this.version++;
      this.entries.set(joined, entry);
      this.places.push(entry);
      if (this.places.length > this.scores.length) this.scores = new Float64Array(this.scores.length * 2);
      this.bySorted.add(entry.sortedKey, entry);
      for (const word of new Set(words)) this.addWord(word, entry);
      for (const initials of initialsOf(words)) this.byInitials.add(initials, entry);
    }
    entry.ids.add(id);
    return entry;
  }

  /** The names, in the order in which they came, each with its ids. */
  dump(): NameIndexDump {
    return [...this.entries.values()].map(({ joined, ids }) => [joined, [...ids]]);
  }

  load(names: NameIndexDump): void {
    for (const [joined, ids] of names) for (const id of ids) this.addWords(joined.split(' '), id);
  }

  remove(name: string, id: string): void {
    const joined = nameWords(name).join(' ');
    const entry = this.entries.get(joined);
    if (!entry?.ids.delete(id) || entry.ids.size > 0) return;
    this.version++;
    this.entries.delete(joined);
    this.places[entry.at] = null;
    this.bySorted.remove(entry.sortedKey, entry);
    for (const word of new Set(entry.words)) {
      const { names } = this.words.get(word)!;
      names.splice(names.indexOf(entry.at), 1);
    }
    for (const initials of initialsOf(entry.words)) this.byInitials.remove(initials, entry);
  }

  private addWord(word: string, entry: NameEntry): void {
    const known = this.words.get(word);
    if (known) {
      known.names.splice(this.placeIn(known.names, entry.joined), 0, entry.at);
      return;
    }
    this.words.set(word, { text: word, names: [entry.at] });
    if (word.length < 4) return;
    append(this.byStem, word.slice(0, 3), word);
    for (const key of deletions(word)) append(this.byDeletion, key, word);
  }

  private placeIn(names: readonly number[], joined: string): number {
    let low = 0;
    let high = names.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.places[names[middle]!]!.joined < joined) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** How telling a word is: the logarithm of how few names have it. */
  weight(word: string): number {
    return this.weightOf(this.words.get(word)?.names.length ?? 0);
  }

  private weightOf(count: number): number {
    return Math.log((this.entries.size + 2) / (count + 1));
  }

  /** The weights of a name's words, in their order. */
  weightsOf(entry: NameEntry): readonly number[] {
    if (entry.weightsVersion !== this.version) {
      entry.weights = entry.words.map((word) => this.weight(word));
      entry.weightsVersion = this.version;
    }
    return entry.weights;
  }

  /** The word where some name has it. */
  private known(word: string): KnownWord | undefined {
    const known = this.words.get(word);
    return known && known.names.length > 0 ? known : undefined;
  }

  /** The ids of the one name that has just these words, in any order; none where there are several such names. */
  exactly(words: readonly string[]): ReadonlySet<string> | null {
    const same = this.bySorted.get(sortedKeyOf(words), 1);
    return same.length === 1 ? same[0]!.ids : null;
  }

  /** Names that share telling words with these, at most twelve: always the same ones, in no particular order. */
  candidates(words: readonly string[]): NameEntry[] {
    const { scores, scored } = this;
    for (const entry of this.bySorted.get(sortedKeyOf(words), wordPostingLimit)) this.addScore(entry.at, exactScore, unordered);
    if (words.length > 0 && words[0]!.length >= 3) for (const entry of this.byInitials.get(words[0]!, 24)) this.addScore(entry.at, initialsScore, unordered);
    let visits = maxVisits;
    for (const [at, { word, factor }] of this.telling(words).entries()) {
      const { names } = word;
      if (names.length > visits) break;
      visits -= names.length;
      const weight = this.weightOf(names.length) * factor;
      for (let i = 0; i < names.length; i++) this.addScore(names[i]!, weight, at);
    }
    const found = this.best();
    for (let i = 0; i < scored.length; i++) scores[scored[i]!] = 0;
    scored.length = 0;
    this.scoredBy.length = 0;
    return found;
  }

  private addScore(at: number, score: number, by: number): void {
    if (this.scores[at] === 0) {
      this.scored.push(at);
      this.scoredBy.push(by);
    }
    this.scores[at]! += score;
  }

  /** The scored names, or the best twelve of them. */
  private best(): NameEntry[] {
    const { scores, scored, scoredBy } = this;
    if (scored.length <= maxCandidates) return scored.map((at) => this.places[at]!);
    // Indexes into `scored`, the best first.
    const best: number[] = [];
    for (let i = 0; i < scored.length; i++) {
      const score = scores[scored[i]!]!;
      let place = best.length;
      while (place > 0) {
        const other = best[place - 1]!;
        const otherScore = scores[scored[other]!]!;
        if (otherScore > score) break;
        // Names that one word brought came in their order; to compare others takes a look at both.
        if (otherScore === score && ((scoredBy[other] === scoredBy[i] && scoredBy[i] !== unordered) || this.places[scored[other]!]!.joined < this.places[scored[i]!]!.joined)) break;
        place--;
      }
      if (place >= maxCandidates) continue;
      best.splice(place, 0, i);
      if (best.length > maxCandidates) best.pop();
    }
    return best.map((i) => this.places[scored[i]!]!);
  }

  /** The words, and for those that no name has (or that may have been cut) the words near them, the rarest first. */
  private telling(words: readonly string[]): TellingWord[] {
    const found: TellingWord[] = [];
    let fuzzy = 0;
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!;
      const known = this.known(word);
      if (known) found.push({ word: known, factor: 1 });
      const next = words[i + 1];
      const both = next === undefined ? undefined : this.known(word + next);
      if (both) found.push({ word: both, factor: 1 });
      if (!known) for (const part of this.partsOf(word)) found.push({ word: part, factor: 1 });
      if (word.length >= 3 && (!known || (i === words.length - 1 && words.length > 1)) && fuzzy++ < maxFuzzyWords)
        for (const near of this.nearWords(word, !known)) found.push({ word: this.words.get(near)!, factor: 0.8 });
    }
    return found.sort((a, b) => a.word.names.length - b.word.names.length || (a.word.text < b.word.text ? -1 : 1));
  }

  /** The two known words that a word is, when a space was lost. */
  private partsOf(word: string): KnownWord[] {
    for (let cut = leastPart; cut <= word.length - leastPart; cut++) {
      const first = this.known(word.slice(0, cut));
      const second = first && this.known(word.slice(cut));
      if (second) return [first, second];
    }
    return [];
  }

  private nearWords(word: string, slipped: boolean): string[] {
    const near = new Set<string>();
    if (slipped && word.length >= 4) for (const key of deletions(word)) for (const other of this.byDeletion.get(key) ?? []) near.add(other);
    const stem = this.byStem.get(word.slice(0, 3));
    if (stem && stem.length <= maxStem) for (const other of stem) if (other.startsWith(word)) near.add(other);
    near.delete(word);
    return near.size <= maxNear ? [...near] : [...near].sort().slice(0, maxNear);
  }
}

function sortedKeyOf(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : [...words].sort().join(' ');
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else list.push(value);
}

function deletions(word: string): string[] {
  const keys: string[] = [word];
  for (let i = 0; i < word.length; i++) keys.push(word.slice(0, i) + word.slice(i + 1));
  return keys;
}

/** Initials of all words and of all but the last (which is often the legal form): "Trasporti Bianchi e Figli SPA" is TBEF. */
function initialsOf(words: readonly string[]): string[] {
  const all = words.map((word) => word[0]).join('');
  return [all, all.slice(0, -1), all.slice(0, -2)].filter((initials) => initials.length >= 3);
}
