import { allocationsRequested, type PayloadOf, transactionsImported } from '@lettrage/contracts';
import { type Proposal } from '@lettrage/matching-engine';
import { type Message, type MessageHandler, publish } from '@lettrage/messaging';
import { newId, type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { Engines } from '../../engine/engines.js';
import { incoming, isHeld } from '../../engine/load-engine.js';
import { storedProposals } from '../../engine/propose.js';
import { requestOf } from '../../engine/request-of.js';
import { type CaseRow, insertCases, newCase } from '../../persistence/case-rows.js';

type Imported = PayloadOf<typeof transactionsImported>;

/**
 * Opens a case for every credit that comes in: what the engine is certain of is asked of the ledger, the rest waits with its candidates. Debits,
 * among them the banks' returns of credits, have no case: they stay in the list of transactions.
 */
@Injectable()
export class ProposeMatches implements MessageHandler<Imported> {
  readonly contract = transactionsImported;

  constructor(private readonly engines: Engines) {}

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<Imported>[]): Promise<void> {
    const session = await this.engines.open(tx, organisationId);
    for (const { payload } of messages) {
      const credits = payload.transactions.filter(({ amount }) => !amount.startsWith('-') && /[1-9]/.test(amount)).map(newCase);
      if (credits.length === 0) continue;
      const proposals = (await session.engine()).decide(credits.filter(({ amountMinor }) => isHeld(amountMinor)).map(incoming));
      const cases = decided(credits, proposals);
      await insertCases(tx, organisationId, payload.statementFileId, cases);
      for (const { transactionId, state } of cases) session.count(transactionId, null, state === 'requested' ? 'requested' : 'waiting');
      const certain = cases.filter(({ state }) => state === 'requested');
      await session.reserve(certain, 1n);
      if (certain.length > 0) await publish(tx, organisationId, allocationsRequested, [{ requests: certain.map(requestOf) }]);
    }
    await session.finish();
  }
}

/** The cases with what the engine says of them: requested where it is certain, else waiting. */
function decided(credits: readonly CaseRow[], proposals: readonly Proposal[]): CaseRow[] {
  const proposalOf = new Map(proposals.map((proposal) => [proposal.transactionId, proposal]));
  return credits.map((one): CaseRow => {
    const proposal = proposalOf.get(one.transactionId);
    const found = proposal ? storedProposals(proposal, one.currency) : [];
    const [best] = found;
    if (!best || proposal!.decision !== 'auto') return { ...one, proposals: found, waitingBecause: best ? 'unsure' : 'no_candidate' };
    const { customerId, lines, difference } = best;
    // What was less likely than a certainty is nobody's concern any more.
    return { ...one, proposals: [best], state: 'requested', waitingBecause: null, requestId: newId(), decision: { customerId, lines, difference }, decidedBy: 'automatic', decidedAt: new Date() };
  });
}
