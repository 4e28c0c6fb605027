import { type EventContract } from '@lettrage/contracts';
import { newId, type Transaction } from '@lettrage/persistence';

/**
 * Says events, in the transaction that makes them true: they leave the house if and only if it commits. A payload that its
 * contract does not allow is a bug and stops the transaction.
 */
export async function publish<Payload>(tx: Transaction, organisationId: string, contract: EventContract<Payload>, payloads: readonly Payload[]): Promise<void> {
  if (payloads.length === 0) return;
  const checked = payloads.map((payload) => contract.schema.parse(payload));
  await tx.query(
    `insert into outbox (event_id, organisation_id, topic, name, key, payload)
     select event_id, $2, $3, $4, key, payload from unnest($1::uuid[], $5::text[], $6::text[]) with ordinality as row (event_id, key, payload, place) order by place`,
    [checked.map(newId), organisationId, contract.topic.name, contract.name, checked.map((payload) => contract.key(payload) ?? organisationId), checked.map((payload) => JSON.stringify(payload))],
  );
}
