import { type PayloadOf, transactionsImported } from '@lettrage/contracts';
import { type AfterCommit, type Message, type MessageHandler } from '@lettrage/messaging';
import { minorUnits, parseDecimal } from '@lettrage/money';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { Announcements } from '../../announcing/announcements.js';
import { columns, inChunks } from '../../persistence/columns.js';
import { noteChange } from '../../persistence/note-change.js';

type TransactionsImported = PayloadOf<typeof transactionsImported>;

/** Every booked credit. As long as the ledger has not taken it and nobody has set it aside, it is money whose payer is not known. */
@Injectable()
export class RecordReceipts implements MessageHandler<TransactionsImported> {
  readonly contract = transactionsImported;

  constructor(private readonly announcements: Announcements) {}

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<TransactionsImported>[]): Promise<AfterCommit> {
    const transactions = messages.flatMap(({ payload }) => payload.transactions).map((each) => ({ ...each, amountMinor: parseDecimal(each.amount, minorUnits(each.currency)) }));
    const receipts = [...new Map(transactions.filter(({ amountMinor }) => amountMinor > 0n).map((each) => [each.transactionId, each])).values()];
    for (const chunk of inChunks(receipts)) {
      await tx.query(
        `insert into receipt (organisation_id, transaction_id, booking_date, currency, amount_minor)
         select $1, * from unnest($2::uuid[], $3::date[], $4::text[], $5::bigint[])
         on conflict (organisation_id, transaction_id) do update set booking_date = excluded.booking_date, currency = excluded.currency, amount_minor = excluded.amount_minor
         where receipt.amount_minor is null`,
        [organisationId, ...columns(chunk, ['transactionId', 'bookingDate', 'currency', 'amountMinor'])],
      );
    }
    await noteChange(tx, organisationId);
    return () => this.announcements.onlyReceiptsMoved(organisationId);
  }
}
