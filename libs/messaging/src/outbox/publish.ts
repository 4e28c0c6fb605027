import { type EventContract } from '@lettrage/contracts';
import { newId, type Transaction } from '@lettrage/persistence';
import { largestMessageBytes } from '../message-size.js';

const rowsPerStatement = 500;

/** More than a message may carry: whoever says it must cut it into several. */
export class MessageTooLarge extends Error {
  override readonly name = 'MessageTooLarge';
}

/**
 * Says events, in the transaction that makes them true: they leave the house if and only if it commits. A payload that its
 * contract does not allow, or that is larger than a message may be, is a bug and stops the transaction.
 */
export async function publish<Payload>(tx: Transaction, organisationId: string, contract: EventContract<Payload>, payloads: readonly Payload[]): Promise<void> {
  for (let start = 0; start < payloads.length; start += rowsPerStatement) {
    const checked = payloads.slice(start, start + rowsPerStatement).map((payload) => contract.schema.parse(payload));
    // A parameter for each value: a payload may have 200 kB, and as the element of an array its quotes are escaped by us and unescaped there, at four times the cost.
    const values = checked.map((_, row) => `($${row * 3 + 4}, $1, $2, $3, $${row * 3 + 5}, $${row * 3 + 6})`);
    await tx.query(
      `insert into outbox (event_id, organisation_id, topic, name, key, payload) values ${values.join(', ')}`,
      [organisationId, contract.topic.name, contract.name, ...checked.flatMap((payload) => [newId(), contract.key(payload) ?? organisationId, textOf(contract, payload)])],
    );
  }
}

function textOf<Payload>(contract: EventContract<Payload>, payload: Payload): string {
  const text = JSON.stringify(payload);
  // A character of JSON text has at most three bytes per UTF-16 unit: only what may be too large is measured.
  if (text.length * 3 > largestMessageBytes && Buffer.byteLength(text) > largestMessageBytes) {
    throw new MessageTooLarge(`${contract.name}: a message of ${Buffer.byteLength(text)} bytes; at most ${largestMessageBytes} may be said at once`);
  }
  return text;
}
