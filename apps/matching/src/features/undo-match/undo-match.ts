import { type matchingHttp, sentence, transactionsSetAside, undoRequested } from '@lettrage/contracts';
import { Refused } from '@lettrage/http';
import { publish } from '@lettrage/messaging';
import { Database } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { counterOf } from '../../domain/payment-case.js';
import { Engines } from '../../engine/engines.js';
import { type OrganisationSession } from '../../engine/organisation-session.js';
import { returnToQueue } from '../../engine/propose.js';
import { type CaseRow, updateCases } from '../../persistence/case-rows.js';
import { lockCase, queueEntry } from '../../persistence/one-case.js';
import { forgetReturn } from '../../persistence/returned-credits.js';

/** Takes a decision back: of a settled case the ledger is asked to reverse, a set-aside one returns to the queue at once. */
@Injectable()
export class UndoMatch {
  constructor(
    private readonly database: Database,
    private readonly engines: Engines,
  ) {}

  async run(organisationId: string, userId: string, transactionId: string): Promise<matchingHttp.QueueEntry> {
    return this.database.inOrganisation(organisationId, async (tx) => {
      const session = await this.engines.open(tx, organisationId);
      const one = await lockCase(tx, transactionId);
      if (one.state === 'settled') await this.askReversal(session, one, userId);
      else if (one.state === 'set_aside') await this.bringBack(session, one);
      else throw new Refused('nothing_to_undo', sentence(one.state === 'requested' ? 'decision_on_its_way' : 'nothing_decided'), { remedy: 'Look again in a moment' });
      await session.finish();
      return queueEntry(tx, one.transactionId);
    });
  }

  private async askReversal(session: OrganisationSession, one: CaseRow, userId: string): Promise<void> {
    // Until the ledger has answered the amounts count as reserved, so that nothing else takes what is about to be free.
    session.reserve(one);
    session.count(one.transactionId, counterOf('settled', one.decidedBy), 'requested');
    await updateCases(session.tx, session.organisationId, [{ ...one, state: 'requested' }]);
    await publish(session.tx, session.organisationId, undoRequested, [{ undos: [{ requestId: one.requestId!, transactionId: one.transactionId, undoneBy: userId }] }]);
  }

  private async bringBack(session: OrganisationSession, one: CaseRow): Promise<void> {
    await forgetReturn(session.tx, one.transactionId);
    session.count(one.transactionId, 'set_aside', 'waiting');
    const back: CaseRow = { ...one, state: 'waiting', waitingBecause: 'undone', decidedBy: null, decidedAt: null };
    session.unlearn(); // what was set aside was a lesson, and the tables do not teach it any more
    await returnToQueue(session, [back]);
    await publish(session.tx, session.organisationId, transactionsSetAside, [{ transactions: [{ transactionId: one.transactionId, setAside: false }] }]);
  }
}
