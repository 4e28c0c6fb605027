import { allocationsSettled, type PayloadOf } from '@lettrage/contracts';
import { type Message, type MessageHandler } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { counterOf } from '../../domain/payment-case.js';
import { Engines } from '../../engine/engines.js';
import { outdatePayers } from '../../engine/look-again.js';
import { type OrganisationSession } from '../../engine/organisation-session.js';
import { askReversal } from '../../engine/take-back.js';
import { countMade } from '../../persistence/automatic-counts.js';
import { lockCases, settleCases } from '../../persistence/case-rows.js';
import { returnedOn } from '../../persistence/returned-credits.js';

type Settled = PayloadOf<typeof allocationsSettled>;

/** The ledger has said yes: the case is settled, what was reserved is now taken, and the engine finds a lesson more when it next learns. */
@Injectable()
export class FollowSettled implements MessageHandler<Settled> {
  readonly contract = allocationsSettled;

  constructor(private readonly engines: Engines) {}

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<Settled>[]): Promise<void> {
    const session = await this.engines.open(tx, organisationId);
    const settled = await settleCases(tx, organisationId, messages.flatMap((message) => message.payload.settlements), session.lessonNumber());
    for (const { transactionId, decidedBy } of settled) session.count(transactionId, 'requested', counterOf('settled', decidedBy));
    await countMade(tx, organisationId, settled.filter(({ decidedBy }) => decidedBy === 'automatic'));
    await session.giveBack(settled);
    await outdatePayers(session, settled.filter(({ decidedBy }) => decidedBy !== 'automatic'));
    await this.takeBackReturned(session, settled.map(({ transactionId }) => transactionId));
    await session.finish();
  }

  /** The bank took a credit back while its request was on its way. */
  private async takeBackReturned(session: OrganisationSession, transactionIds: readonly string[]): Promise<void> {
    const returned = await returnedOn(session.tx, transactionIds);
    if (returned.size > 0) await askReversal(session, [...(await lockCases(session.tx, [...returned.keys()])).values()], returned);
  }
}
