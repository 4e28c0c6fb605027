import { type Transaction } from '@lettrage/persistence';
import { bandOf, methodOf } from '../domain/automatic-match.js';
import { caseColumns, type CaseRow } from './case-rows.js';

/** Where a pass over the queue stands. */
export interface PlaceInQueue {
  readonly bookingDate: string;
  readonly transactionId: string;
}

/** The next cases that wait, oldest booking first, locked. */
export function lockWaitingAfter(tx: Transaction, after: PlaceInQueue | null, most: number): Promise<CaseRow[]> {
  return tx.query<CaseRow[]>(
    `select ${caseColumns} from payment_case where state = 'waiting' and ($1::date is null or (booking_date, transaction_id) > ($1, $2::uuid)) order by booking_date, transaction_id limit $3 for update`,
    [after?.bookingDate ?? null, after?.transactionId ?? null, most],
  );
}

/** The oldest cases that wait and come from one of these payers, as the bank writes them. */
export async function waitingOfPayers(tx: Transaction, { names, ibans }: { readonly names: readonly string[]; readonly ibans: readonly string[] }, most: number): Promise<string[]> {
  if (names.length + ibans.length === 0) return [];
  const rows = await tx.query<{ id: string }[]>(
    `select transaction_id as id from payment_case where state = 'waiting' and (counterparty_name = any ($1) or counterparty_iban = any ($2)) order by booking_date, transaction_id limit $3`,
    [names, ibans, most],
  );
  return rows.map(({ id }) => id);
}

/** Begins a pass, if anything waits; one that is under way is over. */
export async function beginPass(tx: Transaction, organisationId: string, passId: string): Promise<boolean> {
  const [, begun] = await tx.query<[unknown[], number]>('update organisation_state set pass_id = $2 where organisation_id = $1 and waiting > 0', [organisationId, passId]);
  return begun > 0;
}

export async function currentPass(tx: Transaction): Promise<string | null> {
  const [state] = await tx.query<{ pass: string | null }[]>('select pass_id as pass from organisation_state');
  return state?.pass ?? null;
}

export async function endPass(tx: Transaction, organisationId: string): Promise<void> {
  await tx.query('update organisation_state set pass_id = null where organisation_id = $1', [organisationId]);
}

/** Under what certainties of a second look are counted, as new cases have it from the start. */
export async function markAutomatic(tx: Transaction, organisationId: string, certain: readonly CaseRow[]): Promise<void> {
  if (certain.length === 0) return;
  await tx.query(
    `update payment_case c set automatic_on = (c.decided_at at time zone 'UTC')::date, automatic_band = n.band, automatic_method = n.method
     from unnest($2::uuid[], $3::smallint[], $4::text[]) as n (transaction_id, band, method) where c.organisation_id = $1 and c.transaction_id = n.transaction_id`,
    [organisationId, certain.map((one) => one.transactionId), certain.map(({ proposals: [made] }) => bandOf(made!.confidence)), certain.map(({ proposals: [made] }) => methodOf(made!))],
  );
}

/** A case that goes on waiting with what is said of it now; who has read other choices has read another version. */
export interface Refreshed {
  readonly one: CaseRow;
  readonly otherChoices: boolean;
}

export async function refreshCases(tx: Transaction, organisationId: string, refreshed: readonly Refreshed[]): Promise<void> {
  if (refreshed.length === 0) return;
  await tx.query(
    `update payment_case c set version = c.version + case when n.other_choices then 1 else 0 end, waiting_because = n.waiting_because, proposals = n.proposals, remarks = n.remarks
     from unnest($2::uuid[], $3::boolean[], $4::text[], $5::jsonb[], $6::jsonb[]) as n (transaction_id, other_choices, waiting_because, proposals, remarks)
     where c.organisation_id = $1 and c.transaction_id = n.transaction_id`,
    [
      organisationId, refreshed.map(({ one }) => one.transactionId), refreshed.map(({ otherChoices }) => otherChoices), refreshed.map(({ one }) => one.waitingBecause),
      refreshed.map(({ one }) => JSON.stringify(one.proposals)), refreshed.map(({ one }) => one.remarks && JSON.stringify(one.remarks)),
    ],
  );
}
