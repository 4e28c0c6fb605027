import { type bankImportHttp, sentence, transactionsImported } from '@lettrage/contracts';
import { Refused } from '@lettrage/http';
import { publish } from '@lettrage/messaging';
import { Database, type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { lockImports } from '../../persistence/import-lock.js';
import { heldEntryColumns, type HeldEntryRow, probableDuplicatesOf } from '../../persistence/held-entry-row.js';
import { clearBatchWarning } from '../../persistence/statement-warnings.js';
import { sayDetailed } from '../../persistence/detailed-batches.js';
import { said } from '../../persistence/store-statement.js';
import { importedOf } from '../../persistence/transaction-row.js';
import { uuidOrNone } from '../../persistence/uuid-or-none.js';

/** A person's word on an entry that may be known already. Waits for an import of the organisation that runs, because both compare with what is stored. */
@Injectable()
export class DecideProbableDuplicate {
  constructor(private readonly database: Database) {}

  decide(organisationId: string, userId: string, transactionId: string, decision: bankImportHttp.DuplicateDecision): Promise<bankImportHttp.ProbableDuplicate> {
    return this.database.inOrganisation(organisationId, async (tx) => {
      await lockImports(tx, organisationId);
      const held = await this.find(tx, organisationId, transactionId);
      if (decision.decision === 'replace') await this.askAgain(tx, organisationId, held);
      else await this.end(tx, organisationId, userId, held, decision.decision === 'same' ? decision.transactionId : null);
      const [shown] = await probableDuplicatesOf(tx, organisationId, [await this.find(tx, organisationId, transactionId)]);
      return shown!;
    });
  }

  /** `sameAs` is the transaction that it is; null where it is another payment. */
  private async end(tx: Transaction, organisationId: string, userId: string, held: HeldEntryRow, sameAs: string | null): Promise<void> {
    if (held.decision !== null) {
      if (held.sameAs === sameAs) return;
      throw new Refused('already_decided', sentence('duplicate_decided', { what: held.decision === 'same' ? 'same' : 'another', person: String(held.decidedBy) }), { remedy: 'Look at the transactions of the file' });
    }
    const decided = sameAs === null ? await this.import(tx, organisationId, held) : await this.recognise(tx, organisationId, held, sameAs);
    await tx.query(
      `update held_entry set decision = $3, same_as = $4, decided_by = $5, decided_at = now() where organisation_id = $1 and transaction_id = any ($2)`,
      [organisationId, decided, sameAs === null ? 'another' : 'same', sameAs, userId],
    );
    await tx.query(
      `update statement_file set held = held - $3, imported = imported + $4, known = known + $5 where organisation_id = $1 and statement_file_id = $2`,
      [organisationId, held.statementFileId, decided.length, sameAs === null ? decided.length : 0, sameAs === null ? 0 : decided.length],
    );
    if (held.batchOf !== null) await clearBatchWarning(tx, organisationId, held.statementFileId);
  }

  private async askAgain(tx: Transaction, organisationId: string, held: HeldEntryRow): Promise<void> {
    const said = held.batchOf === null || held.decision !== null ? 0 : await sayDetailed(tx, { organisationId, statementFileId: held.statementFileId }, held.batchOf);
    if (said === 0) throw new Refused('already_decided', sentence('no_booking_waits'), { remedy: 'Say whether it is the same payment or another one' });
  }

  private async find(tx: Transaction, organisationId: string, transactionId: string): Promise<HeldEntryRow> {
    const [held] = await tx.query<HeldEntryRow[]>(`select ${heldEntryColumns} from held_entry where organisation_id = $1 and transaction_id = $2 for update`, [organisationId, uuidOrNone(transactionId)]);
    if (!held) throw new Refused('not_found', sentence('no_duplicate'));
    return held;
  }

  private async import(tx: Transaction, organisationId: string, held: HeldEntryRow): Promise<string[]> {
    await tx.query(
      `insert into transaction (organisation_id, transaction_id, bank_account_id, statement_file_id, fingerprint, ${said.join(', ')})
       select organisation_id, transaction_id, bank_account_id, statement_file_id, fingerprint, ${said.join(', ')} from held_entry where organisation_id = $1 and transaction_id = $2
       on conflict (organisation_id, bank_account_id, fingerprint) do update
         set transaction_id = excluded.transaction_id, statement_file_id = excluded.statement_file_id, ${said.map((column) => `${column} = excluded.${column}`).join(', ')}`,
      [organisationId, held.transactionId],
    );
    await publish(tx, organisationId, transactionsImported, [{ statementFileId: held.statementFileId, bankAccountId: held.bankAccountId, transactions: [importedOf(held)] }]);
    return [held.transactionId];
  }

  /**
   * One transaction answers for one entry of a file: a second one that claims it would be a payment dropped. The payments of a bulk booking are that booking
   * together. Returns the entries that are decided by it.
   */
  private async recognise(tx: Transaction, organisationId: string, held: HeldEntryRow, sameAs: string): Promise<string[]> {
    if (!held.candidateIds.includes(sameAs)) throw new Refused('not_found', sentence('no_such_candidate'));
    const entries = await tx.query<{ transactionId: string }[]>(
      `select transaction_id as "transactionId" from held_entry
       where organisation_id = $1 and (transaction_id = $2 or (statement_file_id = $3 and batch_of = $4 and $4 = $5::uuid and decision is null)) order by place`,
      [organisationId, held.transactionId, held.statementFileId, held.batchOf, sameAs],
    );
    const ids = entries.map(({ transactionId }) => transactionId);
    const added = await tx.query<unknown[]>(
      `insert into transaction_alias (organisation_id, bank_account_id, fingerprint, transaction_id, dialect, statement_file_id)
       select $1, held.bank_account_id, held.fingerprint, $3, coalesce(file.dialect, file.format), held.statement_file_id
       from held_entry as held join statement_file as file using (organisation_id, statement_file_id)
       where organisation_id = $1 and held.transaction_id = any ($2) and not exists (
         select from transaction_alias as other where other.organisation_id = $1 and other.transaction_id = $3 and other.statement_file_id = held.statement_file_id
       ) returning 1`,
      [organisationId, ids, sameAs],
    );
    if (added.length === 0) throw new Refused('candidate_taken', sentence('candidate_taken'), { remedy: 'Choose another transaction, or import the entry as another payment' });
    await tx.query(
      `delete from transaction where organisation_id = $1 and bank_account_id = $2 and status in ('pending', 'information')
         and fingerprint in (select fingerprint from held_entry where organisation_id = $1 and transaction_id = any ($3))`,
      [organisationId, held.bankAccountId, ids],
    );
    return ids;
  }
}
