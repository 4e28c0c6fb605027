import { allocationsSettled, type PayloadOf } from '@lettrage/contracts';
import { type AfterCommit, type Message, type MessageHandler } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { counterOf } from '../../domain/payment-case.js';
import { Engines } from '../../engine/engines.js';
import { lessonOfCase } from '../../engine/load-engine.js';
import { type CaseRow, lockCases, updateCases } from '../../persistence/case-rows.js';
import { itemsById } from '../../persistence/item-rows.js';

type Settled = PayloadOf<typeof allocationsSettled>;

/** The ledger has said yes: the case is settled, what was reserved is now taken, and the engine has a lesson more. */
@Injectable()
export class FollowSettled implements MessageHandler<Settled> {
  readonly contract = allocationsSettled;

  constructor(private readonly engines: Engines) {}

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<Settled>[]): Promise<AfterCommit> {
    const session = await this.engines.open(tx, organisationId);
    const settlements = messages.flatMap((message) => message.payload.settlements);
    const cases = await lockCases(tx, settlements.map((settlement) => settlement.transactionId));
    const settled = settlements.flatMap(({ requestId, transactionId }): CaseRow[] => {
      const one = cases.get(transactionId);
      if (!one || one.requestId !== requestId || one.state !== 'requested') return [];
      session.reserve(one.decision!.lines, one.currency, -1n);
      session.count(transactionId, 'requested', counterOf('settled', one.decidedBy));
      return [{ ...one, state: 'settled', refusal: null }];
    });
    await updateCases(tx, organisationId, settled);
    const itemIds = settled.flatMap((one) => one.decision!.lines.map((line) => line.itemId));
    await session.refreshItems(itemIds);
    const itemOf = await itemsById(tx, itemIds);
    session.engine.learn(settled.map((one) => lessonOfCase(one, itemOf)));
    return session.finish();
  }
}
