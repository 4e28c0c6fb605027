import { type Transaction } from '@lettrage/persistence';
import { type CreditFacts, creditColumns } from './case-rows.js';
import { type PlaceInQueue } from './second-looks.js';

/** An open item or a customer of which there is something new. */
export interface News {
  readonly id: string;
  /** The customer of whom what was said before may not be true any more; null where nothing can have been said. */
  readonly saidOf: string | null;
}

/** Begins a pass, if anything waits; one that is under way is over. */
export async function beginNewsPass(tx: Transaction, organisationId: string, passId: string): Promise<boolean> {
  const [, begun] = await tx.query<[unknown[], number]>('update organisation_state set news_pass_id = $2 where organisation_id = $1 and waiting > 0', [organisationId, passId]);
  return begun > 0;
}

export async function storeNews(tx: Transaction, organisationId: string, news: readonly News[]): Promise<void> {
  await tx.query(
    `insert into book_news (organisation_id, news_id, said_of) select $1, * from unnest($2::uuid[], $3::uuid[])
     on conflict (organisation_id, news_id) do update set said_of = coalesce(excluded.said_of, book_news.said_of)`,
    [organisationId, news.map(({ id }) => id), news.map(({ saidOf }) => saidOf)],
  );
}

export function readNews(tx: Transaction): Promise<News[]> {
  return tx.query('select news_id as id, said_of as "saidOf" from book_news');
}

export async function currentNewsPass(tx: Transaction): Promise<string | null> {
  const [state] = await tx.query<{ pass: string | null }[]>('select news_pass_id as pass from organisation_state');
  return state?.pass ?? null;
}

/** All news have been looked at: while a pass is the current one, none has come since it began. */
export async function endNewsPass(tx: Transaction, organisationId: string): Promise<void> {
  await tx.query('delete from book_news where organisation_id = $1', [organisationId]);
  await tx.query('update organisation_state set news_pass_id = null where organisation_id = $1', [organisationId]);
}

/** A waiting credit, and whether what is said of it speaks of one of these customers. */
export type WaitingCredit = CreditFacts & { readonly isSaidOf: boolean };

/** What the bank said of the next cases that wait, oldest booking first. */
export function waitingAfter(tx: Transaction, after: PlaceInQueue | null, saidOf: readonly string[], most: number): Promise<WaitingCredit[]> {
  return tx.query(
    `select ${creditColumns},
            $4::uuid[] <> '{}' and exists (select from jsonb_array_elements(proposals) as proposal where (proposal ->> 'customerId')::uuid = any ($4)) as "isSaidOf"
     from payment_case where state = 'waiting' and ($1::date is null or (booking_date, transaction_id) > ($1, $2::uuid)) order by booking_date, transaction_id limit $3`,
    [after?.bookingDate ?? null, after?.transactionId ?? null, most, saidOf],
  );
}
