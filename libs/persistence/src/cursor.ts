/** Keyset paging: a page's last sort key, opaque to the caller. A cursor that nobody issued reads as undefined. */
export function encodeCursor(key: readonly (string | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** A key's parts may be of any form (then only their number is given), or each of the form that the query needs: a date, an id. */
export function decodeCursor(cursor: string | undefined, parts: number | readonly ((part: string) => boolean)[]): (string | null)[] | undefined {
  if (cursor === undefined) return undefined;
  const fits = (part: unknown, index: number) => part === null || (typeof part === 'string' && (typeof parts === 'number' || parts[index]!(part)));
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === (typeof parts === 'number' ? parts : parts.length) && key.every(fits)) return key as (string | null)[];
  } catch {
    // not one of ours: read as no cursor, the first page
  }
  return undefined;
}

/** Cuts one row more than asked into a page and the cursor of the next. */
export function pageOf<Row, Item>(rows: readonly Row[], limit: number, key: (row: Row) => (string | null)[], item: (row: Row) => Item): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  return { items: shown.map(item), nextCursor: rows.length > limit ? encodeCursor(key(shown.at(-1)!)) : null };
}
