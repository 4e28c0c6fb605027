import { bankAccountOpened, type bankImportHttp, type EventContract, events, type ImportedTransaction, statementProgressed, transactionsImported } from '@lettrage/contracts';
import { type Caller, issueServiceToken, type RunningService, tokenKey } from '@lettrage/http';
import { laws } from '@lettrage/laws';
import { busSchema } from '@lettrage/messaging';
import { migrate, newId, rolePassword, roleUrl } from '@lettrage/persistence';
import { createTestDatabase, prepareTemplate, type TestDatabase, testSecret } from '@lettrage/testing';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type BankImportSettings } from '../src/bank-import.config.js';
import { bankImportSchema, startBankImport } from '../src/index.js';

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

/** The whole service on a database of its own, and what a user and an onlooker need. */
export class BankImportUnderTest {
  private constructor(
    private readonly database: TestDatabase,
    private readonly settings: BankImportSettings,
    /** Sees all rows; for looking, never for acting. */
    readonly onlooker: pg.Pool,
    public service: RunningService,
  ) {}

  static async start(changes: Partial<BankImportSettings> = {}): Promise<BankImportUnderTest> {
    const template = await prepareTemplate((url) => migrate(url, [busSchema, bankImportSchema], { bank_import: rolePassword(testSecret, 'bank_import') }), 'bank-import');
    const database = await createTestDatabase(template);
    const settings: BankImportSettings = {
      databaseUrl: roleUrl(database.url, testSecret, 'bank_import'), transport: { kind: 'postgres' }, http: { host: '127.0.0.1', port: 0 }, tokenSecret: testSecret, logLevel: process.env['LETTRAGE_TEST_LOG'] ?? 'silent',
      uploadLimitBytes: 20_000_000, importWorkers: 1, questionsWithinMs: 60_000, reader: { memoryMb: 256, stallMs: 30_000 }, inbox: null, ...changes,
    };
    const onlooker = new pg.Pool({ connectionString: database.url, max: 2 });
    onlooker.on('error', () => undefined); // a test may end all connections
    return new BankImportUnderTest(database, settings, onlooker, await startBankImport(settings));
  }

  /** Stops the service and starts it anew on the same data. */
  async restart(changes: Partial<BankImportSettings> = {}): Promise<void> {
    await this.service.close();
    this.service = await startBankImport({ ...this.settings, ...changes });
  }

  /** The same settings for a process of its own. */
  environment(): Record<string, string> {
    return { LETTRAGE_DATABASE_URL: this.settings.databaseUrl, LETTRAGE_TOKEN_SECRET: testSecret, LETTRAGE_LOG_LEVEL: 'warn' };
  }

  /** Every law that looks at this service's tables alone. */
  async lawsBroken(): Promise<unknown[]> {
    const own = laws.filter(({ violations }) => !/\b(invoicing|matching|cash)\./.test(violations));
    const found = await Promise.all(own.map(({ violations }) => this.onlooker.query(violations)));
    return found.flatMap(({ rows }) => rows as unknown[]);
  }

  async stop(): Promise<void> {
    await this.service.close();
    await this.onlooker.end();
    await this.database.drop();
  }

  /** A new organisation with one person in it. */
  organisation(role: Caller['role'] = 'accountant'): Organisation {
    return new Organisation(this, { userId: randomUUID(), organisationId: randomUUID(), role });
  }
}

export class Organisation {
  constructor(
    private readonly test: BankImportUnderTest,
    readonly caller: Caller,
  ) {}

  async get<Body>(path: string): Promise<Answer<Body>> {
    return answerOf(await fetch(this.test.service.url + path, { headers: await this.authorization() }));
  }

  async post<Body>(path: string, body: unknown): Promise<Answer<Body>> {
    return answerOf(
      await fetch(this.test.service.url + path, { method: 'POST', headers: { ...(await this.authorization()), 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    );
  }

  async put<Body>(path: string, body: unknown): Promise<Answer<Body>> {
    return answerOf(await fetch(this.test.service.url + path, { method: 'PUT', headers: { ...(await this.authorization()), 'content-type': 'application/json' }, body: JSON.stringify(body) }));
  }

  async delete(path: string): Promise<{ readonly status: number }> {
    return fetch(this.test.service.url + path, { method: 'DELETE', headers: await this.authorization() });
  }

  async send<Body>(path: string, filename: string, content: string | Uint8Array<ArrayBuffer>, answers?: unknown): Promise<Answer<Body>> {
    const form = new FormData();
    form.set('file', new Blob([content]), filename);
    if (answers !== undefined) form.set('answers', JSON.stringify(answers));
    return answerOf(await fetch(this.test.service.url + path, { method: 'POST', headers: await this.authorization(), body: form }));
  }

  upload(filename: string, content: string | Uint8Array<ArrayBuffer>, query = ''): Promise<Answer<bankImportHttp.UploadResult>> {
    return this.send(`/statements${query}`, filename, content);
  }

  preview(filename: string, content: string | Uint8Array<ArrayBuffer>, query = ''): Promise<Answer<bankImportHttp.StatementPreview>> {
    return this.send(`/statements/preview${query}`, filename, content);
  }

  uploadAnswered(filename: string, content: string, answers: unknown): Promise<Answer<bankImportHttp.UploadResult>> {
    return this.send('/statements', filename, content, answers);
  }

  previewAnswered(filename: string, content: string, answers: unknown): Promise<Answer<bankImportHttp.StatementPreview>> {
    return this.send('/statements/preview', filename, content, answers);
  }

  /** Uploads, waits for the end, and gives the file as it then is. */
  async import(filename: string, content: string | Uint8Array<ArrayBuffer>, query = ''): Promise<bankImportHttp.StatementFile> {
    const { status, body } = await this.upload(filename, content, query);
    // One that asks something is kept too.
    if (status !== 202 && !('code' in body && body.code === 'questions_open')) throw new Error(`expected 202, got ${status}: ${JSON.stringify(body)}`);
    return this.done(body.statementFile.statementFileId);
  }

  async done(statementFileId: string): Promise<bankImportHttp.StatementFile> {
    for (const until = Date.now() + 120_000; ; ) {
      const { body } = await this.get<bankImportHttp.StatementFile>(`/statements/${statementFileId}`);
      if (body.state === 'completed' || body.state === 'refused') return body;
      if (Date.now() > until) throw new Error(`the file is still ${body.state}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  async transactions(query = ''): Promise<bankImportHttp.Transaction[]> {
    const items: bankImportHttp.Transaction[] = [];
    for (let cursor: string | null = null; ; ) {
      const { body }: Answer<{ items: bankImportHttp.Transaction[]; nextCursor: string | null }> = await this.get(`/transactions?limit=500${query}${cursor ? `&cursor=${cursor}` : ''}`);
      items.push(...body.items);
      cursor = body.nextCursor;
      if (cursor === null) return items;
    }
  }

  /** What has been said about this organisation's files, in order, but for how far they were. */
  async said(): Promise<Said[]> {
    return (await this.saidAtAll()).filter(({ name }) => name !== statementProgressed.name && name !== bankAccountOpened.name);
  }

  /** Another service's message, put on the log; returns when it has been handled. */
  async hears<Payload>(contract: EventContract<Payload>, payload: NoInfer<Payload>): Promise<void> {
    const { rows } = await this.test.onlooker.query<{ pos: string }>(
      `insert into bus.log (event_id, organisation_id, topic, name, key, payload, published_at) values ($1, $2::uuid, $3, $4, $2::uuid::text, $5, now()) returning pos`,
      [newId(), this.caller.organisationId, contract.topic.name, contract.name, JSON.stringify(payload)],
    );
    await this.test.onlooker.query('notify lettrage_bus');
    for (const until = Date.now() + 60_000; ; await new Promise((resolve) => setTimeout(resolve, 20))) {
      const position = await this.test.onlooker.query<{ pos: string }>(`select pos from bus.consumer_position where consumer = 'bank-import' and pos >= $1`, [rows[0]!.pos]);
      if (position.rows.length > 0) break;
      if (Date.now() > until) throw new Error('the message was not handled');
    }
    const parked = await this.test.onlooker.query<{ reason: string }>('select reason from bank_import.parked_message');
    if (parked.rows.length > 0) throw new Error(`parked: ${parked.rows[0]!.reason}`);
  }

  /** All that has been said, each checked against its contract. */
  async saidAtAll(): Promise<Said[]> {
    const { rows } = await this.test.onlooker.query<{ name: string; payload: string }>(
      `select name, payload from (
         select 0 as place, pos as seq, name, payload from bus.log where organisation_id = $1
         union all select 1, seq, name, payload from bank_import.outbox where organisation_id = $1
       ) as said order by place, seq`,
      [this.caller.organisationId],
    );
    return rows.map(({ name, payload }) => {
      const contract = events.find((event) => event.name === name)!;
      return { name, payload: contract.schema.parse(JSON.parse(payload)) as Record<string, unknown> };
    });
  }

  private async authorization(): Promise<{ authorization: string }> {
    return { authorization: `Bearer ${await issueServiceToken(this.caller, tokenKey(testSecret), new Date())}` };
  }
}

export interface Said {
  readonly name: string;
  readonly payload: Record<string, unknown>;
}

export function isImported({ name }: Said): boolean {
  return name === transactionsImported.name;
}

/** The transactions that were said to be new, in the order in which they were said. */
export function imported(said: readonly Said[]): ImportedTransaction[] {
  return said.filter(isImported).flatMap(({ payload }) => payload.transactions as ImportedTransaction[]);
}

async function answerOf<Body>(response: Response): Promise<Answer<Body>> {
  return { status: response.status, body: (await response.json()) as Body };
}
