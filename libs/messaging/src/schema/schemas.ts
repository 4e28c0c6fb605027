import { type ServiceSchema } from '@lettrage/persistence';
import { CreateBus1763700000001 } from './create-bus.js';
import { CreateMessaging1763700000000 } from './create-messaging.js';

/** First migration of every service that says or hears messages. */
export const messagingMigrations = [CreateMessaging1763700000000] as const;

/** The PostgreSQL transport's log. */
export const busSchema: ServiceSchema = { name: 'bus', migrations: [CreateBus1763700000001], roles: false };
