import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareTestKafka, startTestKafka, type TestKafka } from '../kafka.js';
import { dropRunDatabases } from '../postgres.js';
import { guardProcess } from '../process-guard.js';

/** What starts the database cluster; handed in, because this file runs outside Jest's transforms and must load plain TypeScript only. */
export type StartPostgres = (dataDir: string) => Promise<{ url: string; pid: number; exited: Promise<void>; stop(): Promise<void> }>;

interface TestRun {
  stop(): Promise<void>;
}

let current: TestRun | undefined;

/** Starts what the test files of one Jest run share, in Jest's own process, and tells the workers by environment variables. */
export async function startTestRun(startPostgres: StartPostgres): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lettrage-test-run-'));
  const given = process.env['LETTRAGE_TEST_DATABASE_URL'];
  const postgres = given ? undefined : await startPostgres(join(folder, 'postgres'));
  if (postgres) guardProcess(postgres.pid, postgres.exited, folder);
  const kafka = lazily(() => startTestKafka());
  const server = await listening(kafka.get);
  process.env['LETTRAGE_TEST_RUN'] = randomBytes(4).toString('hex');
  process.env['LETTRAGE_TEST_POSTGRES_URL'] = postgres?.url ?? given;
  process.env['LETTRAGE_TEST_RUN_URL'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await prepareTestKafka();
  current = {
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all([postgres ? postgres.stop() : dropRunDatabases(), kafka.started()?.then((broker) => broker.stop(), () => undefined)]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function stopTestRun(): Promise<void> {
  await current?.stop();
  current = undefined;
}

function listening(kafka: () => Promise<TestKafka>): Promise<Server> {
  const server = createServer((_request, response) => {
    void kafka()
      .then(({ brokers }) => ({ brokers }))
      .catch((error: unknown) => ({ error: error instanceof Error ? error.message : String(error) }))
      .then((answer) => response.setHeader('content-type', 'application/json').end(JSON.stringify(answer)));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

function lazily<T>(start: () => Promise<T>): { get(): Promise<T>; started(): Promise<T> | undefined } {
  let value: Promise<T> | undefined;
  return { get: () => (value ??= start()), started: () => value };
}
