import { allocationsSettled, type PayloadOf } from '@lettrage/contracts';
import { type AfterCommit, type Message, type MessageHandler } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { Announcements } from '../../announcing/announcements.js';
import { enterInLedger } from './enter-in-ledger.js';

type AllocationsSettled = PayloadOf<typeof allocationsSettled>;

@Injectable()
export class EnterSettled implements MessageHandler<AllocationsSettled> {
  readonly contract = allocationsSettled;

  constructor(private readonly announcements: Announcements) {}

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<AllocationsSettled>[]): Promise<AfterCommit> {
    const entries = messages.flatMap(({ payload }) => payload.settlements.flatMap((each) => each.entries));
    await enterInLedger(tx, organisationId, entries);
    return () => this.announcements.somethingMoved(organisationId, entries.length);
  }
}
