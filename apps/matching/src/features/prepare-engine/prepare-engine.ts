import { type PayloadOf, statementProgressed } from '@lettrage/contracts';
import { type Message, type MessageHandler } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { Engines } from '../../engine/engines.js';

type Progressed = PayloadOf<typeof statementProgressed>;

/** While a long file is still being read, the engine that will decide its credits is loaded. */
@Injectable()
export class PrepareEngine implements MessageHandler<Progressed> {
  readonly contract = statementProgressed;

  constructor(private readonly engines: Engines) {}

  async handle(tx: Transaction, organisationId: string, _messages: readonly Message<Progressed>[]): Promise<void> {
    const session = await this.engines.open(tx, organisationId);
    await session.engine();
    await session.finish();
  }
}
