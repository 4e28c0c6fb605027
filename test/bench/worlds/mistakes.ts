import type { AllocationLine, DifferenceLine } from './lines.js';
import { isRight, type Judgement } from './score.js';

/** Every wrong automatic allocation in words, the wrong ones first, then what was not found among three answers: to be read by a person. */
export function describeMistakes(world: string, judgements: readonly Judgement[]): string {
  const wrong = judgements.filter((judgement) => judgement.automatic && !isRight(judgement));
  const missed = judgements.filter(({ pays, automatic, inFirstThree }) => pays && !automatic && !inFirstThree);
  return [...wrong.map((judgement) => paragraph('wrong', world, judgement)), ...missed.map((judgement) => paragraph('missed', world, judgement))].join('\n');
}

function paragraph(what: string, world: string, { truth, proposal, method, overAllocated, unbalanced }: Judgement): string {
  const faults = [overAllocated ? 'more than is open' : '', unbalanced ? 'does not add up' : ''].filter((fault) => fault !== '').join(', ');
  return [
    `${what}: ${world}, ${truth.reference}, ${truth.amount}, ${truth.kind}, habit ${truth.habit}, noise ${truth.noise.join(', ') || 'none'}`,
    `  truth:    ${allocated(truth.allocations, truth.difference)}`,
    proposal ? `  proposed: ${allocated(proposal.allocations, proposal.difference)} (${proposal.decision}, ${proposal.confidence}, by ${method}${faults && `; ${faults}`})` : '  proposed: no line',
    `  reasons:  ${proposal?.reasons.map(({ text }) => text).join(' ') ?? ''}\n`,
  ].join('\n');
}

function allocated(allocations: readonly AllocationLine[], difference: DifferenceLine | null): string {
  const items = allocations.map(({ invoice, amount }) => `${invoice} ${amount}`).join(' + ') || 'nothing';
  return difference ? `${items}, ${difference.kind} ${difference.amount}` : items;
}
