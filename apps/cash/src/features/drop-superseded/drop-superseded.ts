import { type PayloadOf, transactionSuperseded } from '@lettrage/contracts';
import { type AfterCommit, type Message, type MessageHandler } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { Announcements } from '../../announcing/announcements.js';
import { columns, inChunks } from '../../persistence/columns.js';
import { noteChange } from '../../persistence/note-change.js';

type Superseded = PayloadOf<typeof transactionSuperseded>;

/** A bulk booking whose payments stand in its place is no receipt of its own any more: it is set aside for good, in whatever order the messages come. */
@Injectable()
export class DropSuperseded implements MessageHandler<Superseded> {
  readonly contract = transactionSuperseded;

  constructor(private readonly announcements: Announcements) {}

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<Superseded>[]): Promise<AfterCommit> {
    const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff'; // after every event id, so that no finding takes it back
    const dropped = [...new Set(messages.map(({ payload }) => payload.transactionId))].map((transactionId) => ({ transactionId, setAside: true, eventId: last }));
    for (const chunk of inChunks(dropped)) {
      await tx.query(
        `insert into receipt (organisation_id, transaction_id, set_aside, set_aside_by_event)
         select $1, * from unnest($2::uuid[], $3::boolean[], $4::uuid[])
         on conflict (organisation_id, transaction_id) do update set set_aside = true, set_aside_by_event = excluded.set_aside_by_event`,
        [organisationId, ...columns(chunk, ['transactionId', 'setAside', 'eventId'])],
      );
    }
    await noteChange(tx, organisationId);
    return () => this.announcements.onlyReceiptsMoved(organisationId);
  }
}
