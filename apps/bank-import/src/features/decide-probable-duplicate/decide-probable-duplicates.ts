import { type bankImportHttp, sentence, transactionsImported } from '@lettrage/contracts';
import { Refused } from '@lettrage/http';
import { publish } from '@lettrage/messaging';
import { Database, type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { assignCandidates } from '../../domain/assign-candidates.js';
import { messagesOf } from '../../domain/imported-messages.js';
import { aliasHeld, importHeld, recordDecisions, takenCandidates } from '../../persistence/decided-duplicates.js';
import { lockImports } from '../../persistence/import-lock.js';
import { clearBatchWarning } from '../../persistence/statement-warnings.js';
import { importedOf, saidColumns, type TransactionRow } from '../../persistence/transaction-row.js';

interface Open extends TransactionRow {
  bankAccountId: string;
  candidates: string[];
  batchOf: string | null;
}

/** A person's word on all open entries of a file, or of one of its statements, in one transaction. What someone else has decided by then stays as it was decided. */
@Injectable()
export class DecideProbableDuplicates {
  constructor(private readonly database: Database) {}

  decide(organisationId: string, userId: string, { statementFileId, statement, decision }: bankImportHttp.DuplicatesDecision): Promise<bankImportHttp.DecidedDuplicates> {
    return this.database.inOrganisation(organisationId, async (tx) => {
      await lockImports(tx, organisationId);
      const [file] = await tx.query<unknown[]>('select from statement_file where organisation_id = $1 and statement_file_id = $2', [organisationId, statementFileId]);
      if (!file) throw new Refused('not_found', sentence('no_file'));
      const open = await tx.query<Open[]>(
        `select transaction_id as "transactionId", bank_account_id as "bankAccountId", candidates, batch_of as "batchOf", ${saidColumns} from held_entry
         where organisation_id = $1 and statement_file_id = $2 and ($3::int is null or statement = $3) and decision is null order by place for update`,
        [organisationId, statementFileId, statement ?? null],
      );
      const decided = decision === 'another' ? await this.import(tx, organisationId, statementFileId, open) : await this.recognise(tx, organisationId, statementFileId, open);
      if (decided.length > 0) await recordDecisions(tx, organisationId, userId, statementFileId, decided);
      await clearBatchWarning(tx, organisationId, statementFileId);
      return { decided: decided.length, left: open.length - decided.length };
    });
  }

  /** But not the payments of a bulk booking: beside it they would be its money a second time. */
  private async import(tx: Transaction, organisationId: string, statementFileId: string, open: readonly Open[]) {
    const others = open.filter(({ batchOf }) => batchOf === null);
    await importHeld(tx, organisationId, others.map(({ transactionId }) => transactionId));
    await publish(
      tx, organisationId, transactionsImported,
      messagesOf(others).map((message) => ({ statementFileId, bankAccountId: message[0]!.bankAccountId, transactions: message.map(importedOf) })),
    );
    return others.map(({ transactionId }) => ({ transactionId, sameAs: null }));
  }

  private async recognise(tx: Transaction, organisationId: string, statementFileId: string, open: readonly Open[]) {
    const taken = await takenCandidates(tx, organisationId, statementFileId, [...new Set(open.flatMap(({ candidates }) => candidates))]);
    // All payments of a bulk booking are that booking, together.
    const bookings = new Set(open.flatMap(({ batchOf }) => batchOf ?? []));
    const single = assignCandidates(open.filter(({ batchOf }) => batchOf === null), new Set([...taken, ...bookings]));
    const decided = open.flatMap(({ transactionId, batchOf }) => {
      const sameAs = batchOf === null ? single.get(transactionId) : taken.has(batchOf) ? undefined : batchOf;
      return sameAs === undefined ? [] : [{ transactionId, sameAs }];
    });
    await aliasHeld(tx, organisationId, decided);
    return decided;
  }
}
