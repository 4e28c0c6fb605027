import { parseDecimal } from '@lettrage/money';
import type { AllocationLine, DifferenceLine, ProposalLine, TruthLine } from './lines.js';
import { type Method, methodOf } from './method.js';

/** What a proposal is scored against: an open item as it stood before the statement. */
export interface ScoredItem {
  readonly customerId: string;
  readonly openAmount: string;
}

/** What became of one booked entry. */
export interface Judgement {
  readonly truth: TruthLine;
  readonly proposal: ProposalLine | null;
  /** Whether it truly pays an item. */
  readonly pays: boolean;
  /** Whether items were allocated unattended. */
  readonly automatic: boolean;
  /** Whether the first answer is exactly the truth: these items, each with this amount. */
  readonly exact: boolean;
  /** What makes an automatic allocation wrong even where its items are right. */
  readonly overAllocated: boolean;
  readonly unbalanced: boolean;
  /** Exact among the first three answers that allocate something. */
  readonly inFirstThree: boolean;
  /** The difference that there truly is was named, with its kind and amount (a payment for nothing: its kind). */
  readonly differenceNamed: boolean;
  readonly method: Method;
}

const fractionDigits = 2;
const minor = (amount: string): bigint => parseDecimal(amount, fractionDigits);

/**
 * Judges every entry of a world, in the statement's order. Exact means: the true items and no other, each with the true amount. Where
 * nothing that the bank transmits names an item, two items of one customer with the same open amount cannot be told apart: either is exact. An
 * automatic allocation is moreover wrong where it takes more than is left of an item, or where its sum less the difference is not the amount received.
 */
export function judgeWorld(items: ReadonlyMap<string, ScoredItem>, truths: readonly TruthLine[], proposals: readonly ProposalLine[]): Judgement[] {
  const byReference = new Map(proposals.map((proposal) => [proposal.reference, proposal]));
  const left = new Map([...items].map(([number, { openAmount }]) => [number, minor(openAmount)]));
  return truths.map((truth) => {
    const proposal = byReference.get(truth.reference) ?? null;
    const allocations = proposal?.allocations ?? [];
    const automatic = proposal?.decision === 'auto' && allocations.length > 0;
    const overAllocated = automatic && take(allocations, left);
    const answers = [allocations, ...(proposal?.alternatives ?? []).map((alternative) => alternative.allocations)].filter((answer) => answer.length > 0);
    const wanted = keyOf(truth.allocations, truth.unreferenced, items);
    const isExact = (answer: readonly AllocationLine[]): boolean => answer.length > 0 && keyOf(answer, truth.unreferenced, items) === wanted;
    const exact = isExact(allocations);
    return {
      truth, proposal, automatic, exact, overAllocated,
      pays: truth.allocations.length > 0,
      unbalanced: automatic && !balances(truth.amount, allocations, proposal.difference),
      inFirstThree: answers.slice(0, 3).some(isExact),
      differenceNamed: namesDifference(truth, proposal, exact),
      method: proposal === null ? 'none' : methodOf(proposal),
    };
  });
}

/** Takes the allocations off what is left; true where one takes more than that, or an item that there is not. */
function take(allocations: readonly AllocationLine[], left: Map<string, bigint>): boolean {
  let over = false;
  for (const { invoice, amount } of allocations) {
    const before = left.get(invoice);
    const taken = minor(amount);
    if (before === undefined || (taken >= 0n ? taken > before : taken < before)) over = true;
    if (before !== undefined) left.set(invoice, before - taken);
  }
  return over;
}

function keyOf(allocations: readonly AllocationLine[], interchangeable: boolean, items: ReadonlyMap<string, ScoredItem>): string {
  const parts = allocations.map(({ invoice, amount }) => {
    const item = interchangeable ? items.get(invoice) : undefined;
    return `${item ? `${item.customerId} owes ${item.openAmount}` : invoice}: ${minor(amount)}`;
  });
  return parts.sort().join('; ');
}

function balances(received: string, allocations: readonly AllocationLine[], difference: DifferenceLine | null): boolean {
  const allocated = allocations.reduce((sum, { amount }) => sum + minor(amount), 0n);
  return allocated - (difference ? minor(difference.amount) : 0n) === minor(received);
}

function namesDifference({ allocations, difference }: TruthLine, proposal: ProposalLine | null, exact: boolean): boolean {
  if (difference === null || proposal?.difference?.kind !== difference.kind) return false;
  return allocations.length === 0 || (exact && minor(proposal.difference.amount) === minor(difference.amount));
}

/** An automatic allocation that is as it should be. */
export const isRight = ({ automatic, exact, pays, overAllocated, unbalanced }: Judgement): boolean => automatic && pays && exact && !overAllocated && !unbalanced;
