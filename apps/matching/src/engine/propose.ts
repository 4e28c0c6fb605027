import { requestForWaiting } from '../domain/guidance.js';
import { notRejected } from '../domain/payment-case.js';
import { type CaseRow, updateCases } from '../persistence/case-rows.js';
import { itemsById } from '../persistence/item-rows.js';
import { incoming, isHeld } from './load-engine.js';
import { type OrganisationSession } from './organisation-session.js';

/** Cases that wait (again), with the candidates that the books have for them now and nobody has rejected. Nothing is decided for anybody. */
export async function withFreshProposals(session: OrganisationSession, cases: readonly CaseRow[]): Promise<CaseRow[]> {
  const asked = cases.filter(({ amountMinor }) => isHeld(amountMinor));
  if (asked.length === 0) return [...cases];
  const request = requestForWaiting(await session.guidance(), asked);
  const engine = await session.engine();
  const proposals = new Map((await engine.decide(asked.map(incoming), { unattended: false, request })).map((proposal) => [proposal.transactionId, proposal]));
  // What the engine would allocate by itself it now counts as taken, until it is told that it is not.
  const taken = [...proposals.values()].flatMap(({ automatic, proposals: [best] }) => (automatic && best ? best.lines.map(({ itemId }) => itemId) : []));
  if (taken.length > 0) session.putItems([...(await itemsById(session.tx, taken)).values()]);
  return cases.map((one) => {
    const proposal = proposals.get(one.transactionId);
    return { ...one, proposals: proposal ? notRejected(proposal.proposals, one.rejected) : [], remarks: proposal?.remarks ?? null };
  });
}

/** Puts cases back into the queue, first as they are, so that an engine that is loaded now does not count their requests, then with the candidates that there are now. */
export async function returnToQueue(session: OrganisationSession, cases: readonly CaseRow[]): Promise<void> {
  if (cases.length === 0) return;
  await updateCases(session.tx, session.organisationId, cases);
  await updateCases(session.tx, session.organisationId, await withFreshProposals(session, cases));
}
