import { allocationsSettled, type PayloadOf } from '@lettrage/contracts';
import { type Message, type MessageHandler } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { counterOf } from '../../domain/payment-case.js';
import { Engines } from '../../engine/engines.js';
import { lessonsOf } from '../../engine/load-engine.js';
import { settleCases } from '../../persistence/case-rows.js';

type Settled = PayloadOf<typeof allocationsSettled>;

/** The ledger has said yes: the case is settled, what was reserved is now taken, and the engine has a lesson more. */
@Injectable()
export class FollowSettled implements MessageHandler<Settled> {
  readonly contract = allocationsSettled;

  constructor(private readonly engines: Engines) {}

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<Settled>[]): Promise<void> {
    const session = await this.engines.open(tx, organisationId);
    const settled = await settleCases(tx, organisationId, messages.flatMap((message) => message.payload.settlements));
    for (const { transactionId, decidedBy } of settled) session.count(transactionId, 'requested', counterOf('settled', decidedBy));
    const items = await session.itemsOf(settled);
    session.giveBack(settled, items);
    session.learn(lessonsOf(settled, items));
    await session.finish();
  }
}
