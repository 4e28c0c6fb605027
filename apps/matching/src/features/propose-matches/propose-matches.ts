import { type AllocationRequest, allocationsRequested, type PayloadOf, transactionsImported } from '@lettrage/contracts';
import { type AfterCommit, type Message, type MessageHandler, publish } from '@lettrage/messaging';
import { newId, type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { Engines, type OrganisationSession } from '../../engine/engines.js';
import { incoming } from '../../engine/load-engine.js';
import { storedProposals } from '../../engine/propose.js';
import { requestOf } from '../../engine/request-of.js';
import { type CaseRow, insertCases, newCase } from '../../persistence/case-rows.js';

type Imported = PayloadOf<typeof transactionsImported>;

/** Opens a case for every credit that comes in: what the engine is certain of is asked of the ledger, the rest waits with its candidates. */
@Injectable()
export class ProposeMatches implements MessageHandler<Imported> {
  readonly contract = transactionsImported;

  constructor(private readonly engines: Engines) {}

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<Imported>[]): Promise<AfterCommit> {
    const session = await this.engines.open(tx, organisationId);
    for (const { payload } of messages) {
      const credits = payload.transactions.filter(({ amount }) => !amount.startsWith('-') && /[1-9]/.test(amount)).map(newCase);
      if (credits.length === 0) continue;
      const requests = decide(session, credits);
      await insertCases(tx, organisationId, payload.statementFileId, credits);
      if (requests.length > 0) await publish(tx, organisationId, allocationsRequested, [{ requests }]);
    }
    return session.finish();
  }
}

/** Fills the cases with what the engine says of them, and returns the requests for what it is certain of. */
function decide(session: OrganisationSession, cases: readonly CaseRow[]): AllocationRequest[] {
  const requests: AllocationRequest[] = [];
  const byId = new Map(cases.map((one) => [one.transactionId, one]));
  for (const proposal of session.engine.decide(cases.map(incoming))) {
    const one = byId.get(proposal.transactionId)!;
    const [best, ...others] = storedProposals(proposal, one.currency);
    one.proposals = best ? [best, ...others] : [];
    if (best && proposal.decision === 'auto') {
      const { customerId, lines, difference } = best;
      Object.assign(one, { state: 'requested', waitingBecause: null, requestId: newId(), decision: { customerId, lines, difference }, decidedBy: 'automatic', decidedAt: new Date() } satisfies Partial<CaseRow>);
      session.reserve(lines, one.currency, 1n);
      requests.push(requestOf(one));
    } else {
      one.waitingBecause = best ? 'unsure' : 'no_candidate';
    }
    session.count(one.transactionId, null, one.state === 'requested' ? 'requested' : 'waiting');
  }
  return requests;
}
