import { describe, expect, it } from '@jest/globals';
import { decodeCursor, encodeCursor, isNumber, isText, likePattern, pageOf, rolePassword, roleUrl, tableRights, UnreadableCursor } from './index.js';

describe('paging by key', () => {
  it('gives a page, and a cursor only where there is another', () => {
    const page = (rows: number[]) => pageOf(rows, 2, (row) => [String(row), 'é"'], (row) => ({ row }));
    expect(page([1, 2])).toEqual({ items: [{ row: 1 }, { row: 2 }], nextCursor: null });
    expect(page([])).toEqual({ items: [], nextCursor: null });
    const { items, nextCursor } = page([1, 2, 3]);
    expect(items).toEqual([{ row: 1 }, { row: 2 }]);
    expect(decodeCursor(nextCursor!, [isNumber, isText])).toEqual(['2', 'é"']);
  });

  it('begins at the first page without a cursor, and refuses one that nobody issued', () => {
    for (const none of [undefined, '']) expect(decodeCursor(none, [isText, isText])).toBeUndefined();
    const forged = ['x', '🚀', encodeCursor(['1']), encodeCursor(['one', 'b']), ...['null', '{}', '[1,"b"]', '["1",null]', '["1","b","c"]'].map((text) => Buffer.from(text).toString('base64url'))];
    for (const cursor of forged) expect(() => decodeCursor(cursor, [isNumber, isText])).toThrow(UnreadableCursor);
  });
});

describe('likePattern', () => {
  it('lets % and _ mean themselves', () => expect(likePattern('50%_Ä\\')).toBe('50\\%\\_ä\\\\'));
});

describe('role urls', () => {
  it('carry the role and a password that follows from secret and schema', () => {
    const url = new URL(roleUrl('postgres://admin:pw@db.example:5433/books?sslmode=require', 'secret', 'cash'));
    expect([url.username, url.password, url.host, url.pathname, url.search]).toEqual(['lettrage_cash', rolePassword('secret', 'cash'), 'db.example:5433', '/books', '?sslmode=require']);
    expect(new Set([rolePassword('a', 'cash'), rolePassword('a', 'matching'), rolePassword('b', 'cash')]).size).toBe(3);
  });
});

describe('tableRights', () => {
  it('always forces the wall, and grants what is named and no more', () => {
    const grants = (options: Parameters<typeof tableRights>[2]) => tableRights('cash', 't', options).filter((statement) => statement.startsWith('grant'));
    for (const options of [{}, { system: true }, { organisation: 'none' }] as const) {
      expect(tableRights('cash', 't', options).slice(0, 2)).toEqual(['alter table t enable row level security', 'alter table t force row level security']);
    }
    expect(grants({})).toEqual(['grant select, insert, update, delete on t to lettrage_cash']);
    expect(grants({ organisation: 'append_only' })).toEqual(['grant select, insert on t to lettrage_cash']);
    expect(grants({ organisation: 'none', system: true })).toEqual(['grant select, insert, update, delete on t to lettrage_cash_system']);
    expect(grants({ organisation: 'none' })).toEqual([]);
  });
});
