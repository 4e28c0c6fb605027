import { toEpochDay } from '@lettrage/calendar';
import type { OpenItem } from '../border.js';
import { compactReference } from '../text/fold.js';
import type { Directory } from './directory.js';
import type { SameTexts } from './same-texts.js';

/** An open item as it comes into the books: minor units as safe integers, dates as epoch days, references without punctuation. */
export interface ItemFacts {
  readonly id: string;
  readonly number: string;
  readonly key: string;
  /** The running number, see `tailOf`. */
  readonly tail: number;
  readonly customerId: string;
  /** The customer's place in the directory. */
  readonly place: number;
  readonly credit: boolean;
  readonly issueDay: number;
  readonly dueDay: number;
  /** Year * 12 + month (from 0) of issue. */
  readonly issueMonth: number;
  readonly currency: string;
  readonly total: number;
  readonly open: number;
  readonly structuredKey: string | null;
  readonly orderKey: string | null;
}

let serials = 0;

/** Tells records apart without a look at their texts; it never decides anything else. */
export function nextSerial(): number {
  return (serials = (serials + 1) | 0);
}

/** An open item as the engine holds it. */
export interface ItemRecord extends ItemFacts {
  open: number;
  /** It was taken whole and has left the book, though where it is named it may still stand. */
  gone: boolean;
  /** What was taken of it last, while the rest stayed open; 0 for nothing. */
  lastPart: number;
  /** What happened to it in the call that runs, as bits of `mark`. */
  marks: number;
  /** The reading (by its number) that asked last how its text names the item, and the answer as an index of `namings`. */
  askedBy: number;
  naming: number;
  /** A number of its own. */
  readonly serial: number;
  /** The last digits of its key, see `endingOf`. */
  readonly ending: number;
}

/**
 * The only place where records are made, those of the past too: to the compiler all of them are of one kind, and what reads them is compiled once. What is read of every
 * item of a customer comes first: a record is fetched from memory by pieces.
 */
export function recordOf(facts: ItemFacts): ItemRecord {
  return {
    open: facts.open,
    gone: false,
    currency: facts.currency,
    credit: facts.credit,
    dueDay: facts.dueDay,
    issueDay: facts.issueDay,
    marks: 0,
    askedBy: 0,
    naming: 0,
    ending: endingOf(facts.key),
    key: facts.key,
    customerId: facts.customerId,
    place: facts.place,
    issueMonth: facts.issueMonth,
    serial: nextSerial(),
    id: facts.id,
    number: facts.number,
    tail: facts.tail,
    total: facts.total,
    lastPart: 0,
    structuredKey: facts.structuredKey,
    orderKey: facts.orderKey,
  };
}

/** Taken by a credit of this call; kept for one that names it, or that it was suggested for. */
export const mark = { taken: 1, reserved: 2 } as const;

/** The record of an item. Its customer's id and its currency are the texts that others of the same have. */
export function itemRecord(item: OpenItem, directory: Directory, currencies: SameTexts): ItemRecord {
  const key = compactReference(item.number);
  const place = directory.place(item.customerId);
  return recordOf({
    id: item.id,
    number: item.number,
    key,
    tail: tailOf(item.number),
    customerId: directory.idAt(place),
    place,
    credit: item.kind === 'credit_note',
    issueDay: toEpochDay(item.issueDate),
    dueDay: toEpochDay(item.dueDate),
    issueMonth: monthOf(item.issueDate),
    currency: currencies.of(item.currency),
    total: safeMinor(item.totalMinor, item.number),
    open: safeMinor(item.openMinor, item.number),
    structuredKey: item.structuredReference ? compactReference(item.structuredReference) || null : null,
    orderKey: item.orderReference ? compactReference(item.orderReference) || null : null,
  });
}

/** Minor units as a number; refuses what a double does not hold exactly (about 90 trillion euros). */
export function safeMinor(minor: bigint, where: string): number {
  const value = Number(minor);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${where}: ${minor} minor units are more than the matching engine holds (2^53)`);
  return value;
}

/** The oldest debt first; ties by number and id, so that the order never depends on how rows came in. */
export function byAge(a: ItemRecord, b: ItemRecord): number {
  return a.dueDay - b.dueDay || a.issueDay - b.issueDay || (a.key < b.key ? -1 : a.key > b.key ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * The running number at the end of a document number: its last digits without leading zeros, and without the year that long ones start with
 * (20260006658 is 6658). -1 where there are no digits.
 */
export function tailOf(number: string): number {
  const digits = /(\d{1,15})\D*$/.exec(number)?.[1];
  if (digits === undefined) return -1;
  return Number(digits.length >= 7 && /^(19|20)\d\d/.test(digits) ? digits.slice(4) : digits);
}

const digit0 = 48;

/** The last three digits of a key; -1 where it does not end in three. */
export function endingOf(key: string): number {
  let ending = 0;
  for (let at = key.length - 3; at < key.length; at++) {
    const digit = at < 0 ? -1 : key.charCodeAt(at) - digit0;
    if (digit < 0 || digit > 9) return -1;
    ending = ending * 10 + digit;
  }
  return ending;
}

// Whether two endings that differ by so much may differ in one digit, or in two neighbours that are swapped.
const slips = new Uint8Array(1000);
for (let digit = 0; digit <= 9; digit++) for (const by of [1, 10, 100, 9, 90]) slips[digit * by] = 1;

/** Whether keys of one length that end so may be the same but for a wrong digit or two swapped neighbours: no to nearly all without a look at the keys. */
export function mayBeSlip(ending: number, other: number): boolean {
  return ending < 0 || other < 0 || slips[Math.abs(ending - other)] === 1;
}

export function monthOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

/** Two lists that are sorted by age as one. */
export function mergedByAge(one: readonly ItemRecord[], other: readonly ItemRecord[]): readonly ItemRecord[] {
  if (one.length === 0) return other;
  const merged: ItemRecord[] = [];
  let at = 0;
  for (let i = 0; i < other.length; i++) {
    while (at < one.length && byAge(one[at]!, other[i]!) < 0) merged.push(one[at++]!);
    merged.push(other[i]!);
  }
  while (at < one.length) merged.push(one[at++]!);
  return merged;
}

export function totalOpen(items: readonly ItemRecord[]): number {
  let total = 0;
  for (let i = 0; i < items.length; i++) total += items[i]!.open;
  return total;
}
