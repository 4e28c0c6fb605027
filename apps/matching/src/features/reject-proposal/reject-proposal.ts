import { type matchingHttp, sentence } from '@lettrage/contracts';
import { Refused } from '@lettrage/http';
import { Database } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { type z } from 'zod';
import { decisionKey, notRejected, whyItWaits } from '../../domain/payment-case.js';
import { Engines } from '../../engine/engines.js';
import { withFreshProposals } from '../../engine/propose.js';
import { updateCases } from '../../persistence/case-rows.js';
import { lockWaiting, queueEntry } from '../../persistence/one-case.js';
import { rememberRejected } from '../../persistence/rejections.js';

/** A reviewer's no to a proposal: it is gone, and stays gone; what it stood before comes forward. */
@Injectable()
export class RejectProposal {
  constructor(
    private readonly database: Database,
    private readonly engines: Engines,
  ) {}

  async run(organisationId: string, transactionId: string, { rank, version }: z.infer<typeof matchingHttp.rejectBody>, now: Date): Promise<matchingHttp.QueueEntry> {
    return this.database.inOrganisation(organisationId, async (tx) => {
      const session = await this.engines.open(tx, organisationId);
      const one = await lockWaiting(tx, transactionId);
      if (version !== undefined && version !== one.version) throw new Refused('proposal_gone', sentence('proposals_changed'), { remedy: 'Look at the transaction again' });
      const proposal = one.proposals[rank - 1];
      if (!proposal) throw new Refused('proposal_gone', sentence('proposal_gone', { rank: String(rank) }), { remedy: 'Look at the transaction again' });
      const rejected = [...one.rejected, decisionKey(proposal)];
      const [after] = await withFreshProposals(session, [{ ...one, rejected, proposals: notRejected(one.proposals, rejected) }]);
      const { proposals } = after!;
      await updateCases(tx, organisationId, [{ ...after!, waitingBecause: proposals.length > 0 && one.waitingBecause !== 'policy' ? one.waitingBecause : whyItWaits(proposals[0]) }]);
      await rememberRejected(tx, organisationId, [{ transactionId: one.transactionId, decision: proposal }], now);
      session.count(one.transactionId, 'waiting', 'waiting');
      await session.finish();
      return queueEntry(tx, one.transactionId);
    });
  }
}
