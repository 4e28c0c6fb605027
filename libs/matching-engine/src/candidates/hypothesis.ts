import type { Allocation, DifferenceKind } from '../border.js';
import type { ItemRecord } from '../books/item-record.js';
import type { PaidDocument } from '../state.js';
import { byText, smallSort } from './small-sort.js';

/** What a credit may be: a payment of items, money on account, an invoice paid twice, no customer's money, or something not thought of. */
export type HypothesisKind = 'items' | 'on_account' | 'duplicate' | 'not_an_invoice' | 'unlisted';

/** How a set of items was found, as bits. */
export const origin = { cited: 1, customer: 2, amount: 4, group: 8, sum: 16, prefix: 32, all: 64, allButFew: 128, budget: 256, completed: 512, sameDue: 1024, sameMonth: 2048, range: 4096, window: 8192 } as const;

/** What is said of a credit: what it pays, or that it pays nothing. */
export interface Answer {
  readonly kind: HypothesisKind;
  readonly customerId: string | null;
  readonly items: readonly ItemRecord[];
  /** Minor units that close on each item. */
  readonly amounts: readonly number[];
  readonly difference: { readonly kind: DifferenceKind; readonly amount: number } | null;
  /** Of `amountKinds`; -1 where no items are paid. */
  readonly amountKind: number;
  readonly paid: PaidDocument | null;
}

/** An answer that is being considered, with what its weighing asks for. */
export interface Hypothesis extends Answer {
  readonly amountLog: number;
  /** Grows as the same is found in other ways. */
  origins: number;
  /** How many sets that fit this well were to be expected by chance among those searched. */
  chance: number;
  /** See `identity`; empty until it was asked for. */
  key: string;
}

/** What is the same for hypotheses with the same `identity`, in whatever order their items are. */
export function hashOf({ kind, items, amounts }: Hypothesis): number {
  let hash = kind.length;
  for (let i = 0; i < items.length; i++) hash = (hash + Math.imul(items[i]!.serial ^ Math.imul(amounts[i]! | 0, 0x01000193), 0x9e3779b1)) | 0;
  return hash;
}

/** Whether two have the same `identity`. */
export function isSame(a: Hypothesis, b: Hypothesis): boolean {
  if (a.kind !== b.kind || a.items.length !== b.items.length) return false;
  if (a.kind !== 'items') return a.customerId === b.customerId;
  for (let i = 0; i < a.items.length; i++) {
    const at = b.items[i] === a.items[i] ? i : b.items.indexOf(a.items[i]!);
    if (at < 0 || a.amounts[i] !== b.amounts[at]) return false;
  }
  return true;
}

/** The same allocation found in two ways is one hypothesis. */
export function identity(hypothesis: Hypothesis): string {
  return (hypothesis.key ||= identityOf(hypothesis));
}

function identityOf(hypothesis: Hypothesis): string {
  if (hypothesis.kind !== 'items') return `${hypothesis.kind}:${hypothesis.customerId ?? ''}`;
  if (hypothesis.items.length === 1) return `${hypothesis.items[0]!.id}=${hypothesis.amounts[0]}`;
  const allocations: string[] = [];
  for (let i = 0; i < hypothesis.items.length; i++) allocations.push(`${hypothesis.items[i]!.id}=${hypothesis.amounts[i]}`);
  return joined(allocations);
}

/** The order of identities, mostly seen from how they begin, without making them. */
export function byIdentity(a: Hypothesis, b: Hypothesis): number {
  const one = beginningOf(a);
  const other = beginningOf(b);
  const first = one.charCodeAt(0) - other.charCodeAt(0);
  if (first) return first; // where one is empty it is not a number
  if (one !== other && one.length === other.length) return one < other ? -1 : 1;
  return identity(a) < identity(b) ? -1 : 1;
}

/** Of several items the first of their identity is not known. */
function beginningOf({ kind, items }: Hypothesis): string {
  return kind !== 'items' ? kind : items.length === 1 ? items[0]!.id : '';
}

/** The `identity` of what allocates just this. */
export function identityOfAllocations(allocations: readonly Pick<Allocation, 'itemId' | 'amountMinor'>[]): string {
  return joined(allocations.map(({ itemId, amountMinor }) => `${itemId}=${amountMinor}`));
}

function joined(allocations: string[]): string {
  return smallSort(allocations, byText).join('|');
}
