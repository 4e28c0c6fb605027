import { messagingMigrations } from '@lettrage/messaging';
import { type ServiceSchema } from '@lettrage/persistence';
import { CreateInvoicing1763700100000 } from './migrations/1763700100000-create-invoicing.js';

export const invoicingSchema: ServiceSchema = { name: 'invoicing', migrations: [...messagingMigrations, CreateInvoicing1763700100000] };
