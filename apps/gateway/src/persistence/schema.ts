import { messagingMigrations } from '@lettrage/messaging';
import { type ServiceSchema } from '@lettrage/persistence';
import { CreateGateway1763700000100 } from './migrations/1763700000100-create-gateway.js';

export const gatewaySchema: ServiceSchema = { name: 'gateway', migrations: [...messagingMigrations, CreateGateway1763700000100] };
