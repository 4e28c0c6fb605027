/** A cursor that no list issued. */
export class UnreadableCursor extends Error {
  constructor() {
    super('the cursor is none that this list has given');
    this.name = 'UnreadableCursor';
  }
}

/** Keyset paging: a page's last sort key, opaque to the caller. */
export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key behind a cursor, each part of the form that the query needs: a date, an id. Undefined for none, or an empty one: the first page. Throws `UnreadableCursor`. */
export function decodeCursor(cursor: string | undefined, parts: readonly ((part: string) => boolean)[]): string[] | undefined {
  if (!cursor) return undefined;
  const key = parsed(Buffer.from(cursor, 'base64url').toString());
  if (!Array.isArray(key) || key.length !== parts.length || !key.every((part, index) => typeof part === 'string' && parts[index]!(part))) throw new UnreadableCursor();
  return key as string[];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableCursor();
  }
}

export const isText = (_part: string): boolean => true;
export const isNumber = (part: string): boolean => /^\d{1,9}$/.test(part);

/** Cuts one row more than asked into a page and the cursor of the next. */
export function pageOf<Row, Item>(rows: readonly Row[], limit: number, key: (row: Row) => string[], item: (row: Row) => Item): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  return { items: shown.map(item), nextCursor: rows.length > limit ? encodeCursor(key(shown.at(-1)!)) : null };
}
