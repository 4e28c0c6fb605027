import { type Transaction } from '@lettrage/persistence';
import { createHash } from 'node:crypto';
import { projectionTables } from './schema.js';

/**
 * One hash over every projected row that the transaction sees (an organisation's, or all of them for a superuser): equal if and
 * only if the rows are. A rebuild from the log must not change it.
 */
export async function hashOfCash(tx: Pick<Transaction, 'query'>): Promise<string> {
  const whole = createHash('sha256');
  for (const table of projectionTables) {
    const [row] = await tx.query<[{ hash: string; rows: bigint }]>(
      `select count(*) as rows, encode(sha256(coalesce(string_agg(one.hash, '' order by one.hash), '')::bytea), 'hex') as hash
       from (select encode(sha256(convert_to(${table}::text, 'UTF8')), 'hex') as hash from ${table}) as one`,
    );
    whole.update(`${table} ${row.rows} ${row.hash}\n`);
  }
  return whole.digest('hex');
}
