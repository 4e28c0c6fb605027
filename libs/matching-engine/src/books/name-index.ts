import { byText, smallSort } from '../candidates/small-sort.js';
import { nameWords } from '../text/fold.js';
import { nameKey } from '../text/name-key.js';
import { Directory } from './directory.js';
import { withRoom } from './growing.js';
import { HashTable } from './hash-table.js';
import { NameLooks } from './name-looks.js';
import { Postings } from './postings.js';
import { Slips } from './slips.js';
import { Tally } from './tally.js';

/** A name with the customers that carry it: a customer's own name, or a name that was seen to pay for customers. */
interface NameEntry {
  /** Its place among the names of its index. */
  readonly at: number;
  readonly words: readonly string[];
  readonly joined: string;
  /** The customers' places in the directory; replaced when they change. */
  owners: readonly number[];
  /** Those that stand for too many; null until they are asked for. */
  firstOwners: readonly number[] | null;
}

/** Folded words, with the ids that carry the name. */
export type NameIndexDump = readonly (readonly [string, readonly string[]])[];

/** A word and the places of the names that have it. */
interface KnownWord {
  readonly text: string;
  readonly names: number[];
  /** Whether they are in the alphabetical order of those names, which only rare words are asked for. */
  sorted: boolean;
}

/** Words of four letters and more that begin with the same three, and the letter after. */
interface Stem {
  readonly words: string[];
  readonly fourths: number[];
}

interface TellingWord {
  readonly word: KnownWord;
  readonly factor: number;
}

/** So many customers may share a name; of more the first by id stand for all. */
const maxOwners = 40;
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
const unknown = -1;
/** The place of a text without words. */
const noName = -1;
/** Instead of the only customer of a name that has none, or several. */
const notOne = -1;

/** Finds names by their words, the rare ones first: exactly, cut short, one letter off, by their initials, in any order. */
export class NameIndex {
  private readonly entries = new HashTable<string, NameEntry>();
  private readonly places: (NameEntry | null)[] = [];
  // By the place of a name: where its looks stand, and whose alone it is. A search looks at many names, and mostly at no more than this of each.
  private looksAt = new Int32Array(64);
  private soleOwners = new Int32Array(64);
  /** The words by number, and the number of each. */
  private readonly words: KnownWord[] = [];
  /** By the number of a word, how many names have it: what a word weighs is asked for more often than which names they are. */
  private counts = new Int32Array(64);
  private readonly numbers = new HashTable<string, number>();
  private readonly byInitials = new Postings<string, NameEntry>();
  private readonly bySorted = new Postings<string, NameEntry>();
  private readonly byStem = new HashTable<string, Stem>();
  private readonly slips = new Slips();
  private readonly looks = new NameLooks();
  /** Changes with every name that comes or goes, and with it what words weigh. */
  version = 0;
  // Of the search that runs: the scores of names by their places, which telling word brought each first, and which are the best.
  private readonly scores = new Tally();
  private broughtBy = new Int32Array(maxVisits);
  private readonly top = new Int32Array(maxCandidates);
  // The list of words that was asked for last: a search asks, and each comparison after it.
  private asked: readonly string[] | null = null;
  private askedNumbers: readonly number[] = [];
  private askedAt = -1;

  constructor(private readonly directory = new Directory()) {}

  /** Adds a name for the customer of a place; its own place among the names, by which it is known afterwards, below zero where it has no words. */
  add(name: string, owner: number): number {
    return this.addWords(nameWords(name), owner);
  }

  private addWords(words: readonly string[], owner: number): number {
    const joined = words.join(' ');
    if (joined === '') return noName;
    let entry = this.entries.get(joined);
    if (!entry) {
      const at = this.places.length;
      const numbers = words.map((word) => this.numbers.get(word) ?? this.newWord(word));
      // The words as the index holds them, so that they are held once.
      entry = { at, words: numbers.map((number) => this.words[number]!.text), joined, owners: [], firstOwners: null };
      this.looksAt = withRoom(this.looksAt, at + 1);
      this.looksAt[at] = this.looks.add(words, numbers);
      this.soleOwners = withRoom(this.soleOwners, at + 1);
      this.version++;
      this.entries.set(joined, entry);
      this.places.push(entry);
      this.bySorted.add(nameKey(words), entry);
      for (const number of new Set(numbers)) {
        const known = this.words[number]!;
        this.counts[number] = known.names.push(at);
        known.sorted = false;
      }
      for (const initials of initialsOf(words)) this.byInitials.add(initials, entry);
    }
    if (!entry.owners.includes(owner)) this.setOwners(entry, [...entry.owners, owner]);
    return entry.at;
  }

  /** The names, in the order in which they came, each with the ids of its customers. */
  dump(): NameIndexDump {
    return [...this.entries.values()].map(({ joined, owners }) => [joined, owners.map((place) => this.directory.idAt(place))]);
  }

  load(names: NameIndexDump): void {
    for (const [joined, ids] of names) for (const id of ids) this.addWords(joined.split(' '), this.directory.place(id));
  }

  remove(name: string, owner: number): void {
    const joined = nameWords(name).join(' ');
    const entry = this.entries.get(joined);
    if (!entry?.owners.includes(owner)) return;
    this.setOwners(entry, entry.owners.filter((other) => other !== owner));
    if (entry.owners.length > 0) return;
    this.version++;
    this.entries.delete(joined);
    this.places[entry.at] = null;
    this.bySorted.remove(nameKey(entry.words), entry);
    for (const number of new Set(this.numbersOf(entry.words))) {
      const { names } = this.words[number]!;
      names.splice(names.indexOf(entry.at), 1);
      this.counts[number] = names.length;
    }
    for (const initials of initialsOf(entry.words)) this.byInitials.remove(initials, entry);
  }

  private setOwners(entry: NameEntry, owners: readonly number[]): void {
    entry.owners = owners;
    entry.firstOwners = null;
    this.soleOwners[entry.at] = owners.length === 1 ? owners[0]! : notOne;
  }

  private newWord(text: string): number {
    const number = this.words.push({ text, names: [], sorted: true }) - 1;
    this.numbers.set(text, number);
    this.counts = withRoom(this.counts, number + 1);
    if (text.length >= 4) this.addToNear(text);
    return number;
  }

  private addToNear(text: string): void {
    const start = text.slice(0, 3);
    let stem = this.byStem.get(start);
    if (!stem) this.byStem.set(start, (stem = { words: [], fourths: [] }));
    stem.words.push(text);
    stem.fourths.push(text.charCodeAt(3));
    this.slips.add(text);
  }

  /** The places of the names that have a word, in the alphabetical order of those names. */
  private namesOf(word: KnownWord): readonly number[] {
    if (!word.sorted) {
      word.names.sort((a, b) => byText(this.places[a]!.joined, this.places[b]!.joined));
      word.sorted = true;
    }
    return word.names;
  }

  /** How telling the word of a number is: the logarithm of how few names have it. */
  weight(number: number): number {
    return this.weightOf(number < 0 ? 0 : this.counts[number]!);
  }

  /** The numbers of words; -1 where no name ever had one. */
  numbersOf(words: readonly string[]): readonly number[] {
    if (words !== this.asked || this.askedAt !== this.version) {
      this.asked = words;
      this.askedAt = this.version;
      // Made by adding, so that all such lists are of one kind to the compiler.
      const numbers: number[] = [];
      for (let i = 0; i < words.length; i++) numbers.push(this.numbers.get(words[i]!) ?? unknown);
      this.askedNumbers = numbers;
    }
    return this.askedNumbers;
  }

  private weightOf(count: number): number {
    return Math.log((this.entries.size + 2) / (count + 1));
  }

  /** What the words of the name of a place look like and weigh, made up to date. */
  look(at: number): NameLooks {
    this.looks.open(this.looksAt[at]!, this.version, this);
    return this.looks;
  }

  /** The word where some name has it. */
  private known(word: string): KnownWord | undefined {
    return this.knownAt(this.numbers.get(word) ?? unknown);
  }

  private knownAt(number: number): KnownWord | undefined {
    return number < 0 || this.counts[number] === 0 ? undefined : this.words[number];
  }

  /** The customers of the one name that has just these words, in any order; none where there are several such names. */
  exactly(words: readonly string[]): readonly number[] | null {
    const same = this.bySorted.get(nameKey(words), 1);
    return same.length === 1 ? same[0]!.owners : null;
  }

  /** The customer of the name of a place, where it is that of just one; else below zero. */
  soleOwner(at: number): number {
    return this.soleOwners[at]!;
  }

  /** The customers of the name of a place, at most forty: always the same ones. */
  ownersOf(at: number): readonly number[] {
    const entry = this.places[at]!;
    if (entry.owners.length <= maxOwners) return entry.owners;
    return (entry.firstOwners ??= [...entry.owners].sort((a, b) => byText(this.directory.idAt(a), this.directory.idAt(b))).slice(0, maxOwners));
  }

  /** Places of names that share telling words with these, at most twelve: always the same ones, in no particular order. */
  candidates(words: readonly string[]): number[] {
    for (const entry of this.bySorted.get(nameKey(words), wordPostingLimit)) this.addScore(entry.at, exactScore, unordered);
    if (words.length > 0 && words[0]!.length >= 3) for (const entry of this.byInitials.get(words[0]!, 24)) this.addScore(entry.at, initialsScore, unordered);
    let visits = maxVisits;
    const telling = this.telling(words);
    for (let at = 0; at < telling.length; at++) {
      const { word, factor } = telling[at]!;
      if (word.names.length > visits) break;
      const names = this.namesOf(word);
      visits -= names.length;
      const weight = this.weightOf(names.length) * factor;
      for (let i = 0; i < names.length; i++) this.addScore(names[i]!, weight, at);
    }
    const found = this.best();
    this.scores.clear();
    return found;
  }

  private addScore(at: number, score: number, by: number): void {
    if (!this.scores.add(at, score)) return;
    this.broughtBy = withRoom(this.broughtBy, this.scores.size);
    this.broughtBy[this.scores.size - 1] = by;
  }

  /** The scored names, or the best twelve of them. */
  private best(): number[] {
    const { top, scores } = this;
    const found: number[] = [];
    if (scores.size <= maxCandidates) {
      for (let i = 0; i < scores.size; i++) found.push(scores.keys[i]!);
      return found;
    }
    let count = 0;
    for (let i = 0; i < scores.size; i++) {
      let place = count;
      while (place > 0 && !this.comesBefore(top[place - 1]!, i)) place--;
      if (place >= maxCandidates) continue;
      if (count < maxCandidates) count++;
      for (let j = count - 1; j > place; j--) top[j] = top[j - 1]!;
      top[place] = i;
    }
    for (let i = 0; i < count; i++) found.push(scores.keys[top[i]!]!);
    return found;
  }

  /** Of two of the scored names, the first of which came first, whether it is the better one, or as good and first in the alphabet. */
  private comesBefore(a: number, b: number): boolean {
    const { sums, keys } = this.scores;
    if (sums[a] !== sums[b]) return sums[a]! > sums[b]!;
    // Names that one word brought came in their order; to compare others takes a look at both.
    const by = this.broughtBy[a];
    return (by === this.broughtBy[b] && by !== unordered) || this.places[keys[a]!]!.joined < this.places[keys[b]!]!.joined;
  }

  /** The words, and for those that no name has (or that may have been cut) the words near them, the rarest first. */
  private telling(words: readonly string[]): TellingWord[] {
    const found: TellingWord[] = [];
    const numbers = this.numbersOf(words);
    let fuzzy = 0;
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!;
      const known = this.knownAt(numbers[i]!);
      if (known) found.push({ word: known, factor: 1 });
      const next = words[i + 1];
      const both = next === undefined ? undefined : this.known(word + next);
      if (both) found.push({ word: both, factor: 1 });
      if (!known) for (const part of this.partsOf(word)) found.push({ word: part, factor: 1 });
      if (word.length >= 3 && (!known || (i === words.length - 1 && words.length > 1)) && fuzzy++ < maxFuzzyWords)
        for (const near of this.nearWords(word, !known)) found.push({ word: this.words[this.numbers.get(near)!]!, factor: 0.8 });
    }
    return smallSort(found, rarestFirst);
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
    if (slipped && word.length >= 4) this.slips.near(word, near);
    const stem = this.byStem.get(word.slice(0, 3));
    const fourth = word.length > 3 ? word.charCodeAt(3) : -1;
    if (stem && stem.words.length <= maxStem)
      for (let i = 0; i < stem.words.length; i++) if ((fourth < 0 || stem.fourths[i] === fourth) && stem.words[i]!.startsWith(word)) near.add(stem.words[i]!);
    near.delete(word);
    return near.size <= maxNear ? [...near] : [...near].sort().slice(0, maxNear);
  }
}

function rarestFirst(a: TellingWord, b: TellingWord): number {
  return a.word.names.length - b.word.names.length || (a.word.text < b.word.text ? -1 : 1);
}

/** Initials of all words and of all but the last (which is often the legal form): "Trasporti Bianchi e Figli SPA" is TBEF. */
function initialsOf(words: readonly string[]): string[] {
  const all = words.map((word) => word[0]).join('');
  return [all, all.slice(0, -1), all.slice(0, -2)].filter((initials) => initials.length >= 3);
}
