import { batchDetailed, type PayloadOf, queueChanged, transactionReleased } from '@lettrage/contracts';
import { type Message, type MessageHandler, publish } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { Engines } from '../../engine/engines.js';
import { lockCases } from '../../persistence/case-rows.js';

type Detailed = PayloadOf<typeof batchDetailed>;

/**
 * The payments of a bulk booking have come. As long as nobody has decided on the booking, its case leaves the queue, and the payments may take its place; decided,
 * or on its way to the ledger, it stays, because the same money would be allocated twice. A debit has no case and is always free.
 */
@Injectable()
export class ReleaseBatch implements MessageHandler<Detailed> {
  readonly contract = batchDetailed;

  constructor(private readonly engines: Engines) {}

  async handle(tx: Transaction, organisationId: string, messages: readonly Message<Detailed>[]): Promise<void> {
    const session = await this.engines.open(tx, organisationId);
    const cases = await lockCases(tx, messages.map(({ payload }) => payload.transactionId));
    const free: string[] = [];
    const answers = messages.map(({ payload: { transactionId, statementFileId, amount } }) => {
      const released = amount.startsWith('-') || (cases.get(transactionId)?.state === 'waiting' && !free.includes(transactionId));
      if (released && cases.has(transactionId)) free.push(transactionId);
      return { transactionId, statementFileId, released };
    });
    if (free.length > 0) {
      await tx.query('delete from payment_case where organisation_id = $1 and transaction_id = any ($2)', [organisationId, free]);
      await tx.query('update organisation_state set waiting = waiting - $2 where organisation_id = $1', [organisationId, free.length]);
      await publish(tx, organisationId, queueChanged, [{ waiting: 0, requested: 0, settled: 0, setAside: 0, transactionIds: free.slice(0, 100) }]);
    }
    await publish(tx, organisationId, transactionReleased, answers);
    await session.finish();
  }
}
