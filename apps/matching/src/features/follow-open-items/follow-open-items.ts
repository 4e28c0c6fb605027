import { openItemChanged, type OpenItemSnapshot } from '@lettrage/contracts';
import { type Message, type MessageHandler } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { latestById } from '../../domain/latest-snapshots.js';
import { Engines } from '../../engine/engines.js';
import { minor } from '../../domain/payment-case.js';
import { itemColumns, type ItemRow } from '../../persistence/item-rows.js';

/** Keeps the matcher's copy of open items, and the engine's. An older snapshot than the one at hand changes nothing. */
@Injectable()
export class FollowOpenItems implements MessageHandler<OpenItemSnapshot> {
  readonly contract = openItemChanged;

  constructor(private readonly engines: Engines) {}

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<OpenItemSnapshot>[]): Promise<void> {
    const session = await this.engines.open(tx, organisationId);
    const latest = latestById(messages.map((message) => message.payload), (item) => item.itemId);
    const changed = await tx.query<ItemRow[]>(
      `insert into open_item (organisation_id, item_id, version, customer_id, number, kind, issue_date, due_date, currency, total_minor, open_minor, structured_reference, order_reference)
       select $1, * from unnest($2::uuid[], $3::int[], $4::uuid[], $5::text[], $6::text[], $7::date[], $8::date[], $9::text[], $10::bigint[], $11::bigint[], $12::text[], $13::text[])
       on conflict (organisation_id, item_id) do update set version = excluded.version, customer_id = excluded.customer_id, number = excluded.number, kind = excluded.kind,
         issue_date = excluded.issue_date, due_date = excluded.due_date, currency = excluded.currency, total_minor = excluded.total_minor, open_minor = excluded.open_minor,
         structured_reference = excluded.structured_reference, order_reference = excluded.order_reference
       where excluded.version > open_item.version returning ${itemColumns}`,
      [
        organisationId, latest.map((i) => i.itemId), latest.map((i) => i.version), latest.map((i) => i.customerId), latest.map((i) => i.number), latest.map((i) => i.kind), latest.map((i) => i.issueDate),
        latest.map((i) => i.dueDate), latest.map((i) => i.currency), latest.map((i) => minor(i.total, i.currency)), latest.map((i) => minor(i.open, i.currency)), latest.map((i) => i.structuredReference),
        latest.map((i) => i.orderReference),
      ],
    );
    session.putItems(changed);
    await session.finish();
  }
}
