import { type PayloadOf, queueOutdated } from '@lettrage/contracts';
import { type Message, type MessageHandler, publish } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { Engines } from '../../engine/engines.js';
import { casesPerLook, lookAgain } from '../../engine/look-again.js';
import { currentPass, endPass, lockWaitingAfter } from '../../persistence/second-looks.js';

type Outdated = PayloadOf<typeof queueOutdated>;

/**
 * Looks through everything that waits, oldest first, a bounded piece a message; each piece asks for the next, so that whatever else comes in has its
 * turn in between. A pass that a later one has replaced ends.
 */
@Injectable()
export class LookThroughQueue implements MessageHandler<Outdated> {
  readonly contract = queueOutdated;

  constructor(private readonly engines: Engines) {}

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<Outdated>[]): Promise<void> {
    const session = await this.engines.open(tx, organisationId);
    const current = await currentPass(tx);
    const asked = messages.map(({ payload }) => payload).findLast(({ passId }) => passId === current);
    if (!asked) return;
    const cases = await lockWaitingAfter(tx, asked.after, casesPerLook);
    await lookAgain(session, cases);
    const last = cases.at(-1);
    if (last && cases.length === casesPerLook) await publish(tx, organisationId, queueOutdated, [{ passId: asked.passId, after: { bookingDate: last.bookingDate, transactionId: last.transactionId } }]);
    else await endPass(tx, organisationId);
    await session.finish();
  }
}
