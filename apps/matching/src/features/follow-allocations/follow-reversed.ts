import { allocationsReversed, type PayloadOf } from '@lettrage/contracts';
import { type Message, type MessageHandler } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { decisionKey } from '../../domain/payment-case.js';
import { Engines } from '../../engine/engines.js';
import { returnToQueue } from '../../engine/propose.js';
import { setAsideReturned } from '../../engine/take-back.js';
import { returnedOn } from '../../persistence/returned-credits.js';
import { countUndone } from '../../persistence/automatic-counts.js';
import { type CaseRow, lockCases } from '../../persistence/case-rows.js';
import { rememberRejected } from '../../persistence/rejections.js';

type Reversed = PayloadOf<typeof allocationsReversed>;

/** The ledger has taken an allocation back: the case waits again, what was undone is not proposed again, and is no lesson any more. A credit that the bank took back is set aside. */
@Injectable()
export class FollowReversed implements MessageHandler<Reversed> {
  readonly contract = allocationsReversed;

  constructor(private readonly engines: Engines) {}

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<Reversed>[]): Promise<void> {
    const session = await this.engines.open(tx, organisationId);
    const reversals = messages.flatMap((message) => message.payload.reversals);
    const cases = await lockCases(tx, reversals.map((reversal) => reversal.transactionId));
    const returned = await returnedOn(tx, [...cases.keys()]);
    const undone: CaseRow[] = [];
    const back: CaseRow[] = [];
    const gone: CaseRow[] = [];
    for (const { requestId, transactionId } of reversals) {
      const one = cases.get(transactionId);
      if (!one || one.requestId !== requestId || one.state !== 'requested') continue;
      undone.push(one);
      if (returned.has(transactionId)) {
        gone.push(one);
        continue;
      }
      session.count(transactionId, 'requested', 'waiting');
      const rejected = [...new Set([...one.rejected, decisionKey(one.decision!)])];
      back.push({ ...one, state: 'waiting', waitingBecause: 'undone', refusal: null, requestId: null, decision: null, decidedBy: null, decidedAt: null, rejected });
    }
    await session.giveBack(undone);
    // What is open again tells how earlier payments of it are to be read. Of a whole file that is undone the engine is built anew once, after the last.
    if (undone.length > 0 && !(await moreUndosOnTheirWay(tx, undone.map(({ transactionId }) => transactionId)))) session.unlearn();
    await countUndone(tx, organisationId, back.map(({ transactionId }) => transactionId));
    await rememberRejected(tx, organisationId, undone.flatMap(({ transactionId, decision }) => (returned.has(transactionId) ? [] : { transactionId, decision: decision! })), new Date());
    await setAsideReturned(session, gone, new Date());
    await returnToQueue(session, back);
    await session.finish();
  }
}

/** Whether the ledger is still to answer for others that had been allocated without a person. */
async function moreUndosOnTheirWay(tx: Transaction, answered: readonly string[]): Promise<boolean> {
  const [{ more }] = await tx.query<[{ more: boolean }]>(`select exists (select from payment_case where state = 'requested' and automatic_outcome = 'made' and transaction_id <> all ($1)) as more`, [answered]);
  return more;
}
