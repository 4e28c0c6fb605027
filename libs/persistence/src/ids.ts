import { v7 } from 'uuid';

/** Whether a text has the form of an identifier: what has not is nobody's, and PostgreSQL need not be asked. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** A new identifier, ordered by the time of its making (UUID version 7, RFC 9562), so that indexes grow at one end. */
export function newId(): string {
  return v7();
}
