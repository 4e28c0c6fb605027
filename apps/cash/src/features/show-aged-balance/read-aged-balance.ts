import { type CalendarDate } from '@lettrage/calendar';
import { type cashHttp } from '@lettrage/contracts';
import { formatDecimal, minorUnits } from '@lettrage/money';
import { decodeCursor, isId, isText, likePattern, pageOf, type Transaction } from '@lettrage/persistence';
import { agedOnWire, agedRows, nothingOwed, totalsOf } from '../../domain/aged-figures.js';
import { positionsSql } from '../../persistence/positions.js';

export interface AgedBalanceQuestion {
  readonly asOf: CalendarDate;
  readonly today: CalendarDate;
  readonly currency?: string | undefined;
  readonly search?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A sum of one of three parts: of a customer on the page, of all customers, of receipts without a payer. */
interface Sum {
  part: 'page' | 'total' | 'unidentified';
  customerId: string;
  number: string;
  name: string;
  sortName: string;
  currency: string;
  dueDate: CalendarDate | null;
  minor: bigint;
  count: number;
}

/** The page, the totals and the unidentified receipts come from one statement: they belong together to the cent, whatever is settled meanwhile. */
export async function readAgedBalance(tx: Transaction, question: AgedBalanceQuestion): Promise<cashHttp.AgedBalance> {
  const { asOf, currency, search, limit, cursor } = question;
  const [sortName = null, customerId = null, cursorCurrency = null] = decodeCursor(cursor, [isText, isId, isText]) ?? [];
  const sums = await tx.query<Sum[]>(pageSql(question), [asOf, currency ?? null, search ? likePattern(search) : null, sortName, customerId, cursorCurrency, limit + 1]);
  const part = (name: Sum['part']) => sums.filter((sum) => sum.part === name);
  const ofPage = part('page');
  const owed = new Map(agedRows(ofPage, asOf).map((row) => [`${row.customerId} ${row.currency}`, row.minor]));
  const owing = [...new Map(ofPage.map((sum) => [`${sum.customerId} ${sum.currency}`, sum])).values()];
  return {
    asOf,
    ...pageOf(
      owing,
      limit,
      (row) => [row.sortName, row.customerId, row.currency],
      (row): cashHttp.AgedBalanceRow => ({
        customerId: row.customerId,
        customerNumber: row.number,
        customerName: row.name,
        ...agedOnWire(row.currency, owed.get(`${row.customerId} ${row.currency}`) ?? nothingOwed),
      }),
    ),
    totals: totalsOf(part('total'), asOf),
    unidentified: part('unidentified').map((sum) => ({ currency: sum.currency, amount: formatDecimal(sum.minor, minorUnits(sum.currency)), transactions: sum.count })),
  };
}

/** A customer's name is empty for as long as only its items have been heard of. */
function pageSql({ asOf, today }: AgedBalanceQuestion): string {
  return `
    with ${positionsSql(asOf, today)},
    owing as (
      select customer_id, currency, coalesce(number, '') as number, coalesce(name, '') as name, lower(coalesce(name, '')) as sort_name
      from (select distinct customer_id, currency from position) as customers left join customer using (customer_id)
    ),
    page as (
      select * from owing
      where ($3::text is null or lower(name) like '%' || $3 || '%' or lower(number) like $3 || '%') and ($4::text is null or (sort_name, customer_id, currency) > ($4, $5::uuid, $6))
      order by sort_name, customer_id, currency limit $7
    )
    select * from (
      select 'page' as part, customer_id as "customerId", number, name, sort_name as "sortName", currency, due_date as "dueDate", sum(minor)::bigint as minor, 0 as count
      from page join position using (customer_id, currency) group by customer_id, number, name, sort_name, currency, due_date
      union all
      select 'total', null, null, null, null, currency, due_date, sum(minor)::bigint, 0 from position group by currency, due_date
      union all
      select 'unidentified', null, null, null, null, currency, null, sum(minor)::bigint, count(*)::int from unidentified group by currency
    ) as parts order by "sortName", "customerId", currency`;
}
