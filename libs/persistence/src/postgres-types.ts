import pg from 'pg';

const int8 = 20;
const int8Array = 1016;
const date = 1082;

/** How PostgreSQL's values arrive: `bigint` as BigInt (money), `date` as 'YYYY-MM-DD' (never through a clock), the rest as pg does. */
export const postgresTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
    if (format !== 'binary') {
      if (oid === int8) return BigInt;
      if (oid === date) return (text) => text;
      if (oid === int8Array) return (text) => (text === '{}' ? [] : text.slice(1, -1).split(',').map((item) => (item === 'NULL' ? null : BigInt(item))));
    }
    return pg.types.getTypeParser(oid, format as 'text') as (text: string) => unknown;
  },
};
