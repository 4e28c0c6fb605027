import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Notes, openNotes } from '../testing/notes.js';
import { sqlState } from './index.js';
import { withBinaryLists } from './binary-arrays.js';

let notes: Notes;
beforeAll(async () => {
  notes = await openNotes();
});
afterAll(() => notes?.stop());
const query = <Row>(sql: string, values: unknown[]) => notes.database.inOrganisation(randomUUID(), (tx) => tx.query<Row[]>(sql, values));
const isBinary = (sql: string, list: unknown[]) => Buffer.isBuffer(withBinaryLists(sql, [list])[0]);

const nullable = <T>(of: fc.Arbitrary<T>) => fc.array(fc.option(of, { nil: null, freq: 8 }), { maxLength: 40 });
/** Of what PostgreSQL keeps: no zero byte. Long and short, in all alphabets. */
const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ maxLength: 80 }), fc.constant('ü'.repeat(3000))).map((some) => some.replaceAll('\u0000', ''));
const day = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const lists: Readonly<Record<string, fc.Arbitrary<unknown[]>>> = {
  uuid: nullable(fc.oneof(fc.uuid(), fc.uuid().map((id) => id.toUpperCase()))),
  text: nullable(text),
  jsonb: nullable(fc.json().map((json) => json.replaceAll(String.raw`\u0000`, ''))),
  int: nullable(fc.integer()),
  smallint: nullable(fc.integer({ min: -32_768, max: 32_767 })),
  bigint: nullable(fc.oneof(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), fc.maxSafeInteger(), fc.bigInt({ min: -3n, max: 3n }))),
  boolean: nullable(fc.boolean()),
  date: nullable(day),
  timestamptz: nullable(fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })),
};

describe('a list as bytes', () => {
  it.each(Object.keys(lists))('is the list that its text is: %s', async (type) => {
    await fc.assert(
      fc.asyncProperty(lists[type]!, async (list) => {
        expect(isBinary(`select $1::${type}[]`, list)).toBe(true);
        // The first by bytes; the second, whose type is not said of the parameter itself, as pg writes lists.
        const rows = await query(`select $1::${type}[] is not distinct from cast($2 as ${type}[]) as same, coalesce(cardinality($1), -1) as length`, [list, list]);
        expect(rows).toEqual([{ same: true, length: list.length }]);
      }),
      { numRuns: 60 },
    );
  });

  it('comes back as it went: ends of days and numbers, quotes, backslashes, and nothing', async () => {
    const values = [['2024-02-29', '1000-01-01', '9999-12-31', '1999-12-31', null], [2n ** 63n - 1n, -(2n ** 63n), -1n, 4_294_967_296n, null], ['', 'NULL', '"', '\\', '{a,b}', 'née Øyvind 🙂', null], [], [undefined, true]];
    expect(await query('select $1::date[]::text[] as a, $2::bigint[] as b, $3::text[] as c, $4::uuid[] as d, $5::boolean[] as e', values)).toEqual([{ a: values[0], b: values[1], c: values[2], d: [], e: [null, true] }]);
  });
});

describe('a list stays text', () => {
  it('where the statement does not say at first what it is of', () => {
    for (const sql of ['select any ($1)', 'select organisation_id = any ($1) or x = any ($1::uuid[])', 'select $1::numeric[]', 'select $1::uuid', 'select $10::uuid[]']) expect(isBinary(sql, [randomUUID()])).toBe(false);
    expect(withBinaryLists('select $2::int[], $1::text[]', [['a'], [1]]).map((value) => Buffer.isBuffer(value))).toEqual([true, true]);
    expect(withBinaryLists('select $1::int[]', ['{1}', 7, null])).toEqual(['{1}', 7, null]);
  });

  it.each<[string, unknown[]]>([
    ['uuid', ['x', '0190a5f0-0000-7000-8000-00000000000g', '0190a5f0x0000-7000-8000-000000000001', '0190a5f0-0000-7000-8000-0000000000é1']],
    ['date', ['2026-02-30', '2026-13-01', 'infinity', '0044-03-15', '2026-1-1']],
    ['int', [2 ** 31, 0.5, '7']],
    ['bigint', [2n ** 63n, 1.5, '7']],
    ['text', [7, ['a']]],
    ['timestamptz', [new Date(Number.NaN), '2026-01-01']],
  ])('where an element has not the form of its type: %s', (type, elements) => {
    for (const element of elements) expect({ element, binary: isBinary(`select $1::${type}[]`, [null, element]) }).toEqual({ element, binary: false });
  });

  it('so that the server says what is wrong, or takes it', async () => {
    const failed = (sql: string, list: unknown[]) => query(sql, [list]).then(() => 'taken', (error: unknown) => sqlState(error));
    expect(await failed('select $1::uuid[]', ['nobody'])).toBe('22P02');
    expect(await failed('select $1::date[]', ['2026-02-30'])).toBe('22008');
    expect(await failed('select $1::int[]', [2 ** 31])).toBe('22003');
    expect(await failed('select $1::text[]', ['a\u0000b'])).toBe('22021');
    expect(await failed('select $1::int[]', ['7'])).toBe('taken');
  });
});
