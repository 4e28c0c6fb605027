import { allocationsRefused, type PayloadOf } from '@lettrage/contracts';
import { type AfterCommit, type Message, type MessageHandler } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { Engines } from '../../engine/engines.js';
import { type CaseRow, lockCases, updateCases } from '../../persistence/case-rows.js';

type Refused = PayloadOf<typeof allocationsRefused>;

/** The ledger has said no: the case goes back to the queue with the ledger's reason and the candidates it had. */
@Injectable()
export class FollowRefused implements MessageHandler<Refused> {
  readonly contract = allocationsRefused;

  constructor(private readonly engines: Engines) {}

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<Refused>[]): Promise<AfterCommit> {
    const session = await this.engines.open(tx, organisationId);
    const refusals = messages.flatMap((message) => message.payload.refusals);
    const cases = await lockCases(tx, refusals.map((refusal) => refusal.transactionId));
    const back: CaseRow[] = [];
    for (const { requestId, transactionId, code, detail } of refusals) {
      const one = cases.get(transactionId);
      if (!one || one.requestId !== requestId || one.state !== 'requested') continue;
      session.reserve(one.decision!.lines, one.currency, -1n);
      await session.refreshItems(one.decision!.lines.map((line) => line.itemId));
      session.count(transactionId, 'requested', 'waiting');
      back.push({ ...one, state: 'waiting', waitingBecause: 'refused', refusal: { code, detail }, requestId: null, decision: null, decidedBy: null, decidedAt: null });
    }
    await updateCases(tx, organisationId, back);
    return session.finish();
  }
}
