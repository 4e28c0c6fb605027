import { LOG } from '@lettrage/http';
import { type Log, Metrics } from '@lettrage/observability';
import { Database } from '@lettrage/persistence';
import { type DynamicModule, Module } from '@nestjs/common';
import { type BankImportSettings } from './bank-import.config.js';
import { AnswerStatementController } from './features/answer-statement/answer-statement.controller.js';
import { CreateBankAccountController } from './features/create-bank-account/create-bank-account.controller.js';
import { DecideProbableDuplicate } from './features/decide-probable-duplicate/decide-probable-duplicate.js';
import { DecideProbableDuplicates } from './features/decide-probable-duplicate/decide-probable-duplicates.js';
import { DecideProbableDuplicateController } from './features/decide-probable-duplicate/decide-probable-duplicate.controller.js';
import { FollowReleased } from './features/detail-batch/follow-released.js';
import { ExplainWarningController } from './features/explain-warning/explain-warning.controller.js';
import { ImportLoop } from './features/import-statement/import-loop.js';
import { ImportStatement } from './features/import-statement/import-statement.js';
import { KeepCsvMappingsController } from './features/keep-csv-mappings/keep-csv-mappings.controller.js';
import { ListBankAccountsController } from './features/list-bank-accounts/list-bank-accounts.controller.js';
import { ListProbableDuplicatesController } from './features/list-probable-duplicates/list-probable-duplicates.controller.js';
import { ListStatementsController } from './features/list-statements/list-statements.controller.js';
import { ListTransactionsController } from './features/list-transactions/list-transactions.controller.js';
import { PreviewStatement } from './features/preview-statement/preview-statement.js';
import { PreviewStatementController } from './features/preview-statement/preview-statement.controller.js';
import { ReceiveStatementController } from './features/receive-statement/receive-statement.controller.js';
import { FollowOrganisations } from './features/watch-inbox/follow-organisations.js';
import { WatchInbox } from './features/watch-inbox/watch-inbox.js';
import { AwaitQuestions } from './upload/await-questions.js';
import { ReceiveStatement } from './upload/receive-statement.js';
import { SETTINGS } from './settings-token.js';

/** What the service listens to. */
export const bankImportHandlers = [FollowReleased, FollowOrganisations];

@Module({})
export class BankImportModule {
  static with(database: Database, log: Log, metrics: Metrics, settings: BankImportSettings): DynamicModule {
    return {
      module: BankImportModule,
      controllers: [
        PreviewStatementController, ReceiveStatementController, ListStatementsController,
        ListTransactionsController, ListBankAccountsController, CreateBankAccountController,
        ListProbableDuplicatesController, DecideProbableDuplicateController, AnswerStatementController, KeepCsvMappingsController,
        ExplainWarningController,
      ],
      providers: [
        { provide: Database, useValue: database },
        { provide: LOG, useValue: log },
        { provide: Metrics, useValue: metrics },
        { provide: SETTINGS, useValue: settings },
        ReceiveStatement, AwaitQuestions, PreviewStatement, ImportStatement, ImportLoop, DecideProbableDuplicate, DecideProbableDuplicates, WatchInbox,
        ...bankImportHandlers,
      ],
    };
  }
}
