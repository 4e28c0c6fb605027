import { createTestDatabase, freePorts, REPOSITORY, serviceProcesses, type ServiceProcess, testSecret } from '@lettrage/testing';
import { rolePassword, roleUrl } from '@lettrage/persistence';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type ApiClient } from '@lettrage/cli';
import { signInFirst } from './running-system.js';

export const serviceNames = ['invoicing', 'bank-import', 'matching', 'cash', 'gateway'] as const;
export type ServiceName = (typeof serviceNames)[number];

export interface TestServices {
  readonly url: string;
  readonly administratorUrl: string;
  readonly owner: ApiClient;
  readonly services: Readonly<Record<ServiceName, ServiceProcess>>;
  stop(): Promise<void>;
}

const schemaOf = (service: ServiceName) => service.replace('-', '_');

/** Five processes over Kafka, each with its own role, as containers would run them; the database migrated by the command for it. Needs the build. */
export async function startTestServices(brokers: string, prefix: string, environment: Record<string, string> = {}): Promise<TestServices> {
  const database = await createTestDatabase();
  await migrateByCommand(database.url);
  const free = await freePorts(serviceNames.length);
  const ports = Object.fromEntries(serviceNames.map((name, index) => [name, free[index]!])) as Record<ServiceName, number>;
  const urlOf = (name: ServiceName) => `http://127.0.0.1:${ports[name]}`;
  const processes = serviceProcesses();
  const env = (name: ServiceName) => ({
    LETTRAGE_DATABASE_URL: roleUrl(database.url, testSecret, schemaOf(name)), LETTRAGE_TRANSPORT: 'kafka', LETTRAGE_KAFKA_BROKERS: brokers, LETTRAGE_KAFKA_PREFIX: prefix, LETTRAGE_KAFKA_PARTITIONS: '4',
    LETTRAGE_TOKEN_SECRET: testSecret, LETTRAGE_LOG_LEVEL: 'warn', ...environment,
    ...(name === 'gateway' && {
      LETTRAGE_PUBLIC_URL: urlOf('gateway'), LETTRAGE_INVOICING_URL: urlOf('invoicing'), LETTRAGE_BANK_IMPORT_URL: urlOf('bank-import'), LETTRAGE_MATCHING_URL: urlOf('matching'), LETTRAGE_CASH_URL: urlOf('cash'),
    }),
  });
  try {
    const started = await Promise.all(serviceNames.map(async (name) => [name, await processes.start(name, { port: ports[name], env: env(name), readyWithinMs: 60_000 })] as const));
    const services = Object.fromEntries(started) as Record<ServiceName, ServiceProcess>;
    const owner = await signInFirst(urlOf('gateway'), services.gateway);
    return {
      url: urlOf('gateway'), administratorUrl: database.url, owner, services,
      async stop() {
        await processes.stopAll();
        await database.drop();
      },
    };
  } catch (error) {
    await processes.stopAll();
    await database.drop();
    throw error;
  }
}

async function migrateByCommand(administratorUrl: string): Promise<void> {
  const passwords = Object.fromEntries(serviceNames.map((name) => [`LETTRAGE_DB_PASSWORD_${schemaOf(name).toUpperCase()}`, rolePassword(testSecret, schemaOf(name))]));
  await promisify(execFile)(process.execPath, [join(REPOSITORY, 'apps/lettrage/dist/main.js'), 'migrate'], { env: { PATH: process.env['PATH'], LETTRAGE_DATABASE_URL: administratorUrl, ...passwords } });
}
