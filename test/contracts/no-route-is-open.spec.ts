import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type bankImportHttp, type cashHttp, type identityHttp, type invoicingHttp, type matchingHttp, type Page, problem } from '@lettrage/contracts';
import { ApiClient, until } from '@lettrage/cli';
import { expectBooksToBalance } from '@lettrage/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startTestSystem, type TestSystem } from '../system/running-system.js';
import { camtOf } from '../system/statements.js';

type Role = identityHttp.Role;
interface Operation {
  readonly method: string;
  readonly path: string;
  /** The content types of its body, where it has one. */
  readonly bodies: readonly string[];
}

/** What answers without a session, by design. */
const open = ['POST /api/session', 'POST /api/session/one-time'];
const secretMark = 'GUERIN MACONNERIE';
const password = 'a long enough password';

let system: TestSystem;
let administrator: pg.Client;
let operations: readonly Operation[];
/** The owner of another organisation. */
let stranger: ApiClient;
/** Ids of the first organisation's things, by the parameter's name in a path. */
let theirs: Record<string, string>;

beforeAll(async () => {
  system = await startTestSystem();
  administrator = new pg.Client(system.administratorUrl);
  await administrator.connect();
  const document = await system.owner.get<{ paths: Record<string, Record<string, { requestBody?: { content: object } }>> }>('openapi.json');
  operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, { requestBody }]) => ({ method: method.toUpperCase(), path, bodies: Object.keys(requestBody?.content ?? {}) })));
  theirs = await fillFirstOrganisation();
  stranger = await secondOrganisation();
});
afterAll(async () => {
  await administrator?.end();
  await system?.stop();
});

/** A customer, an invoice that a payment settles, one that waits in the queue, a token. */
async function fillFirstOrganisation(): Promise<Record<string, string>> {
  const { owner } = system;
  const customer = await owner.post<invoicingHttp.Customer>('customers', { number: 'C1', name: secretMark, iban: 'FR7630006000011234567890189' });
  const invoice = { customerId: customer.customerId, issueDate: '2026-09-01', dueDate: '2026-10-01', currency: 'EUR' };
  const item = await owner.post<invoicingHttp.OpenItem>('invoices', { ...invoice, number: 'FA2026-00617', total: '2296.86' });
  await owner.post('invoices', { ...invoice, number: 'FA2026-00618', total: '80.00' });
  await until('both invoices are known', () => owner.get<cashHttp.AgedBalance>('aged-balance'), ({ totals }) => totals[0]?.total === '2376.86');
  const file = await owner.upload<bankImportHttp.UploadResult>('statements', `${secretMark}.xml`, camtOf('S1', [{ reference: 'R1', amount: '2296.86', name: secretMark, text: 'FA2026-00617' }, { reference: 'R2', amount: '33.00', name: secretMark, text: 'avance' }]));
  const queue = await until('one waits', () => owner.get<Page<matchingHttp.QueueEntry>>('queue'), ({ items }) => items.length === 1);
  const token = await owner.post<{ tokenId: string }>('tokens', { name: secretMark, role: 'viewer' });
  // A statement that does not balance, and a CSV without words for a payment that is known: a warning and a probable duplicate.
  const unbalanced = new TextDecoder().decode(camtOf('S2', [{ reference: 'R3', amount: '5.00', name: secretMark }])).replaceAll('>5.00<', '>6.00<');
  await owner.upload('statements', `${secretMark} 2.xml`, new TextEncoder().encode(unbalanced));
  const warnings = await until('it is said', () => owner.get<Page<bankImportHttp.StatementWarning>>('statement-warnings'), ({ items }) => items.length === 1);
  const { bankAccountId, warningId } = warnings.items[0]!;
  await owner.upload(`statements?bankAccountId=${bankAccountId}`, `${secretMark}.csv`, new TextEncoder().encode('Date;Libellé;Crédit\n05/10/2026;REMISE;33,00\n'));
  await until('one may be known', () => owner.get<Page<bankImportHttp.ProbableDuplicate>>('probable-duplicates'), ({ items }) => items.length === 1);
  const rule = await owner.post<{ ruleId: string }>('rules', { rule: { kind: 'not_an_invoice', match: { payerName: secretMark }, label: secretMark } });
  return { ruleId: rule.ruleId, bankAccountId, warningId, signature: '0123456789abcdef', customerId: customer.customerId, itemId: item.itemId, statementFileId: file.statementFile.statementFileId, transactionId: queue.items[0]!.transactionId, tokenId: token.tokenId };
}

/** There is no way to make a second organisation from outside: its first owner's link is put into the database. */
async function secondOrganisation(): Promise<ApiClient> {
  const token = randomBytes(32).toString('base64url');
  const organisationId = randomUUID();
  await administrator.query(`insert into gateway.organisation (organisation_id, version, name, currency, country, time_zone, created_at) values ($1, 1, 'Other SARL', 'EUR', 'FR', 'Europe/Paris', now())`, [organisationId]);
  await administrator.query(`insert into gateway.sign_in_link (organisation_id, link_id, link_hash, role, created_at, expires_at) values ($1, gen_random_uuid(), $2, 'owner', now(), now() + interval '1 hour')`, [organisationId, createHash('sha256').update(token).digest()]);
  const client = new ApiClient(system.url);
  await client.post('session/one-time', { token, email: 'other@example.com', password, name: 'Other' });
  return client;
}

async function memberOf(role: Exclude<Role, 'owner'>): Promise<ApiClient> {
  const { url } = await system.owner.post<{ url: string }>('members/invitations', { role });
  const client = new ApiClient(system.url);
  await client.post('session/one-time', { token: new URL(url).searchParams.get('token'), email: `${role}@example.com`, password, name: role });
  return client;
}

const csvMapping: bankImportHttp.CsvMapping = {
  encoding: 'utf-8', delimiter: ';', backslashEscapes: false, headerRecord: 1, columns: [{ title: 'Date', role: 'bookingDate' }, { title: 'Amount', role: 'amount' }], dateOrder: 'dmy', decimalSign: ',',
  currency: null, debitIsSigned: false, positiveIsDebit: false,
};

/** A body that the route accepts, so that nothing but the caller decides. */
function bodyFor({ path, bodies }: Operation): { body?: string | FormData; type?: string } {
  if (bodies.includes('multipart/form-data') || /\/statements(\/preview)?$/.test(path)) {
    const form = new FormData();
    form.set('file', new Blob([camtOf('S9', [{ reference: 'R9', amount: '1.00' }])]), 'nine.xml');
    return { body: form };
  }
  if (path.endsWith('/import')) return { body: 'id,name\nC9,Nine\n', type: 'text/csv' };
  if (path.endsWith('/history')) return { body: '{}\n', type: 'application/jsonl' };
  const lines = [{ itemId: theirs['itemId'], amount: '1.00' }];
  const rule = { kind: 'not_an_invoice', match: { text: 'nine' }, label: 'nine' };
  const known: Record<string, object> = {
    '/rules/try': { rule }, '/rules/{ruleId}': { rule, active: true, version: 1 }, '/rules': { rule }, '/allocation-policies': { bankAccountId: null, policy: null }, '/forget': { kind: 'name', value: 'nine' }, '/remember': { kind: 'name', value: 'nine' },
    '/glance/seen': { statementFileId: randomUUID() }, '/glance/undo': { statementFileId: randomUUID() },
    '/decide': { decision: 'another' }, '/explain': { note: 'nine' }, '/answer': {}, '/csv-mappings/{signature}': csvMapping,
    '/confirm': path.includes('queue') ? { customerId: theirs['customerId'], lines } : {}, '/reject': { rank: 1 }, '/customers': { number: 'C9', name: 'Nine' }, '/customers/{customerId}': { name: 'Nine' },
    '/invoices': { number: 'F9', customerId: theirs['customerId'], issueDate: '2026-09-01', dueDate: '2026-10-01', currency: 'EUR', total: '1.00' },
    '/bank-accounts': { name: 'Nine', identification: 'DE89370400440532013000', currency: 'EUR' }, '/tokens': { name: 'nine', role: 'viewer' }, '/invitations': { role: 'viewer' },
  };
  const [, body = {}] = Object.entries(known).find(([end]) => path.endsWith(end)) ?? [];
  return { body: JSON.stringify(body), type: 'application/json' };
}

const isReading = ({ method }: Operation) => method === 'GET';
const called = ({ method, path }: Operation) => `${method} ${path}`;
const fill = (path: string, ids: Record<string, string>) => path.replace(/^\/api\//, '').replaceAll(/\{(\w+)\}/g, (_, name: string) => {
  if (!(name in ids)) throw new Error(`no id for {${name}} of ${path}: add a thing to this test`);
  return ids[name]!;
});
/** Of a stream only the head is read. */
async function call(client: ApiClient, operation: Operation, ids: Record<string, string> = theirs): Promise<{ status: number; text: string }> {
  const { body, type } = isReading(operation) || operation.method === 'DELETE' ? {} : bodyFor(operation);
  const response = await client.raw(operation.method, fill(operation.path, ids), body, type);
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    await response.body?.cancel();
    return { status: response.status, text: '' };
  }
  return { status: response.status, text: await response.text() };
}

describe('without a session', () => {
  it('no route of the API answers but sign-in, which refuses', async () => {
    expect(operations.length).toBeGreaterThan(25);
    const answers: string[] = [];
    for (const operation of operations) {
      const { status, text } = await call(new ApiClient(system.url), operation);
      if (open.includes(called(operation))) expect([called(operation), status]).toEqual([called(operation), 400]);
      else if (status !== 401 || problem.parse(JSON.parse(text)).code !== 'not_signed_in') answers.push(`${called(operation)} ${status}`);
    }
    expect(answers).toEqual([]);
  });

  it('also not with a session that nobody has opened, a token that nobody has issued, or the inside token of another secret', async () => {
    for (const headers of [{ cookie: 'lettrage_session=x' }, { authorization: 'Bearer let_x' }, { authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.' }]) {
      const seen = await Promise.all(operations.filter(isReading).map(async ({ path }) => (await fetch(`${system.url}/api/${fill(path, theirs)}`, { headers })).status));
      expect(new Set(seen)).toEqual(new Set([401]));
    }
  });

  it('what is not in the description answers no better', async () => {
    const statusOf = async (path: string) => (await fetch(`${system.url}${path}`)).status;
    expect(await Promise.all(['/api/docs', '/api/openapi.json', '/api/nothing', '/api/queue/../../metrics', '/api/customers/%2e%2e/openapi.json'].map(statusOf))).toEqual([401, 401, 404, 404, 401]);
    expect(await statusOf('/metrics')).toBe(404);
    expect(await Promise.all(['/livez', '/readyz'].map(statusOf))).toEqual([200, 200]);
  });
});

describe('another organisation', () => {
  it('gets 404 for every foreign id, and nothing of what lies behind it', async () => {
    const answers: string[] = [];
    for (const operation of operations.filter(({ path }) => path.includes('{'))) {
      const { status, text } = await call(stranger, operation);
      if (status !== 404 || text.includes(secretMark)) answers.push(`${called(operation)} ${status} ${text.slice(0, 200)}`);
    }
    expect(answers).toEqual([]);
  });

  it('reads the same of a foreign id as of one that nobody has', async () => {
    const unknown = Object.fromEntries(Object.keys(theirs).map((name) => [name, randomUUID()]));
    const blind = (text: string, ids: Record<string, string>) => Object.values(ids).reduce((rest, one) => rest.replaceAll(one, 'ID'), text);
    for (const operation of operations.filter((each) => isReading(each) && each.path.includes('{'))) {
      const [foreign, none] = [await call(stranger, operation), await call(stranger, operation, unknown)];
      expect({ ...foreign, text: blind(foreign.text, theirs) }).toEqual({ ...none, text: blind(none.text, unknown) });
    }
  });

  it('sees nothing of others in any list, whatever it asks for', async () => {
    const asked = new URLSearchParams({ ...theirs, search: secretMark.slice(0, 6), state: 'all' });
    for (const operation of operations.filter((each) => isReading(each) && !each.path.includes('{'))) {
      for (const query of ['', `?${asked}`, ...Object.entries(theirs).map(([name, id]) => `?${name}=${id}`)]) {
        const response = await stranger.raw('GET', `${fill(operation.path, theirs)}${query}`);
        if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
          await response.body?.cancel();
          continue;
        }
        const text = await response.text();
        expect([operation.path, query, response.status === 200 || response.status === 400]).toEqual([operation.path, query, true]);
        for (const id of Object.values(theirs)) if (response.status === 200) expect([operation.path, query, text.includes(id)]).toEqual([operation.path, query, false]);
        expect(text).not.toContain(secretMark);
      }
    }
  });

  it('cannot lean on foreign things in a body', async () => {
    const invoice = { number: 'F9', customerId: theirs['customerId'], issueDate: '2026-09-01', dueDate: '2026-10-01', currency: 'EUR', total: '1.00' };
    const response = await stranger.raw('POST', 'invoices', JSON.stringify(invoice), 'application/json');
    expect([response.status, problem.parse(await response.json()).code]).toEqual([422, 'customer_unknown']);
  });

  it('has changed nothing there', async () => {
    expect(await system.owner.get(`customers/${theirs['customerId']}`)).toMatchObject({ name: secretMark, version: 1 });
    expect(await system.owner.get(`queue/${theirs['transactionId']}`)).toMatchObject({ state: 'waiting', version: 1 });
    expect(await system.owner.get<{ items: unknown[] }>('tokens')).toMatchObject({ items: [{ tokenId: theirs['tokenId'] }] });
  });
});

describe('roles', () => {
  /** Changes of one's own session only. */
  const everybodys = ['DELETE /api/session'];

  it('a viewer reads, and changes nothing', async () => {
    const viewer = await memberOf('viewer');
    const answers: string[] = [];
    for (const operation of operations.filter((each) => !open.includes(called(each)) && !everybodys.includes(called(each)))) {
      const { status } = await call(viewer, operation);
      const ownersOnly = /^\/api\/(members|tokens)/.test(operation.path);
      // A list that wants to be told whose gets no further than that without it.
      const wantsMore = status === 400 && called(operation) === 'GET /api/allocations';
      if (isReading(operation) && !ownersOnly ? status !== 200 && !wantsMore : status !== 403) answers.push(`${called(operation)} ${status}`);
    }
    expect(answers).toEqual([]);
  });

  it('a reviewer decides in the queue and looks at what was allocated unattended, and imports nothing', async () => {
    const reviewer = await memberOf('reviewer');
    const answers: string[] = [];
    for (const operation of operations.filter((each) => !isReading(each) && !open.includes(called(each)) && !everybodys.includes(called(each)))) {
      const { status } = await call(reviewer, operation, { ...theirs, transactionId: randomUUID() });
      const allowed: Record<string, number> = { 'POST /api/glance/seen': 200, 'POST /api/glance/undo': 202 };
      if (status !== (operation.path.startsWith('/api/queue/') ? 404 : (allowed[called(operation)] ?? 403))) answers.push(`${called(operation)} ${status}`);
    }
    expect(answers).toEqual([]);
  });
});

describe('after all that', () => {
  it('the books balance', () => expectBooksToBalance(system.administratorUrl));
});
