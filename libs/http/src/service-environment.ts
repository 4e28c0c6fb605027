import { type TransportSettings } from '@lettrage/messaging';
import { z } from 'zod';

/** The settings that every service has. */
export const serviceEnvironment = z.object({
  LETTRAGE_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  LETTRAGE_TRANSPORT: z.enum(['postgres', 'kafka']).default('postgres'),
  LETTRAGE_KAFKA_BROKERS: z.string().regex(/^[^\s,:]+:\d+(,[^\s,:]+:\d+)*$/, 'must be host:port, several with commas').optional(),
  LETTRAGE_KAFKA_PREFIX: z.string().regex(/^[a-zA-Z0-9._-]{0,60}$/).default('lettrage.'),
  LETTRAGE_KAFKA_PARTITIONS: z.coerce.number().int().min(1).max(200).default(12),
  LETTRAGE_KAFKA_REPLICATION: z.coerce.number().int().min(1).max(9).default(1),
  LETTRAGE_HTTP_HOST: z.string().default('127.0.0.1'),
  LETTRAGE_HTTP_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  LETTRAGE_TOKEN_SECRET: z.string().min(32, 'must have at least 32 characters'),
  LETTRAGE_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});
export type ServiceEnvironment = z.infer<typeof serviceEnvironment>;

/** What a service module is started with, whether the environment says it or one process composes it. */
export interface CommonSettings {
  readonly databaseUrl: string;
  readonly transport: TransportSettings;
  readonly http: { readonly host: string; readonly port: number };
  readonly tokenSecret: string;
  readonly logLevel: string;
}

export function commonSettings(service: string, environment: ServiceEnvironment, defaultPort: number): CommonSettings {
  return {
    databaseUrl: environment.LETTRAGE_DATABASE_URL,
    transport:
      environment.LETTRAGE_TRANSPORT === 'kafka'
        ? {
            kind: 'kafka',
            brokers: (environment.LETTRAGE_KAFKA_BROKERS ?? 'localhost:9092').split(','),
            clientId: `lettrage-${service}`,
            prefix: environment.LETTRAGE_KAFKA_PREFIX,
            partitions: environment.LETTRAGE_KAFKA_PARTITIONS,
            replicationFactor: environment.LETTRAGE_KAFKA_REPLICATION,
          }
        : { kind: 'postgres' },
    http: { host: environment.LETTRAGE_HTTP_HOST, port: environment.LETTRAGE_HTTP_PORT ?? defaultPort },
    tokenSecret: environment.LETTRAGE_TOKEN_SECRET,
    logLevel: environment.LETTRAGE_LOG_LEVEL,
  };
}
