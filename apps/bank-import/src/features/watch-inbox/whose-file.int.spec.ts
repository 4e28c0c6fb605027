import { organisationChanged } from '@lettrage/contracts';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BankImportUnderTest, type Organisation } from '../../../testing/bank-import-under-test.js';
import { camt, credits, csv, iban } from '../../../testing/statements.js';

let folder: string;
let test: BankImportUnderTest;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lettrage-inbox-'));
  test = await BankImportUnderTest.start({ inbox: { folder, pollMs: 50, settleMs: 100, atOnce: 4 } });
});
afterEach(async () => {
  expect(await test.lawsBroken()).toEqual([]);
  await test.stop();
  await rm(folder, { recursive: true });
});

const good = camt({ opening: 0, entries: credits(5) });

async function founded(): Promise<Organisation> {
  const organisation = test.organisation();
  const { organisationId } = organisation.caller;
  await organisation.hears(organisationChanged, { organisationId, version: 1, name: 'Atelier Martin', currency: 'EUR', timeZone: 'Europe/Paris', country: 'FR' });
  return organisation;
}

async function drop(name: string, content: string): Promise<void> {
  await writeFile(join(folder, `${name}.part`), content);
  await rename(join(folder, `${name}.part`), join(folder, name));
}

async function moved(kind: 'done' | 'refused', name: string, within = folder): Promise<string[]> {
  for (const until = Date.now() + 60_000; ; await new Promise((resolve) => setTimeout(resolve, 25))) {
    const names = (await readdir(join(within, kind)).catch(() => [])).sort();
    if (names.includes(name)) return names;
    if (Date.now() > until) throw new Error(`not in ${kind}: ${name}`);
  }
}

const importedFiles = async (organisation: Organisation) => (await organisation.get<{ items: { filename: string; state: string }[] }>('/statements')).body.items.map(({ filename, state }) => `${filename} ${state}`).sort();

describe('what lies in the watched folder itself', () => {
  it('is of the only organisation that there is, also in the folder of an account, and beside what lies in a folder of its own', async () => {
    await drop('early.xml', good);
    const organisation = await founded();
    await organisation.post('/bank-accounts', { name: 'Compte', identification: iban, currency: 'EUR' });
    await mkdir(join(folder, iban));
    await mkdir(join(folder, organisation.caller.organisationId));
    await drop(`${iban}/silent.csv`, csv(credits(5)));
    await drop(`${organisation.caller.organisationId}/own.xml`, camt({ id: 'OWN', opening: 0, entries: credits(5) }));
    await drop('letter.txt', 'Dear customer');
    expect(await moved('done', 'early.xml')).toContain('early.xml');
    await moved('done', 'silent.csv');
    expect(await moved('done', 'own.xml', join(folder, organisation.caller.organisationId))).toEqual(['own.xml']);
    expect(await moved('refused', 'letter.txt')).toEqual(['letter.txt', 'letter.txt.reason.json', 'letter.txt.reason.txt']);
    expect(await importedFiles(organisation)).toEqual(['early.xml completed', 'letter.txt refused', 'own.xml completed', 'silent.csv completed']);
    expect(await organisation.transactions()).toHaveLength(5);
  });

  it('is refused where there are several, and what lies in their folders is not', async () => {
    const [one, other] = [await founded(), await founded()];
    await mkdir(join(folder, one.caller.organisationId));
    await drop('whose.xml', good);
    await drop(`${one.caller.organisationId}/mine.xml`, good);
    expect(await moved('refused', 'whose.xml')).toEqual(['whose.xml', 'whose.xml.reason.json', 'whose.xml.reason.txt']);
    expect(JSON.parse(await readFile(join(folder, 'refused', 'whose.xml.reason.json'), 'utf8'))).toMatchObject({ file: 'whose.xml', code: 'inbox_organisation_unknown', remedy: expect.stringContaining('id of its organisation') });
    await moved('done', 'mine.xml', join(folder, one.caller.organisationId));
    expect([await importedFiles(one), await importedFiles(other)]).toEqual([['mine.xml completed'], []]);
  });

  it('waits while nobody is there whose it could be', async () => {
    await drop('early.xml', good);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await readdir(folder)).toEqual(['early.xml']);
  });
});
