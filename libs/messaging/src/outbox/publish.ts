import { type EventContract } from '@lettrage/contracts';
import { newId, type Transaction } from '@lettrage/persistence';

const rowsPerStatement = 500;

/**
 * Says events, in the transaction that makes them true: they leave the house if and only if it commits. A payload that its
 * contract does not allow is a bug and stops the transaction.
 */
export async function publish<Payload>(tx: Transaction, organisationId: string, contract: EventContract<Payload>, payloads: readonly Payload[]): Promise<void> {
  for (let start = 0; start < payloads.length; start += rowsPerStatement) {
    const checked = payloads.slice(start, start + rowsPerStatement).map((payload) => contract.schema.parse(payload));
    // A parameter for each value: a payload may have 200 kB, and as the element of an array its quotes are escaped by us and unescaped there, at four times the cost.
    const values = checked.map((_, row) => `($${row * 3 + 4}, $1, $2, $3, $${row * 3 + 5}, $${row * 3 + 6})`);
    await tx.query(
      `insert into outbox (event_id, organisation_id, topic, name, key, payload) values ${values.join(', ')}`,
      [organisationId, contract.topic.name, contract.name, ...checked.flatMap((payload) => [newId(), contract.key(payload) ?? organisationId, JSON.stringify(payload)])],
    );
  }
}
