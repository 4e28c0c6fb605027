import { allocationsRefused, type PayloadOf } from '@lettrage/contracts';
import { type Message, type MessageHandler } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { Engines } from '../../engine/engines.js';
import { returnToQueue } from '../../engine/propose.js';
import { setAsideReturned } from '../../engine/take-back.js';
import { returnedOn } from '../../persistence/returned-credits.js';
import { type CaseRow, lockCases } from '../../persistence/case-rows.js';

type Refused = PayloadOf<typeof allocationsRefused>;

/** The ledger has said no: the case goes back to the queue with the ledger's reason and the candidates that there are now. */
@Injectable()
export class FollowRefused implements MessageHandler<Refused> {
  readonly contract = allocationsRefused;

  constructor(private readonly engines: Engines) {}

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<Refused>[]): Promise<void> {
    const session = await this.engines.open(tx, organisationId);
    const refusals = messages.flatMap((message) => message.payload.refusals);
    const cases = await lockCases(tx, refusals.map((refusal) => refusal.transactionId));
    const returned = await returnedOn(tx, [...cases.keys()]);
    const refused: CaseRow[] = [];
    const back: CaseRow[] = [];
    const gone: CaseRow[] = [];
    for (const { requestId, transactionId, code, detail, sentence } of refusals) {
      const one = cases.get(transactionId);
      if (!one || one.requestId !== requestId || one.state !== 'requested') continue;
      refused.push(one);
      if (returned.has(transactionId)) {
        gone.push(one);
        continue;
      }
      session.count(transactionId, 'requested', 'waiting');
      back.push({ ...one, state: 'waiting', waitingBecause: 'refused', refusal: { code, detail, ...(sentence && { sentence }) }, requestId: null, decision: null, decidedBy: null, decidedAt: null });
    }
    await session.giveBack(refused);
    await setAsideReturned(session, gone, new Date());
    await returnToQueue(session, back);
    await session.finish();
  }
}
