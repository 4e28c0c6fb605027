import { casesOutdated, type PayloadOf } from '@lettrage/contracts';
import { type Message, type MessageHandler, publish } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { Engines } from '../../engine/engines.js';
import { casesPerLook, lookAgain } from '../../engine/look-again.js';
import { lockCases } from '../../persistence/case-rows.js';

type Outdated = PayloadOf<typeof casesOutdated>;

/** Looks again at cases of whose payer something was learned. Those of several messages are looked at once; more than one look takes are put off. */
@Injectable()
export class LookAtCases implements MessageHandler<Outdated> {
  readonly contract = casesOutdated;

  constructor(private readonly engines: Engines) {}

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<Outdated>[]): Promise<void> {
    const session = await this.engines.open(tx, organisationId);
    const named = [...new Set(messages.flatMap(({ payload }) => payload.transactionIds))];
    const later = Array.from({ length: Math.ceil(named.length / casesPerLook) - 1 }, (_, part) => named.slice((part + 1) * casesPerLook, (part + 2) * casesPerLook));
    await publish(tx, organisationId, casesOutdated, later.map((transactionIds) => ({ transactionIds })));
    await lookAgain(session, [...(await lockCases(tx, named.slice(0, casesPerLook))).values()]);
    await session.finish();
  }
}
