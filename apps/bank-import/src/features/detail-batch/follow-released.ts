import { type PayloadOf, sentence, transactionReleased, transactionsImported, transactionSuperseded } from '@lettrage/contracts';
import { type Message, type MessageHandler, publish } from '@lettrage/messaging';
import { formatDecimal, minorUnits } from '@lettrage/money';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { importProblem } from '../../domain/file-problem.js';
import { messagesOf } from '../../domain/imported-messages.js';
import { clearBatchWarning, raiseWarnings } from '../../persistence/statement-warnings.js';
import { said } from '../../persistence/store-statement.js';
import { importedOf, saidColumns, type TransactionRow } from '../../persistence/transaction-row.js';

type Released = PayloadOf<typeof transactionReleased>;
type Payment = TransactionRow & { bankAccountId: string; statement: number };

/**
 * The matcher's answer about a bulk booking whose payments wait. Let go, the booking is superseded and its payments are stored and said, in one transaction, if they
 * still add up to it to the cent. Not let go, because someone has decided on it, the payments stay held and a warning says so.
 */
@Injectable()
export class FollowReleased implements MessageHandler<Released> {
  readonly contract = transactionReleased;

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<Released>[]): Promise<void> {
    for (const { payload } of messages) {
      const payments = await tx.query<Payment[]>(
        `select transaction_id as "transactionId", bank_account_id as "bankAccountId", statement, ${saidColumns} from held_entry
         where organisation_id = $1 and statement_file_id = $2 and batch_of = $3 and decision is null order by place for update`,
        [organisationId, payload.statementFileId, payload.transactionId],
      );
      if (payments.length === 0) continue;
      if (!payload.released) await this.warn(tx, organisationId, payload, payments);
      else await this.replace(tx, organisationId, payload, payments);
    }
  }

  private async warn(tx: Transaction, organisationId: string, { statementFileId }: Released, payments: readonly Payment[]): Promise<void> {
    const [{ bankAccountId, statement, currency, bookingDate }] = payments as [Payment, ...Payment[]];
    const total = payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
    const said = sentence('booking_decided', { count: String(payments.length), amount: `${formatDecimal(total, minorUnits(currency))} ${currency}`, date: bookingDate });
    await raiseWarnings(tx, organisationId, [{ statementFileId, position: statement, bankAccountId, problem: importProblem('batch_allocated', said) }]);
  }

  private async replace(tx: Transaction, organisationId: string, { statementFileId, transactionId }: Released, payments: readonly Payment[]): Promise<void> {
    const total = payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
    const [, superseded] = (await tx.query(
      `update transaction set status = 'superseded' where organisation_id = $1 and transaction_id = $2 and status = 'booked' and amount_minor = $3`,
      [organisationId, transactionId, total],
    )) as [unknown[], number];
    if (superseded === 0) throw new Error(`the payments of the bulk booking ${transactionId} do not add up to it any more`);
    const ids = payments.map((payment) => payment.transactionId);
    await tx.query(
      `insert into transaction (organisation_id, transaction_id, bank_account_id, statement_file_id, fingerprint, ${said.join(', ')})
       select organisation_id, transaction_id, bank_account_id, statement_file_id, fingerprint, ${said.join(', ')} from held_entry where organisation_id = $1 and transaction_id = any ($2)`,
      [organisationId, ids],
    );
    await tx.query(`update held_entry set decision = 'another', decided_by = 'automatic', decided_at = now() where organisation_id = $1 and transaction_id = any ($2)`, [organisationId, ids]);
    await tx.query('update statement_file set held = held - $3, imported = imported + $3 where organisation_id = $1 and statement_file_id = $2', [organisationId, statementFileId, payments.length]);
    await clearBatchWarning(tx, organisationId, statementFileId);
    await publish(tx, organisationId, transactionSuperseded, [{ transactionId, statementFileId, payments: payments.length }]);
    await publish(
      tx, organisationId, transactionsImported,
      messagesOf(payments).map((message) => ({ statementFileId, bankAccountId: message[0]!.bankAccountId, transactions: message.map(importedOf) })),
    );
  }
}
