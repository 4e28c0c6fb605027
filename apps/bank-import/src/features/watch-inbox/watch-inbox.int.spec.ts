import { bankImportHttp } from '@lettrage/contracts';
import { serviceProcesses } from '@lettrage/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { appendFile, mkdir, mkdtemp, open, readdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BankImportUnderTest, imported, type Organisation } from '../../../testing/bank-import-under-test.js';
import { camt, credits, csv, iban, otherIban } from '../../../testing/statements.js';

let folder: string;
let test: BankImportUnderTest;
const inbox = (more: object = {}) => ({ inbox: { folder, pollMs: 50, settleMs: 100, atOnce: 4, ...more } });
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lettrage-inbox-'));
  test = await BankImportUnderTest.start(inbox());
});
afterEach(() => test.restart(inbox()));
afterAll(async () => {
  expect(await test.lawsBroken()).toEqual([]);
  await test.stop();
  await rm(folder, { recursive: true });
});

const good = camt({ opening: 0, entries: credits(5) });

class Folder {
  readonly path: string;
  constructor(readonly organisation: Organisation) {
    this.path = join(folder, organisation.caller.organisationId);
  }

  static async of(organisation = test.organisation()): Promise<Folder> {
    const made = new Folder(organisation);
    await mkdir(made.path, { recursive: true });
    return made;
  }

  /** As transfer programs do it: the file has its name when it is whole, however long a busy machine takes to write it. */
  async drop(name: string, content: string): Promise<void> {
    const path = join(this.path, name);
    await writeFile(`${path}.part`, content);
    await rename(`${path}.part`, path);
  }

  async names(sub = ''): Promise<string[]> {
    return (await readdir(join(this.path, sub)).catch(() => [])).sort();
  }

  async read(...path: string[]): Promise<string> {
    return readFile(join(this.path, ...path), 'utf8');
  }

  /** Waits until so many files, not counting reasons, are out of the way. */
  async settled(count: number): Promise<void> {
    for (const until = Date.now() + 90_000; ; await new Promise((resolve) => setTimeout(resolve, 25))) {
      const moved = [...(await this.names('done')), ...(await this.names('refused')).filter((name) => !/\.reason\.(json|txt)$/.test(name))];
      if (moved.length === count) return;
      if (Date.now() > until) throw new Error(`moved: ${moved.join(', ')}; left: ${(await this.names()).join(', ')}`);
    }
  }

  async files(): Promise<bankImportHttp.StatementFile[]> {
    return (await this.organisation.get<{ items: bankImportHttp.StatementFile[] }>('/statements')).body.items;
  }
}

describe('what lies in the inbox', () => {
  it('is imported and moved to done, and said as an upload is', async () => {
    const box = await Folder.of();
    await box.drop('october.xml', good);
    await box.settled(1);
    expect([await box.names(), await box.names('done')]).toEqual([['done'], ['october.xml']]);
    expect(await box.read('done', 'october.xml')).toBe(good);
    expect(await box.files()).toMatchObject([{ filename: 'october.xml', state: 'completed', imported: 5 }]);
    expect((await box.organisation.said()).map(({ name }) => name)).toEqual(['bank-import.transactions-imported.v1', 'bank-import.statement-completed.v1']);
  });

  it('is known when it comes again, under the same name or another, and nothing is lost', async () => {
    const box = await Folder.of();
    await box.organisation.import('uploaded.xml', good);
    await box.drop('october.xml', good);
    await box.settled(1);
    await box.drop('october.xml', good);
    await box.settled(2);
    expect(await box.names('done')).toEqual(['october.2.xml', 'october.xml']);
    expect(await box.files()).toHaveLength(1);
    expect(imported(await box.organisation.said())).toHaveLength(5);
  });

  it('is refused with its reason beside it, for programs and for people', async () => {
    const box = await Folder.of();
    await box.drop('cut.xml', good.slice(0, -400));
    await box.drop('silent.csv', csv(credits(2)));
    await box.drop('empty.xml', '');
    await box.drop('a\\..\\b.xml', good);
    await symlink('/etc/passwd', join(box.path, 'link.xml'));
    await box.settled(5);
    expect((await box.names('refused')).filter((name) => !name.includes('reason'))).toEqual(['a_.._b.xml', 'cut.xml', 'empty.xml', 'link.xml', 'silent.csv']);
    const codes = await Promise.all(['a_.._b.xml', 'cut.xml', 'empty.xml', 'link.xml', 'silent.csv'].map(async (name) => (JSON.parse(await box.read('refused', `${name}.reason.json`)) as { code: string }).code));
    expect(codes).toEqual(['inbox_name', 'xml_truncated', 'empty_file', 'inbox_not_a_file', 'account_needed']);
    expect(JSON.parse(await box.read('refused', 'cut.xml.reason.json'))).toMatchObject({ file: 'cut.xml', statementFileId: expect.any(String), where: expect.stringMatching(/line \d+/), remedy: expect.stringContaining('download it again') });
    expect(await box.read('refused', 'cut.xml.reason.txt')).toMatch(/^cut\.xml: line \d+.*download it again\.\n$/);
    expect(await box.organisation.transactions()).toEqual([]);
  });

  it('is listed with its reason where it is refused before it is read, and is said', async () => {
    const box = await Folder.of();
    await box.drop('empty.xml', '');
    await box.drop('a\\b.xml', good);
    await symlink('/etc/passwd', join(box.path, 'link.xml'));
    await mkdir(join(box.path, 'FR0000'));
    await box.drop('FR0000/unknown.csv', csv(credits(4)));
    await box.settled(4);
    const files = (await box.files()).toSorted((a, b) => (a.filename < b.filename ? -1 : 1));
    expect(files.map(({ filename, state, sha256, bytes, problem }) => [filename, state, sha256, bytes, problem?.code])).toEqual([
      ['a_b.xml', 'refused', null, Buffer.byteLength(good), 'inbox_name'],
      ['empty.xml', 'refused', null, 0, 'empty_file'],
      ['link.xml', 'refused', null, 0, 'inbox_not_a_file'],
      ['unknown.csv', 'refused', null, Buffer.byteLength(csv(credits(4))), 'inbox_account_unknown'],
    ]);
    for (const file of files) expect(bankImportHttp.statementFile.parse(file)).toMatchObject({ problem: { explanation: expect.any(String), remedy: expect.stringMatching(/./), page: expect.stringMatching(/^\/docs\/errors\//) }, completedAt: expect.any(String) });
    expect(JSON.parse(await box.read('refused', 'link.xml.reason.json'))).toMatchObject({ file: 'link.xml', code: 'inbox_not_a_file', statementFileId: files[2]!.statementFileId });
    const said = (await box.organisation.said()).map(({ name, payload }) => [name, payload.statementFileId, payload.code]);
    expect(said.sort()).toEqual(files.map(({ statementFileId, problem }) => ['bank-import.statement-refused.v1', statementFileId, problem!.code]).sort());
    // There is nothing here that could be read again.
    expect(await box.organisation.post(`/statements/${files[3]!.statementFileId}/answer`, {})).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect((await test.organisation().get<{ items: unknown[] }>('/statements')).body.items).toEqual([]);
  });

  it('is listed once though it cannot be moved and is met again and again', async () => {
    const box = await Folder.of();
    await symlink(join(folder, 'nowhere'), join(box.path, 'refused'));
    await box.drop('empty.xml', '');
    for (const until = Date.now() + 20_000; !(await box.files()).some(({ filename }) => filename === 'empty.xml'); ) {
      if (Date.now() > until) throw new Error('never listed');
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    await new Promise((resolve) => setTimeout(resolve, 400));
    await test.restart(inbox());
    await rm(join(box.path, 'refused'));
    await box.settled(1);
    expect((await box.files()).filter(({ filename }) => filename === 'empty.xml')).toHaveLength(1);
    expect((await box.organisation.said()).filter(({ payload }) => payload.filename === 'empty.xml')).toHaveLength(1);
  });

  it('waits, with its questions, for someone to answer them', async () => {
    const box = await Folder.of();
    await box.organisation.post('/bank-accounts', { name: 'Compte', identification: iban, currency: 'EUR' });
    await box.drop('unclear.csv', 'Date,Description,Amount\n03/04/2026,GUERIN,10.00\n');
    await box.settled(1);
    const reason = JSON.parse(await box.read('refused', 'unclear.csv.reason.json')) as { statementFileId: string };
    expect(reason).toMatchObject({ code: 'questions_open', questions: [{ code: 'date_order' }] });
    await box.organisation.post(`/statements/${reason.statementFileId}/answer`, { answers: { dateOrder: 'dmy' } });
    expect(await box.organisation.done(reason.statementFileId)).toMatchObject({ state: 'completed', imported: 1 });
  });

  it('is of the account whose folder it lies in', async () => {
    const box = await Folder.of();
    await box.organisation.post('/bank-accounts', { name: 'Compte', identification: iban, currency: 'EUR' });
    await box.organisation.post('/bank-accounts', { name: 'Konto', identification: otherIban, currency: 'EUR' });
    await mkdir(join(box.path, otherIban));
    await mkdir(join(box.path, 'FR0000'));
    await box.drop(`${otherIban}/silent.csv`, csv(credits(3)));
    await box.drop('FR0000/unknown.csv', csv(credits(4)));
    await box.settled(2);
    expect((await box.files()).filter(({ state }) => state === 'completed')).toMatchObject([{ filename: 'silent.csv', imported: 3 }]);
    expect(JSON.parse(await box.read('refused', 'unknown.csv.reason.json'))).toMatchObject({ code: 'inbox_account_unknown', message: 'there is no account FR0000' });
  });

  it('is left alone while it is being written', async () => {
    // It is written for longer than it has to be left alone, with pauses that stay far below that on a busy machine too.
    await test.restart(inbox({ settleMs: 4_000 }));
    const box = await Folder.of();
    await box.drop('a.xml.part', good);
    await box.drop('.b.xml.Xy1', good);
    const half = Math.floor(good.length / 2);
    await appendFile(join(box.path, 'slow.xml'), good.slice(0, half));
    for (let at = half, step = Math.ceil(half / 8); at < good.length; at += step) {
      await new Promise((resolve) => setTimeout(resolve, 600));
      expect(await box.names('refused')).toEqual([]);
      await appendFile(join(box.path, 'slow.xml'), good.slice(at, at + step));
    }
    await box.settled(1);
    expect([await box.names(), await box.names('done')]).toEqual([['.b.xml.Xy1', 'a.xml.part', 'done'], ['slow.xml']]);
    await utimes(join(box.path, 'a.xml.part'), 0, 0);
    expect(await box.files()).toMatchObject([{ state: 'completed', imported: 5 }]);
  });

  it.each([['slow.xml', good, 'refused'], ['slow.csv', csv(credits(5)), 'done']])('is taken again where its sender wrote on after a pause that was taken for its end: %s', async (name, content, first) => {
    const box = await Folder.of();
    await box.organisation.post('/bank-accounts', { name: 'Compte', identification: iban, currency: 'EUR' });
    const written = content.lastIndexOf('\n', content.length - 60) + 1;
    const sender = await open(join(box.path, name), 'w');
    try {
      await sender.write(content.slice(0, written));
      await box.settled(1);
      expect(await box.names(first)).toContain(name);
      await sender.write(content.slice(written));
    } finally {
      await sender.close();
    }
    for (const until = Date.now() + 60_000; (await box.organisation.transactions()).length < 5; ) {
      if (Date.now() > until) throw new Error('the rest was not taken');
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    await box.settled(1);
    expect([await box.names(), await box.names('refused')]).toEqual([['done', ...(first === 'refused' ? ['refused'] : [])], []]);
    expect(await box.read('done', name)).toBe(content);
    expect(imported(await box.organisation.said())).toHaveLength(5);
  });

  it('of someone who is no organisation, or behind a link, is not looked at', async () => {
    const box = await Folder.of();
    await mkdir(join(folder, 'acme'), { recursive: true });
    await writeFile(join(folder, 'acme', 'a.xml'), good);
    const elsewhere = await Folder.of();
    await rm(elsewhere.path, { recursive: true });
    await symlink(join(folder, 'acme'), elsewhere.path);
    await box.drop('mine.xml', good);
    await box.settled(1);
    expect(await readdir(join(folder, 'acme'))).toEqual(['a.xml']);
    expect(await elsewhere.files()).toEqual([]);
  });
});

describe('a file of the inbox', () => {
  it('is imported once by several instances, with a few on their way at once', async () => {
    const environment = { ...test.environment(), LETTRAGE_INBOX_DIR: folder, LETTRAGE_INBOX_POLL_MS: '50', LETTRAGE_INBOX_SETTLE_MS: '100' };
    const processes = serviceProcesses();
    try {
      await Promise.all([processes.start('bank-import', { env: environment }), processes.start('bank-import', { env: environment })]);
      const box = await Folder.of();
      for (let index = 0; index < 12; index++) await box.drop(`${index}.xml`, camt({ id: `S${index}`, entries: credits(10, index * 5) }));
      await box.settled(12);
      expect((await box.names('done')).length).toBe(12);
      expect((await box.files()).map(({ imported: count, known }) => count + known)).toEqual(Array.from({ length: 12 }, () => 10));
      expect(await box.organisation.transactions()).toHaveLength(65);
    } finally {
      await processes.stopAll();
    }
  });

  it('is imported once though the process is killed between the import and the move', async () => {
    const box = await Folder.of();
    await test.restart({ inbox: null });
    const processes = serviceProcesses();
    const environment = { ...test.environment(), LETTRAGE_INBOX_DIR: folder, LETTRAGE_INBOX_POLL_MS: '3000', LETTRAGE_INBOX_SETTLE_MS: '0' };
    try {
      const watcher = await processes.start('bank-import', { env: environment });
      await box.drop('october.xml', camt({ opening: 0, entries: credits(4000) }));
      // The file is moved at the look after the one that takes it, which is seconds away.
      for (const until = Date.now() + 60_000; (await box.files()).length === 0; ) {
        if (Date.now() > until) throw new Error('never received');
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      await watcher.kill();
      const [file] = await box.files();
      expect(await box.organisation.done(file!.statementFileId)).toMatchObject({ state: 'completed', imported: 4000 });
      expect(await box.names()).toContain('october.xml');
      await watcher.restart();
      await box.settled(1);
      expect(await box.names('done')).toEqual(['october.xml']);
      expect(await box.files()).toHaveLength(1);
      expect(imported(await box.organisation.said())).toHaveLength(4000);
    } finally {
      await processes.stopAll();
    }
  });
});
