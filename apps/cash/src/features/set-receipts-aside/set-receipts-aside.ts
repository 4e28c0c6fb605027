import { type PayloadOf, transactionsSetAside } from '@lettrage/contracts';
import { type AfterCommit, type Message, type MessageHandler } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { Announcements } from '../../announcing/announcements.js';
import { columns, inChunks } from '../../persistence/columns.js';
import { noteChange } from '../../persistence/note-change.js';

type TransactionsSetAside = PayloadOf<typeof transactionsSetAside>;

/**
 * Credits that pay no invoice are not waiting for anyone. The finding may be taken back, so the latest one counts; event ids
 * grow with time (UUID version 7), which makes "latest" the same in whatever order the messages come.
 */
@Injectable()
export class SetReceiptsAside implements MessageHandler<TransactionsSetAside> {
  readonly contract = transactionsSetAside;

  constructor(private readonly announcements: Announcements) {}

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<TransactionsSetAside>[]): Promise<AfterCommit> {
    const latest = new Map<string, { transactionId: string; setAside: boolean; eventId: string }>();
    for (const { eventId, payload } of messages) {
      for (const { transactionId, setAside } of payload.transactions) if ((latest.get(transactionId)?.eventId ?? '') <= eventId) latest.set(transactionId, { transactionId, setAside, eventId });
    }
    for (const chunk of inChunks([...latest.values()])) {
      await tx.query(
        `insert into receipt (organisation_id, transaction_id, set_aside, set_aside_by_event)
         select $1, * from unnest($2::uuid[], $3::boolean[], $4::uuid[])
         on conflict (organisation_id, transaction_id) do update set set_aside = excluded.set_aside, set_aside_by_event = excluded.set_aside_by_event
         where receipt.set_aside_by_event is null or receipt.set_aside_by_event < excluded.set_aside_by_event`,
        [organisationId, ...columns(chunk, ['transactionId', 'setAside', 'eventId'])],
      );
    }
    await noteChange(tx, organisationId);
    return () => this.announcements.onlyReceiptsMoved(organisationId);
  }
}
