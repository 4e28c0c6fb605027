import { nameWords } from '../text/fold.js';
import { Postings } from './postings.js';

/** A name with the ids that carry it: a customer's own name, or a name that was seen to pay for customers. */
export interface NameEntry {
  readonly words: readonly string[];
  /** Words in alphabetical order: the name whatever the order of its words. */
  readonly sortedKey: string;
  readonly joined: string;
  readonly ids: Set<string>;
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

/** Finds names by their words, the rare ones first: exactly, cut short, one letter off, by their initials, in any order. */
export class NameIndex {
  private readonly entries = new Map<string, NameEntry>();
  private readonly byWord = new Postings<string, NameEntry>();
  private readonly byInitials = new Postings<string, NameEntry>();
  private readonly bySorted = new Postings<string, NameEntry>();
  private readonly byStem = new Map<string, string[]>();
  private readonly byDeletion = new Map<string, string[]>();
  private readonly known = new Set<string>();

  /** Adds a name for an id; what it is known by afterwards. */
  add(name: string, id: string): NameEntry | undefined {
    const words = nameWords(name);
    const joined = words.join(' ');
    if (joined === '') return undefined;
    let entry = this.entries.get(joined);
    if (!entry) {
      entry = { words, joined, sortedKey: [...words].sort().join(' '), ids: new Set() };
      this.entries.set(joined, entry);
      this.bySorted.add(entry.sortedKey, entry);
      for (const word of new Set(words)) this.addWord(word, entry);
      for (const initials of initialsOf(words)) this.byInitials.add(initials, entry);
    }
    entry.ids.add(id);
    return entry;
  }

  remove(name: string, id: string): void {
    const joined = nameWords(name).join(' ');
    const entry = this.entries.get(joined);
    if (!entry?.ids.delete(id) || entry.ids.size > 0) return;
    this.entries.delete(joined);
    this.bySorted.remove(entry.sortedKey, entry);
    for (const word of new Set(entry.words)) this.byWord.remove(word, entry);
    for (const initials of initialsOf(entry.words)) this.byInitials.remove(initials, entry);
  }

  private addWord(word: string, entry: NameEntry): void {
    this.byWord.add(word, entry);
    if (this.known.has(word)) return;
    this.known.add(word);
    if (word.length < 4) return;
    append(this.byStem, word.slice(0, 3), word);
    for (const key of deletions(word)) append(this.byDeletion, key, word);
  }

  /** How telling a word is: the logarithm of how few names have it. */
  weight(word: string): number {
    const count = this.byWord.count(word);
    return Math.log((this.entries.size + 2) / (count + 1));
  }

  /** The ids of the one name that has just these words, in any order; none where there are several such names. */
  exactly(words: readonly string[]): ReadonlySet<string> | null {
    const same = this.bySorted.get([...words].sort().join(' '), 1);
    return same.length === 1 ? same[0]!.ids : null;
  }

  /** Names that share telling words with these, at most twelve: always the same ones, in no particular order. */
  candidates(words: readonly string[]): NameEntry[] {
    const scores = new Map<NameEntry, number>();
    for (const entry of this.bySorted.get([...words].sort().join(' '), wordPostingLimit)) scores.set(entry, exactScore);
    const initials = words.length > 0 && words[0]!.length >= 3 ? this.byInitials.get(words[0]!, 24) : [];
    for (const entry of initials) scores.set(entry, (scores.get(entry) ?? 0) + initialsScore);
    let visits = maxVisits;
    for (const { word, factor, count } of this.telling(words)) {
      if (count > visits) break;
      visits -= count;
      const weight = this.weight(word) * factor;
      this.byWord.each(word, (entry) => scores.set(entry, (scores.get(entry) ?? 0) + weight));
    }
    if (scores.size <= maxCandidates) return [...scores.keys()];
    return [...scores].sort((a, b) => b[1] - a[1] || byName(a[0], b[0])).slice(0, maxCandidates).map(([entry]) => entry);
  }

  /** The words, and for those that no name has (or that may have been cut) the words near them, the rarest first. */
  private telling(words: readonly string[]): { word: string; factor: number; count: number }[] {
    const found: { word: string; factor: number; count: number }[] = [];
    const add = (word: string, factor: number): void => void found.push({ word, factor, count: this.byWord.count(word) });
    let fuzzy = 0;
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!;
      const known = this.byWord.has(word);
      if (known) add(word, 1);
      const next = words[i + 1];
      if (next !== undefined && this.byWord.has(word + next)) add(word + next, 1);
      if (!known) for (const part of this.partsOf(word)) add(part, 1);
      if (word.length >= 3 && (!known || (i === words.length - 1 && words.length > 1)) && fuzzy++ < maxFuzzyWords) for (const near of this.nearWords(word, !known)) add(near, 0.8);
    }
    return found.sort((a, b) => a.count - b.count || (a.word < b.word ? -1 : 1));
  }

  /** The two known words that a word is, when a space was lost. */
  private partsOf(word: string): string[] {
    for (let cut = leastPart; cut <= word.length - leastPart; cut++) if (this.byWord.has(word.slice(0, cut)) && this.byWord.has(word.slice(cut))) return [word.slice(0, cut), word.slice(cut)];
    return [];
  }

  private nearWords(word: string, slipped: boolean): string[] {
    const near = new Set<string>();
    if (slipped && word.length >= 4) for (const key of [word, ...deletions(word)]) for (const other of this.byDeletion.get(key) ?? []) near.add(other);
    const stem = this.byStem.get(word.slice(0, 3));
    if (stem && stem.length <= maxStem) for (const other of stem) if (other.startsWith(word)) near.add(other);
    near.delete(word);
    return near.size <= maxNear ? [...near] : [...near].sort().slice(0, maxNear);
  }
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

function byName(a: NameEntry, b: NameEntry): number {
  return a.joined < b.joined ? -1 : a.joined > b.joined ? 1 : 0;
}
