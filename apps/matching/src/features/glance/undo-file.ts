import { type matchingHttp, undoRequested } from '@lettrage/contracts';
import { publish } from '@lettrage/messaging';
import { Database } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { counterOf } from '../../domain/payment-case.js';
import { Engines } from '../../engine/engines.js';
import { askReversalOfFile } from '../../persistence/case-rows.js';

/** So many cases are asked for in one transaction, so that others have their turn in between; and so many in one message. */
const perTransaction = 2000;
const perMessage = 500;

/**
 * Takes back everything that was allocated without a person from one file. The ledger is asked in messages of bounded size, each case whole; what it
 * has not answered yet is `requested`, as with a single undo. Asked again, or after an interruption, it goes on with what is left.
 */
@Injectable()
export class UndoFile {
  constructor(
    private readonly database: Database,
    private readonly engines: Engines,
  ) {}

  async run(organisationId: string, userId: string, statementFileId: string): Promise<matchingHttp.UndoFileResult> {
    let asked = 0;
    for (;;) {
      const part = await this.askPart(organisationId, userId, statementFileId);
      asked += part;
      if (part < perTransaction) break;
    }
    return { asked, onTheirWay: await this.onTheirWay(organisationId, statementFileId) };
  }

  private askPart(organisationId: string, userId: string, statementFileId: string): Promise<number> {
    return this.database.inOrganisation(organisationId, async (tx) => {
      const session = await this.engines.open(tx, organisationId);
      const cases = await askReversalOfFile(tx, organisationId, statementFileId, perTransaction);
      if (cases.length === 0) return 0;
      session.reserve(...cases);
      session.unlearn(); // on their way to the ledger they are no lessons in the tables either
      for (const { transactionId } of cases) session.count(transactionId, counterOf('settled', 'automatic'), 'requested');
      const undos = cases.map(({ requestId, transactionId }) => ({ requestId, transactionId, undoneBy: userId }));
      const parts = Array.from({ length: Math.ceil(undos.length / perMessage) }, (_, part) => ({ undos: undos.slice(part * perMessage, (part + 1) * perMessage) }));
      await publish(tx, organisationId, undoRequested, parts);
      await session.finish();
      return cases.length;
    });
  }

  private onTheirWay(organisationId: string, statementFileId: string): Promise<number> {
    return this.database.inOrganisation(organisationId, async (tx) => {
      const [{ cases }] = await tx.query<[{ cases: number }]>(`select count(*)::int as cases from payment_case where statement_file_id = $1 and state = 'requested' and automatic_outcome = 'made'`, [statementFileId]);
      return cases;
    });
  }
}
