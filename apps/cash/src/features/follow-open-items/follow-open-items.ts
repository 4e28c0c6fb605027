import { openItemsChanged, type PayloadOf } from '@lettrage/contracts';
import { type AfterCommit, type Message, type MessageHandler } from '@lettrage/messaging';
import { minorUnits, parseDecimal } from '@lettrage/money';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { Announcements } from '../../announcing/announcements.js';
import { newestVersions } from '../../domain/newest.js';
import { columns } from '../../persistence/columns.js';
import { noteChange } from '../../persistence/note-change.js';

type Changed = PayloadOf<typeof openItemsChanged>;

/** Invoices and credit notes with what is open of them; a snapshot that is older than what is known changes nothing. */
@Injectable()
export class FollowOpenItems implements MessageHandler<Changed> {
  readonly contract = openItemsChanged;

  constructor(private readonly announcements: Announcements) {}

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<Changed>[]): Promise<AfterCommit> {
    const items = newestVersions(messages.flatMap(({ payload }) => payload.items), ({ itemId }) => itemId).map((item) => ({
      ...item,
      totalMinor: parseDecimal(item.total, minorUnits(item.currency)),
      openMinor: parseDecimal(item.open, minorUnits(item.currency)),
    }));
    await tx.query(
      `insert into open_item (organisation_id, item_id, version, customer_id, number, issue_date, due_date, currency, total_minor, open_minor)
       select $1, * from unnest($2::uuid[], $3::int[], $4::uuid[], $5::text[], $6::date[], $7::date[], $8::text[], $9::bigint[], $10::bigint[])
       on conflict (organisation_id, item_id) do update set version = excluded.version, customer_id = excluded.customer_id, number = excluded.number, issue_date = excluded.issue_date,
         due_date = excluded.due_date, currency = excluded.currency, total_minor = excluded.total_minor, open_minor = excluded.open_minor where excluded.version > open_item.version`,
      [organisationId, ...columns(items, ['itemId', 'version', 'customerId', 'number', 'issueDate', 'dueDate', 'currency', 'totalMinor', 'openMinor'])],
    );
    await noteChange(tx, organisationId);
    return () => this.announcements.somethingMoved(organisationId, items.length);
  }
}
