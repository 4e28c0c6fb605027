import { type bankImportHttp, sentence, transactionsImported } from '@lettrage/contracts';
import { Refused } from '@lettrage/http';
import { publish } from '@lettrage/messaging';
import { Database, type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { aliasHeld, type Decided, importHeld, recordDecisions, takenCandidates } from '../../persistence/decided-duplicates.js';
import { lockImports } from '../../persistence/import-lock.js';
import { heldEntryColumns, type HeldEntryRow, probableDuplicatesOf } from '../../persistence/held-entry-row.js';
import { clearBatchWarning } from '../../persistence/statement-warnings.js';
import { sayDetailed } from '../../persistence/detailed-batches.js';
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
    await recordDecisions(tx, organisationId, userId, held.statementFileId, decided);
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

  private async import(tx: Transaction, organisationId: string, held: HeldEntryRow): Promise<Decided[]> {
    await importHeld(tx, organisationId, [held.transactionId]);
    await publish(tx, organisationId, transactionsImported, [{ statementFileId: held.statementFileId, bankAccountId: held.bankAccountId, transactions: [importedOf(held)] }]);
    return [{ transactionId: held.transactionId, sameAs: null }];
  }

  /**
   * One transaction answers for one entry of a file: a second one that claims it would be a payment dropped. The payments of a bulk booking are that booking
   * together. Returns the entries that are decided by it.
   */
  private async recognise(tx: Transaction, organisationId: string, held: HeldEntryRow, sameAs: string): Promise<Decided[]> {
    const { statementFileId, transactionId, batchOf } = held;
    if (!held.candidateIds.includes(sameAs)) throw new Refused('not_found', sentence('no_such_candidate'));
    const taken = await takenCandidates(tx, organisationId, statementFileId, [sameAs]);
    if (taken.size > 0) throw new Refused('candidate_taken', sentence('candidate_taken'), { remedy: 'Choose another transaction, or import the entry as another payment' });
    const entries = await tx.query<{ transactionId: string }[]>(
      `select transaction_id as "transactionId" from held_entry
       where organisation_id = $1 and (transaction_id = $2 or (statement_file_id = $3 and batch_of = $4 and $4 = $5::uuid and decision is null)) order by place`,
      [organisationId, transactionId, statementFileId, batchOf, sameAs],
    );
    const decided = entries.map((entry) => ({ transactionId: entry.transactionId, sameAs }));
    await aliasHeld(tx, organisationId, decided);
    return decided;
  }
}
