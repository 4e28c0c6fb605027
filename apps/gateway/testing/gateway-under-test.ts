import { identityHttp } from '@lettrage/contracts';
import { busSchema } from '@lettrage/messaging';
import { migrate, rolePassword, roleUrl } from '@lettrage/persistence';
import { createTestDatabase, prepareTemplate, testSecret } from '@lettrage/testing';
import { type GatewaySettings } from '../src/gateway.config.js';
import { gatewaySchema } from '../src/persistence/schema.js';
import { type RunningGateway, startGateway } from '../src/start-gateway.js';

export interface TestGateway {
  readonly url: string;
  /** As the superuser, to whom row-level security means nothing. */
  readonly administratorUrl: string;
  readonly settings: GatewaySettings;
  readonly running: RunningGateway;
  /** A second gateway on the same database. */
  replica(changes?: Partial<GatewaySettings>): Promise<RunningGateway>;
  stop(): Promise<void>;
}

/** A gateway on a database of its own. Services are not there unless `changes` name some. */
export async function startTestGateway(changes: Partial<GatewaySettings> = {}): Promise<TestGateway> {
  const template = await prepareTemplate((url) => migrate(url, [busSchema, gatewaySchema], { gateway: rolePassword(testSecret, 'gateway') }), 'gateway');
  const database = await createTestDatabase(template);
  const nowhere = 'http://127.0.0.1:9';
  const settings: GatewaySettings = {
    databaseUrl: roleUrl(database.url, testSecret, 'gateway'),
    transport: { kind: 'postgres' },
    http: { host: '127.0.0.1', port: 0 },
    tokenSecret: testSecret,
    logLevel: 'silent',
    services: { invoicing: nowhere, 'bank-import': nowhere, matching: nowhere, cash: nowhere },
    publicUrl: 'https://books.example.com',
    webDirectory: '/nowhere',
    ...changes,
  };
  const replicas: RunningGateway[] = [];
  const start = async (more: Partial<GatewaySettings> = {}) => {
    const gateway = await startGateway({ ...settings, ...more }, (reason) => {
      throw new Error(reason);
    });
    replicas.push(gateway);
    return gateway;
  };
  const running = await start();
  return {
    url: running.url,
    administratorUrl: database.url,
    settings,
    running,
    replica: start,
    async stop() {
      for (const gateway of replicas) await gateway.close();
      await database.drop();
    },
  };
}

export const own = { origin: 'https://books.example.com' };
export const ownerPassword = 'correct horse battery';

export interface SignedIn {
  readonly cookie: string;
  readonly session: identityHttp.Session;
}

/** Sends JSON as a page of the public address would. */
export function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...own, ...headers }, body: JSON.stringify(body) });
}

export async function useLink(gatewayUrl: string, link: string, email: string, more: object = {}): Promise<SignedIn> {
  const response = await post(`${gatewayUrl}/api/session/one-time`, { token: tokenOf(link), email, name: `Name of ${email}`, password: ownerPassword, ...more });
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return { cookie: cookieOf(response), session: identityHttp.session.parse(await response.json()) };
}

/** The first owner, signed in by the link of the first start. */
export async function signInOwner({ url, running }: Pick<TestGateway, 'url' | 'running'>, email = 'owner@example.com'): Promise<SignedIn> {
  return useLink(url, (await running.ensureFirstOrganisation())!.url, email);
}

export function tokenOf(link: string): string {
  return new URL(link).searchParams.get('token')!;
}

export function cookieOf(response: Response): string {
  return response.headers.getSetCookie()[0]!.split(';')[0]!;
}

export async function codeOf(response: Response): Promise<string> {
  return ((await response.json()) as { code: string }).code;
}
