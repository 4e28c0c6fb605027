import { historyRecorded, type PayloadOf } from '@lettrage/contracts';
import { type AfterCommit, type Message, type MessageHandler } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { Announcements } from '../../announcing/announcements.js';
import { historicPayments } from '../../domain/historic-payments.js';
import { columns, inChunks } from '../../persistence/columns.js';
import { noteChange } from '../../persistence/note-change.js';

type HistoryRecorded = PayloadOf<typeof historyRecorded>;

/** How customers paid before the company used this system. The same history uploaded again changes nothing. */
@Injectable()
export class LearnFromHistory implements MessageHandler<HistoryRecorded> {
  readonly contract = historyRecorded;

  constructor(private readonly announcements: Announcements) {}

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<HistoryRecorded>[]): Promise<AfterCommit> {
    const payments = historicPayments(messages.flatMap(({ payload }) => payload.payments));
    for (const chunk of inChunks(payments)) {
      await tx.query(
        `insert into item_payment (organisation_id, payment_id, customer_id, item_key, issue_date, due_date, paid_date, amount_minor, live)
         select $1, *, 1 from unnest($2::text[], $3::uuid[], $4::text[], $5::date[], $6::date[], $7::date[], $8::bigint[])
         on conflict (organisation_id, payment_id) do nothing`,
        [organisationId, ...columns(chunk, ['paymentId', 'customerId', 'itemKey', 'issueDate', 'dueDate', 'paidDate', 'amountMinor'])],
      );
    }
    await noteChange(tx, organisationId);
    return () => this.announcements.behaviourMoved(organisationId);
  }
}
