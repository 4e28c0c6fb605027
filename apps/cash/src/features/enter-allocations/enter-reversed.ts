import { allocationsReversed, type PayloadOf } from '@lettrage/contracts';
import { type AfterCommit, type Message, type MessageHandler } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { Announcements } from '../../announcing/announcements.js';
import { enterInLedger } from './enter-in-ledger.js';

type AllocationsReversed = PayloadOf<typeof allocationsReversed>;

/** An undo is entries of the opposite sign with their own effective date; the entries that they reverse stay. */
@Injectable()
export class EnterReversed implements MessageHandler<AllocationsReversed> {
  readonly contract = allocationsReversed;

  constructor(private readonly announcements: Announcements) {}

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<AllocationsReversed>[]): Promise<AfterCommit> {
    const entries = messages.flatMap(({ payload }) => payload.reversals.flatMap((each) => each.entries));
    await enterInLedger(tx, organisationId, entries);
    return () => this.announcements.somethingMoved(organisationId, entries.length);
  }
}
