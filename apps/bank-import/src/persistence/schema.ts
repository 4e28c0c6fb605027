import { messagingMigrations } from '@lettrage/messaging';
import { type ServiceSchema } from '@lettrage/persistence';
import { CreateBankImport1763700200000 } from './migrations/1763700200000-create-bank-import.js';

export const bankImportSchema: ServiceSchema = { name: 'bank_import', migrations: [...messagingMigrations, CreateBankImport1763700200000] };
