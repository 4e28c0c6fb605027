import { batchDetailed } from '@lettrage/contracts';
import { publish } from '@lettrage/messaging';
import { formatDecimal, minorUnits } from '@lettrage/money';
import { type Transaction } from '@lettrage/persistence';

interface Detailed {
  transactionId: string;
  amountMinor: bigint;
  currency: string;
  payments: number;
}

/**
 * Says of which bulk bookings a file holds the payments, all of them and to the cent, so that the matcher lets these go if nobody has decided on them. A line that only
 * may be a booking is not said, unless someone asks for it by `only`. Returns how many were said.
 */
export async function sayDetailed(tx: Transaction, { organisationId, statementFileId }: { organisationId: string; statementFileId: string }, only: string | null = null): Promise<number> {
  const rows = await tx.query<Detailed[]>(
    `select booking.transaction_id as "transactionId", booking.amount_minor as "amountMinor", booking.currency, count(*)::int as payments
     from held_entry as held join transaction as booking on booking.organisation_id = held.organisation_id and booking.transaction_id = held.batch_of
     where held.organisation_id = $1 and held.statement_file_id = $2 and held.decision is null and booking.status = 'booked' and coalesce(booking.transaction_id = $3::uuid, (booking.batch ->> 'whole')::boolean, false)
     group by 1, 2, 3 having sum(held.amount_minor) = booking.amount_minor`,
    [organisationId, statementFileId, only],
  );
  await publish(
    tx, organisationId, batchDetailed,
    rows.map(({ transactionId, amountMinor, currency, payments }) => ({ transactionId, statementFileId, amount: formatDecimal(amountMinor, minorUnits(currency)), currency, payments })),
  );
  return rows.length;
}
