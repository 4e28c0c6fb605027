import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectBooksToBalance, launchTestBrowser } from '@lettrage/testing';
import { type Browser, type Page } from 'playwright-core';
import { startTestSystem, type TestSystem } from '../system/running-system.js';
import { becomes, patience, press, shows, signIn } from './on-page.js';

/** As much of the page's own document as functions that run there name. */
declare const document: { readonly documentElement: { readonly scrollWidth: number } };

let system: TestSystem;
let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  system = await startTestSystem();
  await system.owner.post('bank-accounts', { name: 'Compte courant', identification: 'FR7630006000011234567890189', currency: 'EUR' });
  browser = await launchTestBrowser();
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 860 } });
  context.setDefaultTimeout(patience.timeout);
  page = await context.newPage();
  page.on('pageerror', (error) => faults.push(String(error)));
  await signIn(page, system);
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });

async function choose(filename: string, ...lines: string[]): Promise<void> {
  const [again, other] = [button('Importer un autre relevé'), button('Choisir un autre fichier')];
  for (const leave of [again, other]) if (await leave.isVisible()) await press(leave);
  await page.locator('input[type="file"]').last().setInputFiles({ name: filename, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) });
  await page.getByRole('heading', { name: `Aperçu de ${filename}` }).waitFor();
}

/** The file does not say its account; what was said of its columns holds when it is chosen. */
async function chooseAccount(): Promise<void> {
  const account = page.getByPlaceholder('Choisir un compte');
  await press(account, 'ArrowDown');
  await page.getByRole('option', { name: /Compte courant/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.locator('[role="option"][data-combobox-selected]').waitFor();
  await page.keyboard.press('Enter');
  await becomes(async () => (await account.inputValue()).startsWith('Compte courant'), true);
}

/** Chooses the account and imports. */
async function importTwo(filename: string): Promise<void> {
  await chooseAccount();
  await press(page.getByRole('button', { name: 'Importer 2 opérations' }));
  await shows(page.getByTestId('import-result'), new RegExp(`${filename.replace('.', String.raw`\.`)} est importé\\s+2 nouvelles`));
}

const editor = () => page.getByRole('region', { name: 'Comment le fichier est lu' });
const roleOf = (column: string) => page.getByLabel(`Contenu de ${column}`);
const order = () => page.getByLabel('Ordre des dates');
const unread = () => page.getByRole('list', { name: 'Ces dates ne peuvent pas être lues' });
const rows = (count: number) => page.getByRole('table', { name: `Les ${count} premières opérations` });
const kept = () => page.getByRole('region', { name: 'Correspondances des colonnes', exact: true });

/** Amounts padded with zeros look like numbers of something, and nobody knows the titles. */
const unknown = ['Quand;Quoi;Combien', '10/02/2026;VIR GUERIN FA12;000120,00', '10/25/2026;VIR PETIT FA13;000900,50'];

describe('a CSV whose columns are not understood', () => {
  it('is refused with its titles and first rows, and cannot be read before the columns say enough', async () => {
    await choose('inconnu.csv', ...unknown);
    const alert = page.getByRole('alert').first();
    await shows(alert, 'Pas de colonne de montants');
    await shows(editor(), /Quand\s+10\/02\/2026 · 10\/25\/2026[^]*Quoi\s+VIR GUERIN FA12 · VIR PETIT FA13[^]*Combien\s+000120,00 · 000900,50/);
    expect(await roleOf('Quand').inputValue()).toBe('bookingDate');
    expect(await button('Les colonnes sont justes').isDisabled()).toBe(true);
    await shows(page.getByRole('status').filter({ hasText: 'Il faut une colonne' }), 'Il faut une colonne de montants, ou de débits et de crédits.');
  });

  it('says which dates cannot be read in an order that was chosen wrongly, beside the form that chooses another', async () => {
    await roleOf('Quoi').selectOption('label');
    await roleOf('Combien').selectOption('amount');
    await order().selectOption('dmy');
    await press(button('Lire ainsi'));
    await shows(page.getByRole('alert').first(), /Date illisible[^]*dans l’ordre jour, mois, année\s: enregistrements 3 "10\/25\/2026"\s; toutes se lisent dans l’ordre mois, jour, année/);
    await shows(unread(), /^ligne 3 : « 10\/25\/2026 »$/);
    await shows(page.getByRole('group', { name: 'Une question avant l’import' }), 'Toutes peuvent l’être autrement. Le mois d’abord : 10/25/2026 est le 25 oct. 2026');
    expect([await roleOf('Combien').inputValue(), await order().inputValue()]).toEqual(['amount', 'dmy']);
  });

  it('is read once the order is corrected, and imported', async () => {
    await order().selectOption('mdy');
    await press(button('Lire ainsi'));
    await shows(rows(2), /2 oct\. 2026[^]*120,00[^]*25 oct\. 2026[^]*900,50/);
    expect([await unread().isVisible(), await page.getByRole('alert').filter({ hasText: 'Date illisible' }).isVisible()]).toEqual([false, false]);
    await importTwo('inconnu.csv');
    await shows(kept(), /Quand : Date comptable · Quoi : Libellé · Combien : Montant[^]*Le mois d’abord/);
  });

  it('is not asked about again: the second file of the account is read as was kept', async () => {
    await choose('suite.csv', unknown[0]!, '10/26/2026;VIR GUERIN FA14;000130,00', '10/27/2026;VIR PETIT FA15;000140,00');
    await chooseAccount();
    await shows(page.getByRole('status').filter({ hasText: 'Lu comme' }), 'Lu comme vous l’avez gardé pour ce compte.');
    await shows(rows(2), /26 oct\. 2026[^]*130,00[^]*27 oct\. 2026[^]*140,00/);
    expect(await editor().isVisible()).toBe(false);
    await press(page.getByRole('button', { name: 'Importer 2 opérations' }));
    await shows(page.getByTestId('import-result'), /suite\.csv est importé\s+2 nouvelles/);
  });
});

describe('dates that nothing recognises', () => {
  it('without anything between day, month and year are read once someone says which column they are', async () => {
    await choose('serre.csv', 'Jour;Motif;Somme', '02112026;VIR GUERIN FA16;150,00', '25112026;VIR PETIT FA17;160,00');
    await shows(page.getByRole('alert').first(), 'Pas de colonne de dates');
    await roleOf('Jour').selectOption('bookingDate');
    for (const [column, role] of [['Motif', 'label'], ['Somme', 'amount']] as const) await roleOf(column).selectOption(role);
    await order().selectOption('mdy');
    await press(button('Lire ainsi'));
    await shows(unread(), /^ligne 3 : « 25112026 »$/);
    await order().selectOption('dmy');
    await press(button('Lire ainsi'));
    await shows(rows(2), /2 nov\. 2026[^]*150,00[^]*25 nov\. 2026[^]*160,00/);
    await importTwo('serre.csv');
  });
});

describe('a reading that someone corrects without being asked', () => {
  it('stays open to be corrected again where the file cannot be read so', async () => {
    await choose('clair.csv', 'Date;Libellé;Montant', '28/11/2026;VIR GUERIN FA18;170,00', '29/11/2026;VIR PETIT FA19;180,00');
    await shows(rows(2), /28 nov\. 2026/);
    await press(button('Corriger la lecture'));
    await order().selectOption('mdy');
    await press(button('Lire ainsi'));
    await shows(page.getByRole('alert').first(), 'Date illisible');
    await shows(unread(), /ligne 2 : « 28\/11\/2026 »\s+ligne 3 : « 29\/11\/2026 »/);
    await order().selectOption('ymd');
    await press(button('Lire ainsi'));
    await shows(unread(), /ligne 2 : « 28\/11\/2026 »/);
    await order().selectOption('dmy');
    await press(button('Lire ainsi'));
    await shows(rows(2), /28 nov\. 2026[^]*29 nov\. 2026/);
    await importTwo('clair.csv');
  });
});

describe('a file that was refused for its dates', () => {
  it('is answered where it stands, in words of the page’s language', async () => {
    const { items } = await system.owner.get<{ items: { bankAccountId: string }[] }>('bank-accounts');
    const path = `bank-accounts/${items[0]!.bankAccountId}/csv-mappings`;
    const { items: mappings } = await system.owner.get<{ items: { signature: string; mapping: { columns: { title: string }[]; dateOrder: string } }[] }>(path);
    const first = mappings.find(({ mapping }) => mapping.columns[0]!.title === 'Quand')!;
    const form = new FormData();
    form.append('answers', JSON.stringify({ mapping: { ...first.mapping, dateOrder: 'dmy' } }));
    form.append('file', new Blob([[unknown[0], '10/02/2026;VIR GUERIN FA20;000190,00', '10/29/2026;VIR GUERIN FA21;000191,00', ''].join('\n')]), 'dossier.csv');
    const sent = await system.owner.raw('POST', 'statements', form);
    expect([202, 422]).toContain(sent.status);
    const files = page.getByRole('table', { name: 'Relevés importés' });
    await shows(files, /dossier\.csv[^]*refusé/);
    await press(page.getByRole('button', { name: 'Répondre pour dossier.csv' }));
    await shows(unread(), /^ligne 3 : « 10\/29\/2026 »$/);
    await press(page.getByRole('radio', { name: 'Le mois d’abord : 10/29/2026 est le 29 oct. 2026' }), 'Space');
    await press(button('Relire le fichier'));
    await shows(files, /dossier\.csv[^]*importé\s+2 nouvelles/);
  });
});

describe('these forms', () => {
  it('do not run over the edge at 320 px', async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.reload();
    await choose('etroit.csv', 'Jour;Motif;Total', '02112026;VIR GUERIN FA22;150,00');
    await editor().waitFor();
    await becomes(() => page.evaluate(() => document.documentElement.scrollWidth), 320);
  });

  it('leave no fault, and the books balance', async () => {
    expect(faults).toEqual([]);
    await expectBooksToBalance(system.administratorUrl);
  });
});
