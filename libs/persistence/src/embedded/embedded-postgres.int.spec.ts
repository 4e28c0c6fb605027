import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freePorts } from '@lettrage/testing';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded-postgres.js';

let dataDir: string;
let servers: EmbeddedPostgres[];
let starters: ChildProcess[];

beforeEach(async () => {
  // mkdtemp makes a folder of mode 0700: run as root, this is the folder that the server's own user cannot reach by path.
  dataDir = await mkdtemp(join(tmpdir(), 'lettrage-embedded-'));
  [servers, starters] = [[], []];
});

afterEach(async () => {
  for (const starter of starters) starter.kill('SIGKILL');
  await Promise.all(servers.map((server) => server.stop()));
  await rm(dataDir, { recursive: true, force: true });
});

async function start(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, ...options });
  servers.push(server);
  return server;
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>({ text })).rows;
  } finally {
    await client.end();
  }
}

/** The launcher in a Node process of its own, read from the sources, so that it can be killed. Resolves to its server's URL and pid. */
async function startElsewhere(): Promise<{ starter: ChildProcess; url: string; pid: number }> {
  const hook = `import { registerHooks } from 'node:module';
    registerHooks({ resolve: (name, context, next) => next(/^\\..*\\.js$/.test(name) ? name.replace(/js$/, 'ts') : name, context) });`;
  const program = `const { startEmbeddedPostgres } = await import(${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'embedded-postgres.ts')).href)});
    const { url, pid } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    process.stdout.write(JSON.stringify({ url, pid })); setInterval(() => {}, 1000);`;
  const args = ['--disable-warning=ExperimentalWarning', '--import', `data:text/javascript,${encodeURIComponent(hook)}`, '--input-type=module', '-e', program];
  const starter = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  starters.push(starter);
  const [text] = (await once(starter.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return { starter, ...(JSON.parse(text.toString('utf8')) as { url: string; pid: number }) };
}

describe('startEmbeddedPostgres', () => {
  it('makes a cluster, listens on 127.0.0.1 only, and keeps the password in a file of mode 0600', async () => {
    const server = await start({ settings: { work_mem: '12MB' } });
    const [row] = await query(
      server.url,
      `select current_setting('server_version_num')::int / 10000 as major, current_setting('listen_addresses') as listens, current_setting('unix_socket_directories') as sockets,
              current_setting('synchronous_commit') as commits, current_setting('work_mem') as work, current_setting('data_checksums') as checksums, current_setting('TimeZone') as zone`,
    );
    expect(row).toEqual({ major: 18, listens: '127.0.0.1', sockets: '', commits: 'on', work: '12MB', checksums: 'on', zone: 'UTC' });
    const password = (await readFile(join(dataDir, 'superuser-password'), 'utf8')).trim();
    expect(new URL(server.url).password).toBe(password);
    expect(password).toHaveLength(32);
    expect((await stat(join(dataDir, 'superuser-password'))).mode & 0o777).toBe(0o600);
    const wrong = new URL(server.url);
    wrong.password = 'guessed';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
  });

  it('brings the extensions that matching needs', async () => {
    const server = await start();
    await query(server.url, 'create extension pg_trgm; create extension unaccent; create extension btree_gist');
    expect(await query(server.url, `select unaccent('Société') as plain, similarity('muller', 'mueller') > 0.3 as close`)).toEqual([{ plain: 'Societe', close: true }]);
  });

  it('keeps data and password over a restart', async () => {
    const first = await start();
    await query(first.url, `create table kept as select 'ü'::text as letter`);
    await first.stop();
    const second = await start();
    expect(new URL(second.url).password).toBe(new URL(first.url).password);
    expect(await query(second.url, 'select letter from kept')).toEqual([{ letter: 'ü' }]);
    expect(await readFile(join(dataDir, 'server.log'), 'utf8')).not.toContain('database system was interrupted');
  });

  it('takes over the server of a process that was killed, with what was committed', async () => {
    const killed = await startElsewhere();
    await query(killed.url, 'create table committed as select 42 as answer');
    killed.starter.kill('SIGKILL');
    await once(killed.starter, 'exit');
    expect(await query(killed.url, 'select 1 as still_there')).toEqual([{ still_there: 1 }]);

    const successor = await start();
    expect(successor.pid).not.toBe(killed.pid);
    expect(() => process.kill(killed.pid, 0)).toThrow('ESRCH');
    expect(await query(successor.url, 'select answer from committed')).toEqual([{ answer: 42 }]);
  });

  it('is not misled by a process number that now belongs to another program', async () => {
    const first = await start();
    const pidFile = await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8');
    await first.stop();
    // Of the same user as the server: only such a process is mistaken for a running server by PostgreSQL itself.
    const { uid, gid } = await stat(join(dataDir, 'cluster'));
    const bystander = spawn('sleep', ['60'], { stdio: 'ignore', ...(process.getuid?.() === 0 ? { uid, gid } : {}) });
    starters.push(bystander);
    await writeFile(join(dataDir, 'cluster', 'postmaster.pid'), pidFile.replace(/^\d+/, String(bystander.pid)));
    const second = await start();
    expect(await query(second.url, 'select 1 as up')).toEqual([{ up: 1 }]);
    expect(bystander.exitCode ?? bystander.signalCode).toBeNull();
  });

  it('refuses a second start on a folder in use, in this process and in another, and harms neither', async () => {
    const elsewhere = await startElsewhere();
    await expect(start()).rejects.toThrow(`is in use by the running process ${elsewhere.starter.pid}. Stop that one first`);
    expect(await query(elsewhere.url, 'select 1 as up')).toEqual([{ up: 1 }]);
    elsewhere.starter.kill('SIGKILL');
    await once(elsewhere.starter, 'exit');

    const [one, two] = await Promise.allSettled([start(), start()]);
    expect([one.status, two.status].sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('says so when the port asked for is taken, and leaves the folder usable', async () => {
    // None of those that the system gives to whoever names none: when the squatter has left, it stays free.
    const [port] = (await freePorts(1)) as [number];
    const squatter = createServer().listen(port, '127.0.0.1');
    await once(squatter, 'listening');
    try {
      await expect(start({ port })).rejects.toThrow(`port ${port} of 127.0.0.1 is taken by another program`);
    } finally {
      squatter.close();
      await once(squatter, 'close');
    }
    expect((await start({ port })).port).toBe(port);
  });

  it('repeats what the server said when it refuses to start', async () => {
    await expect(start({ settings: { no_such_setting: '1' } })).rejects.toThrow('unrecognized configuration parameter "no_such_setting"');
  });

  it('notices a lost password file and a different password', async () => {
    await (await start({ superuserPassword: 'first-choice' })).stop();
    await expect(start({ superuserPassword: 'second-choice' })).rejects.toThrow('another superuser password');
    await rm(join(dataDir, 'superuser-password'));
    await expect(start()).rejects.toThrow('superuser-password is missing');
  });

  it('settles `exited` and frees the folder when the server dies by itself', async () => {
    const server = await start();
    process.kill(server.pid, 'SIGQUIT');
    await server.exited;
    expect(await query((await start()).url, 'select 1 as up')).toEqual([{ up: 1 }]);
  });
});
