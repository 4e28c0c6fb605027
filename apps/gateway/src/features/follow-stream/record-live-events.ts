import { streamedEvents } from '@lettrage/contracts';
import { type Message, type MessageHandler } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { Injectable, type Type } from '@nestjs/common';

/** On this channel every gateway hears which organisation has something new. */
export const liveChannel = 'lettrage_live';

/** One handler for each event that the browser's stream carries. */
export const liveHandlers: readonly Type<MessageHandler>[] = streamedEvents.map(handlerOf);

function handlerOf(contract: MessageHandler['contract']): Type<MessageHandler> {
  @Injectable()
  class RecordLiveEvent implements MessageHandler {
    readonly contract = contract;

    handle(tx: Transaction, organisationId: string, messages: readonly Message<unknown>[]): Promise<void> {
      return recordLiveEvents(tx, organisationId, contract.name, messages.map(({ payload }) => payload));
    }
  }
  return RecordLiveEvent;
}

/**
 * Keeps the events for whoever follows now or resumes within the hour. The lock lasts until the commit: within an organisation numbers become
 * visible in their order, so that who has seen one has missed none before it.
 */
async function recordLiveEvents(tx: Transaction, organisationId: string, name: string, payloads: readonly unknown[]): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('lettrage live ' || $1, 0))`, [organisationId]);
  await tx.query(
    `with added as (insert into live_event (organisation_id, name, payload)
                   select $1::uuid, $2, payload from unnest($3::text[]) with ordinality as new (payload, place) order by place returning id)
     select pg_notify('${liveChannel}', $1::text) from (select max(id) from added) as last`,
    [organisationId, name, payloads.map((payload) => JSON.stringify(payload))],
  );
}
