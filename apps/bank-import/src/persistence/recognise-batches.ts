import { type Transaction } from '@lettrage/persistence';
import { entries, entriesParameters, type StatementAccount } from './staging.js';

/** Days between a bulk booking and the notification of its payments. */
const mostDays = 5;

/** Whether two bulk bookings name each other: by the reference of the entry, or by an id that the customer gave to the order. */
const named = (a: string, b: string) =>
  `(${a} ->> 'reference' = ${b} ->> 'reference' or exists (select from jsonb_array_elements_text(${a} -> 'ids') as one join jsonb_array_elements_text(${b} -> 'ids') as other on one = other))`;

/**
 * A bulk booking and its payments are the same money, told in either order. Payments that add up to a stored booking to the cent wait, marked with it, until it is
 * known to be free; a booking whose payments are stored is known. A line of another format with the payments' sum and day may be their booking.
 */
export async function recogniseBatches(tx: Transaction, organisationId: string, accounts: readonly StatementAccount[], dialect: string): Promise<void> {
  const [{ any }] = await tx.query<[{ any: boolean }]>('select exists (select from staged where batch is not null) as any');
  if (!any) return;
  const parameters = entriesParameters(organisationId, accounts);
  const payments = `
    select bank_account_id, statement, batch ->> 'entry' as entry, currency, sum(amount_minor) as total, min(booking_date) as booking_date, (array_agg(batch))[1] as batch
    from (${entries}) as entry where status = 'booked' and batch is not null and not (batch ->> 'whole')::boolean
    group by 1, 2, 3, 4 having not bool_or(known) and count(*) > 0`;
  const holdPayments = (booking: string) => `
    insert into recognised (place, candidates, batch_of)
    select entry.place, array[pair.transaction_id], pair.transaction_id
    from (
      select payments.*, booking.transaction_id,
        row_number() over (partition by payments.bank_account_id, payments.statement, payments.entry order by abs(payments.booking_date - booking.booking_date), booking.transaction_id) as of_payments,
        row_number() over (partition by booking.transaction_id order by abs(payments.booking_date - booking.booking_date), payments.statement, payments.entry) as of_booking
      from (${payments}) as payments
      join transaction as booking on booking.organisation_id = $1 and booking.bank_account_id = payments.bank_account_id and booking.status = 'booked'
        and booking.amount_minor = payments.total and booking.currency = payments.currency and ${booking}
      where not exists (select from recognised where batch_of = booking.transaction_id)
    ) as pair
    join (${entries}) as entry on entry.bank_account_id = pair.bank_account_id and entry.statement = pair.statement and entry.batch ->> 'entry' = pair.entry and entry.currency = pair.currency
    where of_payments = 1 and of_booking = 1 and entry.status = 'booked' and not entry.held`;
  // An archive may hold the statement and the notification: the booking is then superseded as it comes.
  await tx.query(
    `update staged set status = 'superseded'
     from (
       select entry.place, row_number() over (partition by entry.place order by payments.statement, payments.entry) as of_booking,
         row_number() over (partition by payments.statement, payments.entry order by entry.place) as of_payments
       from (${entries}) as entry join (${payments}) as payments on payments.bank_account_id is not distinct from entry.bank_account_id and payments.total = entry.amount_minor
         and payments.currency = entry.currency and abs(payments.booking_date - entry.booking_date) <= ${mostDays} and ${named('payments.batch', 'entry.batch')}
       where entry.status = 'booked' and not entry.known and entry.batch is not null and (entry.batch ->> 'whole')::boolean
     ) as pair
     where pair.place = staged.place and of_booking = 1 and of_payments = 1`,
    parameters,
  );
  await tx.query(holdPayments(`booking.batch is not null and (booking.batch ->> 'whole')::boolean and abs(booking.booking_date - payments.booking_date) <= ${mostDays} and ${named('payments.batch', 'booking.batch')}`), parameters);
  await tx.query(
    holdPayments(`booking.batch is null and booking.booking_date = payments.booking_date and exists (
      select from statement_file as file where file.organisation_id = $1 and file.statement_file_id = booking.statement_file_id and coalesce(file.dialect, file.format) <> $4)`),
    [...parameters, dialect],
  );
  await tx.query(
    `insert into recognised (place, transaction_id)
     select place, transaction_id
     from (
       select entry.place, told.transaction_id, row_number() over (partition by entry.place order by told.transaction_id) as of_entry, row_number() over (partition by told.transaction_id order by entry.place) as of_told
       from (${entries}) as entry
       join (
         select bank_account_id, statement_file_id, statement, batch ->> 'entry' as entry, currency, sum(amount_minor) as total, min(booking_date) as booking_date, (array_agg(batch))[1] as batch,
           (array_agg(transaction_id order by transaction_id))[1] as transaction_id
         from transaction
         where organisation_id = $1 and bank_account_id = any ($3::uuid[]) and batch is not null and not (batch ->> 'whole')::boolean and status = 'booked'
           and booking_date between (select min(booking_date) - ${mostDays} from staged) and (select max(booking_date) + ${mostDays} from staged)
         group by 1, 2, 3, 4, 5
       ) as told on told.bank_account_id = entry.bank_account_id and told.total = entry.amount_minor and told.currency = entry.currency
         and abs(told.booking_date - entry.booking_date) <= ${mostDays} and ${named('told.batch', 'entry.batch')}
       where entry.status = 'booked' and not entry.known and not entry.held and entry.batch is not null and (entry.batch ->> 'whole')::boolean
     ) as pair
     where of_entry = 1 and of_told = 1`,
    parameters,
  );
}

/** Whether a bulk booking of the file is told by nothing but itself: its payments have come neither before it nor with it. */
export async function anyBatchWithoutPayments(tx: Transaction, organisationId: string, accounts: readonly StatementAccount[]): Promise<boolean> {
  const [{ any }] = await tx.query<[{ any: boolean }]>(
    `select exists (select from (${entries}) as entry where status = 'booked' and (batch ->> 'whole')::boolean and (not known or stored_status = 'booked')) as any`,
    entriesParameters(organisationId, accounts),
  );
  return any;
}
