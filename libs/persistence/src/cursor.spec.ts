import { describe, expect, it } from '@jest/globals';
import { decodeCursor, encodeCursor, likePattern, pageOf, rolePassword, roleUrl, tableRights } from './index.js';

describe('paging by key', () => {
  it('gives a page, and a cursor only where there is another', () => {
    const page = (rows: number[]) => pageOf(rows, 2, (row) => [String(row), null], (row) => ({ row }));
    expect(page([1, 2])).toEqual({ items: [{ row: 1 }, { row: 2 }], nextCursor: null });
    expect(page([])).toEqual({ items: [], nextCursor: null });
    const { items, nextCursor } = page([1, 2, 3]);
    expect(items).toEqual([{ row: 1 }, { row: 2 }]);
    expect(decodeCursor(nextCursor!, 2)).toEqual(['2', null]);
  });

  it('reads a cursor that nobody issued as none', () => {
    for (const cursor of [undefined, '', 'x', encodeCursor(['a']), Buffer.from('[1,2]').toString('base64url'), Buffer.from('{}').toString('base64url')]) expect(decodeCursor(cursor, 2)).toBeUndefined();
    expect(decodeCursor(encodeCursor(['é"', null]), 2)).toEqual(['é"', null]);
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
