import { type Learning } from '@lettrage/matching-engine';
import { deflateSync, inflateSync } from 'node:zlib';

/** Learning as a table keeps it: about 15 bytes a lesson. The lowest level of compression is the quickest, and nearly as small. */
export function packed(learning: Learning): Uint8Array {
  return deflateSync(JSON.stringify(learning), { level: 1 });
}

export function unpacked(bytes: Uint8Array): Learning {
  return JSON.parse(inflateSync(bytes).toString()) as Learning;
}
