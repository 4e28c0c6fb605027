import { type matchingHttp, transactionsSetAside } from '@lettrage/contracts';
import { onceHeard } from '@lettrage/http';
import { publish } from '@lettrage/messaging';
import { Database } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { Engines } from '../../engine/engines.js';
import { outdatePayers } from '../../engine/look-again.js';
import { updateCases } from '../../persistence/case-rows.js';
import { lockWaiting, queueEntry } from '../../persistence/one-case.js';

/** "Not an invoice": a transfer between own accounts, a tax refund, a loan. The credit leaves the queue and the unidentified receipts; the engine learns from it before the next file. */
@Injectable()
export class SetAside {
  constructor(
    private readonly database: Database,
    private readonly engines: Engines,
  ) {}

  run(organisationId: string, userId: string, transactionId: string, now: Date): Promise<matchingHttp.QueueEntry> {
    return onceHeard(() =>
      this.database.inOrganisation(organisationId, async (tx) => {
        const session = await this.engines.open(tx, organisationId);
        const one = await lockWaiting(tx, transactionId);
        await updateCases(tx, organisationId, [{ ...one, state: 'set_aside', waitingBecause: null, refusal: null, decidedBy: userId, decidedAt: now }]);
        await tx.query('update payment_case set lesson_no = $3 where organisation_id = $1 and transaction_id = $2', [organisationId, one.transactionId, session.lessonNumber()]);
        session.count(one.transactionId, 'waiting', 'set_aside');
        await outdatePayers(session, [one]);
        await publish(tx, organisationId, transactionsSetAside, [{ transactions: [{ transactionId: one.transactionId, setAside: true }] }]);
        await session.finish();
        return queueEntry(tx, one.transactionId);
      }),
    );
  }
}
