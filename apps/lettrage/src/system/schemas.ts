import { bankImportSchema } from '@lettrage/bank-import';
import { cashSchema } from '@lettrage/cash';
import { gatewaySchema } from '@lettrage/gateway';
import { invoicingSchema } from '@lettrage/invoicing';
import { matchingSchema } from '@lettrage/matching';
import { busSchema } from '@lettrage/messaging';
import { migrate, type ServiceSchema } from '@lettrage/persistence';

/** Every service's schema, and the transport's. */
export const schemas: readonly ServiceSchema[] = [busSchema, gatewaySchema, invoicingSchema, bankImportSchema, matchingSchema, cashSchema];

/** Roles, schemas and tables of the whole system; `passwords` by schema name. */
export function migrateAll(administratorUrl: string, passwords: Readonly<Record<string, string>>): Promise<void> {
  return migrate(administratorUrl, schemas, passwords);
}
