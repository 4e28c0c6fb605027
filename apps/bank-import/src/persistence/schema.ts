import { messagingMigrations } from '@lettrage/messaging';
import { type ServiceSchema } from '@lettrage/persistence';
import { CreateBankImport1763700200000 } from './migrations/1763700200000-create-bank-import.js';
import { RecogniseEntries1763700210000 } from './migrations/1763700210000-recognise-entries.js';
import { KeepCsvMappings1763700220000 } from './migrations/1763700220000-keep-csv-mappings.js';
import { KeepStatementWarnings1763700230000 } from './migrations/1763700230000-keep-statement-warnings.js';
import { KeepTransactionDetails1763700240000 } from './migrations/1763700240000-keep-transaction-details.js';
import { KeepInboxRefusals1763700250000 } from './migrations/1763700250000-keep-inbox-refusals.js';
import { KnowOrganisations1763700260000 } from './migrations/1763700260000-know-organisations.js';
import { FindBareBatches1763700280000 } from './migrations/1763700280000-find-bare-batches.js';
import { SayBankAccounts1763700270000 } from './migrations/1763700270000-say-bank-accounts.js';

export const bankImportSchema: ServiceSchema = {
  name: 'bank_import',
  migrations: [
    ...messagingMigrations, CreateBankImport1763700200000, RecogniseEntries1763700210000, KeepCsvMappings1763700220000, KeepStatementWarnings1763700230000,
    KeepTransactionDetails1763700240000, KeepInboxRefusals1763700250000, KnowOrganisations1763700260000, SayBankAccounts1763700270000, FindBareBatches1763700280000,
  ],
};
