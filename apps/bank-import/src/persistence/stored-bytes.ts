import { type Database, type Transaction } from '@lettrage/persistence';
import { promisify } from 'node:util';
import { zstdCompress } from 'node:zlib';

const compress = promisify(zstdCompress);

/** Keeps a file's bytes, each piece as a zstd frame of its own (RFC 8878). While one is stored the next is compressed. */
export async function storeBytes(tx: Transaction, organisationId: string, statementFileId: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  let position = 0;
  for await (const frame of framesAhead(pieces)) {
    await tx.query('insert into statement_file_chunk (organisation_id, statement_file_id, position, zstd) values ($1, $2, $3, $4)', [organisationId, statementFileId, position++, frame]);
  }
}

async function* framesAhead(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let next: Promise<Buffer> | undefined;
  for await (const piece of pieces) {
    const frame = next;
    next = compress(piece);
    next.catch(() => undefined); // it is heard of in its turn
    if (frame) yield await frame;
  }
  if (next) yield await next;
}

/** The pieces as they are kept. Each is fetched in a transaction of its own, because the caller's connection is busy copying rows. */
export async function* storedFrames(database: Database, organisationId: string, statementFileId: string): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; position++) {
    const [row] = await database.inOrganisation(organisationId, (tx) =>
      tx.query<{ zstd: Buffer }[]>('select zstd from statement_file_chunk where organisation_id = $1 and statement_file_id = $2 and position = $3', [organisationId, statementFileId, position]),
    );
    if (!row) return;
    yield row.zstd;
  }
}
