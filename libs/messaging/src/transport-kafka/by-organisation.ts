import { createHash } from 'node:crypto';

/** The partition of an organisation: the same on every topic, whatever the key, so that one consumer owns its order. */
export function partitionOf(organisationId: string, partitions: number): number {
  return createHash('sha256').update(organisationId).digest().readUInt32BE(0) % partitions;
}
