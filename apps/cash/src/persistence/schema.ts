import { messagingMigrations } from '@lettrage/messaging';
import { type ServiceSchema } from '@lettrage/persistence';
import { CreateCash1763700400000 } from './migrations/1763700400000-create-cash.js';

export const cashSchema: ServiceSchema = { name: 'cash', migrations: [...messagingMigrations, CreateCash1763700400000] };

/** The tables that follow from the log alone. */
export const projectionTables = ['organisation', 'customer', 'open_item', 'ledger_entry', 'unapplied_cash', 'receipt', 'item_payment'] as const;
