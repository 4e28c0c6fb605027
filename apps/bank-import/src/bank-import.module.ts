import { LOG } from '@lettrage/http';
import { type Log, Metrics } from '@lettrage/observability';
import { Database } from '@lettrage/persistence';
import { type DynamicModule, Module } from '@nestjs/common';
import { type BankImportSettings } from './bank-import.config.js';
import { CreateBankAccountController } from './features/create-bank-account/create-bank-account.controller.js';
import { ImportLoop } from './features/import-statement/import-loop.js';
import { ImportStatement } from './features/import-statement/import-statement.js';
import { ListBankAccountsController } from './features/list-bank-accounts/list-bank-accounts.controller.js';
import { ListStatementsController } from './features/list-statements/list-statements.controller.js';
import { ListTransactionsController } from './features/list-transactions/list-transactions.controller.js';
import { PreviewStatement } from './features/preview-statement/preview-statement.js';
import { PreviewStatementController } from './features/preview-statement/preview-statement.controller.js';
import { ReceiveStatement } from './features/receive-statement/receive-statement.js';
import { ReceiveStatementController } from './features/receive-statement/receive-statement.controller.js';
import { SETTINGS } from './settings-token.js';

@Module({})
export class BankImportModule {
  static with(database: Database, log: Log, metrics: Metrics, settings: BankImportSettings): DynamicModule {
    return {
      module: BankImportModule,
      controllers: [
        PreviewStatementController, ReceiveStatementController, ListStatementsController,
        ListTransactionsController, ListBankAccountsController, CreateBankAccountController,
      ],
      providers: [
        { provide: Database, useValue: database },
        { provide: LOG, useValue: log },
        { provide: Metrics, useValue: metrics },
        { provide: SETTINGS, useValue: settings },
        ReceiveStatement, PreviewStatement, ImportStatement, ImportLoop,
      ],
    };
  }
}
