import { openItemsChanged, type OpenItemSnapshot, type PayloadOf } from '@lettrage/contracts';
import { type Message, type MessageHandler } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { latestById } from '../../domain/latest-snapshots.js';
import { Engines } from '../../engine/engines.js';
import { noteNews } from '../../engine/look-again.js';
import { minor } from '../../domain/payment-case.js';
import { type ItemRow } from '../../persistence/item-rows.js';

type Changed = PayloadOf<typeof openItemsChanged>;

/** Keeps the matcher's copy of open items, and the engine's. An older snapshot than the one at hand changes nothing. */
@Injectable()
export class FollowOpenItems implements MessageHandler<Changed> {
  readonly contract = openItemsChanged;

  constructor(private readonly engines: Engines) {}

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<Changed>[]): Promise<void> {
    const session = await this.engines.open(tx, organisationId);
    const latest = latestById(messages.flatMap((message) => message.payload.items), (item) => item.itemId);
    const rows = latest.map(rowOf);
    const changed = await tx.query<{ id: string; news: 'new' | 'other' | null }[]>(
      `insert into open_item (organisation_id, item_id, version, customer_id, number, kind, issue_date, due_date, currency, total_minor, open_minor, structured_reference, order_reference)
       select $1, * from unnest($2::uuid[], $3::int[], $4::uuid[], $5::text[], $6::text[], $7::date[], $8::date[], $9::text[], $10::bigint[], $11::bigint[], $12::text[], $13::text[])
       on conflict (organisation_id, item_id) do update set version = excluded.version, customer_id = excluded.customer_id, number = excluded.number, kind = excluded.kind,
         issue_date = excluded.issue_date, due_date = excluded.due_date, currency = excluded.currency, total_minor = excluded.total_minor, open_minor = excluded.open_minor,
         structured_reference = excluded.structured_reference, order_reference = excluded.order_reference
       where excluded.version > open_item.version returning item_id as id,
         case when new.open_minor = 0 then null when old.item_id is null then 'new'
              when abs(new.open_minor) > abs(old.open_minor) or (new.customer_id, new.number, new.currency, new.structured_reference, new.order_reference)
                is distinct from (old.customer_id, old.number, old.currency, old.structured_reference, old.order_reference) then 'other' end as news`,
      [
        organisationId, rows.map((i) => i.id), rows.map((i) => i.version), rows.map((i) => i.customerId), rows.map((i) => i.number), rows.map((i) => i.kind), rows.map((i) => i.issueDate),
        rows.map((i) => i.dueDate), rows.map((i) => i.currency), rows.map((i) => i.totalMinor), rows.map((i) => i.openMinor), rows.map((i) => i.structuredReference), rows.map((i) => i.orderReference),
      ],
    );
    const newsOf = new Map(changed.map(({ id, news }) => [id, news]));
    session.putItems(rows.filter(({ id }) => newsOf.has(id)));
    // What was paid concerns nobody who waits; most of what comes in is that.
    await noteNews(session, rows.flatMap(({ id, customerId }) => (newsOf.get(id) ? [{ id, saidOf: newsOf.get(id) === 'other' ? customerId : null }] : [])));
    await session.finish();
  }
}

function rowOf({ itemId: id, total, open, ...item }: OpenItemSnapshot): ItemRow {
  return { ...item, id, totalMinor: minor(total, item.currency), openMinor: minor(open, item.currency) };
}
