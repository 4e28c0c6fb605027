import { type EventContract } from '@lettrage/contracts';
import { newId, type Transaction } from '@lettrage/persistence';
import { handover } from '../handover.js';
import { largestMessageBytes } from '../message-size.js';

/** Messages that one statement writes, and the bytes of their payloads together. */
const mostAtOnce = 2000;
const mostBytesAtOnce = 8 * 1024 ** 2;

/** More than a message may carry: whoever says it must cut it into several. */
export class MessageTooLarge extends Error {
  override readonly name = 'MessageTooLarge';
}

/**
 * Says events, in the transaction that makes them true: they leave the house if and only if it commits. A payload that its
 * contract does not allow, or that is larger than a message may be, is a bug and stops the transaction.
 */
export async function publish<Payload>(tx: Transaction, organisationId: string, contract: EventContract<Payload>, payloads: readonly Payload[]): Promise<void> {
  for (const batch of batchesOf(organisationId, contract, payloads)) await batch.write(tx, organisationId, contract);
}

/** As `publish`, in two steps: everything is checked and put into bytes now, and written when the transaction, which may be busy meanwhile, is handed in. */
export function readyToPublish<Payload>(organisationId: string, contract: EventContract<Payload>, payloads: readonly Payload[]): (tx: Transaction) => Promise<void> {
  const batches = [...batchesOf(organisationId, contract, payloads)];
  return async (tx) => {
    for (const batch of batches) await batch.write(tx, organisationId, contract);
  };
}

function* batchesOf<Payload>(organisationId: string, contract: EventContract<Payload>, payloads: readonly Payload[]): Generator<Batch> {
  let batch = new Batch();
  for (const payload of payloads) {
    const checked = contract.schema.parse(payload);
    const text = JSON.stringify(checked);
    const eventId = newId();
    batch.add(eventId, contract.key(checked) ?? organisationId, bytesOf(contract, text));
    handover.keep(eventId, { topic: contract.topic.name, text, checked });
    if (batch.isFull) {
      yield batch;
      batch = new Batch();
    }
  }
  if (!batch.isEmpty) yield batch;
}

/** Rows for the outbox. Their payloads go to PostgreSQL as bytes in one piece: quoted as elements of an array, or each as a value of its own, they cost several times as much. */
class Batch {
  private readonly eventIds: string[] = [];
  private readonly keys: string[] = [];
  private readonly payloads: Buffer[] = [];
  private readonly starts: number[] = [];
  private readonly lengths: number[] = [];
  private bytes = 0;

  get isEmpty(): boolean {
    return this.keys.length === 0;
  }

  get isFull(): boolean {
    return this.keys.length >= mostAtOnce || this.bytes >= mostBytesAtOnce;
  }

  add(eventId: string, key: string, payload: Buffer): void {
    this.eventIds.push(eventId);
    this.keys.push(key);
    this.payloads.push(payload);
    this.starts.push(this.bytes + 1);
    this.lengths.push(payload.length);
    this.bytes += payload.length;
  }

  async write(tx: Transaction, organisationId: string, { topic, name }: Pick<EventContract<unknown>, 'topic' | 'name'>): Promise<void> {
    await tx.query(
      `insert into outbox (organisation_id, topic, name, event_id, key, payload)
       select $1, $2, $3, event_id, key, convert_from(substring($4::bytea from start for length), 'UTF8')
       from unnest($5::uuid[], $6::text[], $7::int[], $8::int[]) with ordinality as said (event_id, key, start, length, place) order by place`,
      [organisationId, topic.name, name, Buffer.concat(this.payloads, this.bytes), this.eventIds, this.keys, this.starts, this.lengths],
    );
  }
}

function bytesOf<Payload>({ name }: EventContract<Payload>, text: string): Buffer {
  const bytes = Buffer.from(text);
  if (bytes.length > largestMessageBytes) throw new MessageTooLarge(`${name}: a message of ${bytes.length} bytes; at most ${largestMessageBytes} may be said at once`);
  return bytes;
}
