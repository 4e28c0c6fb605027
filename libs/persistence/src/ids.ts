import { v7 } from 'uuid';

/** A new identifier, ordered by the time of its making (UUID version 7, RFC 9562), so that indexes grow at one end. */
export function newId(): string {
  return v7();
}
