import { createTestDatabase, freePorts, serviceProcesses, type ServiceProcess, testSecret } from '@lettrage/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiClient } from '@lettrage/cli';

export interface TestSystem {
  readonly url: string;
  readonly administratorUrl: string;
  readonly process: ServiceProcess;
  /** Signed in as the owner of the first organisation. */
  readonly owner: ApiClient;
  readonly email: string;
  readonly password: string;
  stop(): Promise<void>;
}

const email = 'owner@example.com';
const password = 'a long enough password';

/** The whole system as `npm start` runs it, in a process of its own, on a database of its own. Needs the build. */
export async function startTestSystem(environment: Record<string, string> = {}): Promise<TestSystem> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'lettrage-system-'));
  const [port] = (await freePorts(1)) as [number];
  const url = `http://127.0.0.1:${port}`;
  const processes = serviceProcesses();
  const env = { LETTRAGE_DATABASE_URL: database.url, LETTRAGE_DATA_DIR: folder, LETTRAGE_TOKEN_SECRET: testSecret, LETTRAGE_PUBLIC_URL: url, LETTRAGE_LOG_LEVEL: 'warn', ...environment };
  const process = await processes.start('lettrage', { args: ['start'], port, env });
  const owner = await signInFirst(url, process);
  return {
    url, administratorUrl: database.url, process, owner, email, password,
    async stop() {
      await processes.stopAll();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Uses the one-time link that the gateway prints. */
export async function signInFirst(url: string, gateway: Pick<ServiceProcess, 'logs'>): Promise<ApiClient> {
  const token = await linkToken(gateway);
  const owner = new ApiClient(url);
  await owner.post('session/one-time', { token, email, password, name: 'Owner', organisationName: 'Test SARL' });
  return owner;
}

async function linkToken(gateway: Pick<ServiceProcess, 'logs'>): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const token = /sign-in\?token=([\w-]+)/.exec(gateway.logs())?.[1];
    if (token) return token;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The gateway printed no one-time link:\n${gateway.logs()}`);
}
