import { allocationsReversed, type PayloadOf } from '@lettrage/contracts';
import { type AfterCommit, type Message, type MessageHandler } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { decisionKey, notRejected } from '../../domain/payment-case.js';
import { Engines } from '../../engine/engines.js';
import { type CaseRow, lockCases, updateCases } from '../../persistence/case-rows.js';

type Reversed = PayloadOf<typeof allocationsReversed>;

/** The ledger has taken an allocation back: the case waits again, and what was undone is not proposed again. */
@Injectable()
export class FollowReversed implements MessageHandler<Reversed> {
  readonly contract = allocationsReversed;

  constructor(private readonly engines: Engines) {}

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<Reversed>[]): Promise<AfterCommit> {
    const session = await this.engines.open(tx, organisationId);
    const reversals = messages.flatMap((message) => message.payload.reversals);
    const cases = await lockCases(tx, reversals.map((reversal) => reversal.transactionId));
    const back: CaseRow[] = [];
    for (const { requestId, transactionId } of reversals) {
      const one = cases.get(transactionId);
      if (!one || one.requestId !== requestId || one.state !== 'requested') continue;
      session.reserve(one.decision!.lines, one.currency, -1n);
      const rejected = [...new Set([...one.rejected, decisionKey(one.decision!)])];
      session.count(transactionId, 'requested', 'waiting');
      back.push({
        ...one, state: 'waiting', waitingBecause: 'undone', refusal: null, requestId: null, decision: null, decidedBy: null, decidedAt: null, rejected, proposals: notRejected(one.proposals, rejected),
      });
    }
    await updateCases(tx, organisationId, back);
    await session.refreshItems(reversals.flatMap((reversal) => reversal.entries.flatMap((entry) => entry.itemId ?? [])));
    return session.finish();
  }
}
