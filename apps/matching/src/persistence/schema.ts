import { messagingMigrations } from '@lettrage/messaging';
import { type ServiceSchema } from '@lettrage/persistence';
import { CreateMatching1763700300000 } from './migrations/1763700300000-create-matching.js';

export const matchingSchema: ServiceSchema = { name: 'matching', migrations: [...messagingMigrations, CreateMatching1763700300000] };
