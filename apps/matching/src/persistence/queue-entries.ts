import { type matchingHttp } from '@lettrage/contracts';
import { formatMoney } from '@lettrage/money';
import { type Transaction } from '@lettrage/persistence';
import { type Decision, type StoredProposal } from '../domain/payment-case.js';
import { type CaseRow } from './case-rows.js';
import { customerNames, type ItemRow, itemsById } from './item-rows.js';

/** Cases as the queue shows them: a decided one with its decision, the others with their candidates, numbers and names filled in. */
export async function queueEntries(tx: Transaction, cases: readonly CaseRow[]): Promise<matchingHttp.QueueEntry[]> {
  const shown = cases.map((one) => ({ one, proposals: shownProposals(one) }));
  const all = shown.flatMap(({ proposals }) => proposals);
  const items = await itemsById(tx, all.flatMap((proposal) => proposal.lines.map((line) => line.itemId)));
  const customerOf = (decision: Decision) => decision.customerId ?? items.get(decision.lines[0]?.itemId ?? '')?.customerId ?? null;
  const names = await customerNames(tx, all.flatMap((proposal) => customerOf(proposal) ?? []));
  return shown.map(({ one, proposals }) => ({
    transactionId: one.transactionId, version: one.version, state: one.state, reference: one.reference, bookingDate: one.bookingDate,
    amount: formatMoney({ minor: one.amountMinor, currency: one.currency }), currency: one.currency, counterpartyName: one.counterpartyName, counterpartyIban: one.counterpartyIban,
    remittance: one.remittance, structuredReferences: one.structuredReferences, ...(one.remarks ? { remarks: [...one.remarks] } : {}), waitingBecause: one.waitingBecause, refusal: one.refusal, decidedBy: one.decidedBy,
    decidedAt: one.decidedAt?.toISOString() ?? null,
    proposals: proposals.map((proposal, index) => {
      const customerId = customerOf(proposal);
      return {
        rank: index + 1, customerId, customerName: customerId && (names.get(customerId) ?? null), lines: proposal.lines.flatMap((line) => lineOf(line, items)), difference: proposal.difference,
        confidence: proposal.confidence, reasons: [...proposal.reasons],
      };
    }),
  }));
}

function shownProposals(one: CaseRow): readonly StoredProposal[] {
  if (!one.decision) return one.proposals;
  const key = JSON.stringify([one.decision.lines, one.decision.difference]);
  const reason = one.proposals.find((proposal) => JSON.stringify([proposal.lines, proposal.difference]) === key);
  return [{ ...one.decision, confidence: reason?.confidence ?? 1, reasons: reason?.reasons ?? [] }];
}

function lineOf({ itemId, amount }: { itemId: string; amount: string }, items: ReadonlyMap<string, ItemRow>): matchingHttp.Proposal['lines'] {
  const item = items.get(itemId);
  return item ? [{ itemId, amount, number: item.number, kind: item.kind, dueDate: item.dueDate, open: formatMoney({ minor: item.openMinor, currency: item.currency }) }] : [];
}
