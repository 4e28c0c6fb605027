import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '@lettrage/cli';
import { type matchingHttp } from '@lettrage/contracts';
import { expectBooksToBalance, launchTestBrowser } from '@lettrage/testing';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { startTestSystem, type TestSystem } from '../system/running-system.js';
import { camtOf } from '../system/statements.js';
import { patience, shows } from './on-page.js';

let system: TestSystem;
let browser: Browser;
let context: BrowserContext;
/** Where the reviewer works, and a second tab on the aged balance that nobody touches. */
let page: Page;
let watcher: Page;
const faults: string[] = [];

beforeAll(async () => {
  system = await startTestSystem();
  await system.owner.send('customers/import', 'id,name,country,iban,vat_id,payment_terms_days\nC1,Maçonnerie Guérin SAS,FR,,,30\nC2,Boulangerie Petit SARL,FR,,,30\n', 'text/csv');
  await system.owner.send(
    'invoices/import',
    'number,customer_id,kind,issue_date,due_date,currency,total,open_amount,structured_reference,order_reference\n' +
      'FA2026-00617,C1,invoice,2026-09-01,2026-10-01,EUR,2296.86,2296.86,,\nFA2026-00700,C2,invoice,2026-09-03,2026-10-03,EUR,500.00,500.00,,\n',
    'text/csv',
  );
  browser = await launchTestBrowser();
  context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 860 } });
  context.setDefaultTimeout(patience.timeout);
  page = await context.newPage();
  watcher = await context.newPage();
  for (const tab of [page, watcher]) tab.on('pageerror', (error) => faults.push(String(error)));
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

const total = () => watcher.getByTestId('aged-total');

/** Drops a file on the zone as a hand would: the browser's own drag events with the file in their transfer. */
async function drop(filename: string, bytes: Uint8Array): Promise<void> {
  const zone = page.getByRole('group', { name: 'Déposez ici un relevé bancaire' });
  await zone.waitFor();
  const file = `new File([new Uint8Array(${JSON.stringify([...bytes])})], ${JSON.stringify(filename)}, { type: 'text/xml' })`;
  const transfer = await page.evaluateHandle(`(() => { const made = new DataTransfer(); made.items.add(${file}); return made; })()`);
  for (const event of ['dragenter', 'dragover', 'drop']) await zone.dispatchEvent(event, { dataTransfer: transfer });
}

const plainOctober = camtOf('S1', [
  { reference: 'T1', amount: '2296.86', name: 'MACONNERIE GUERIN', text: 'FACTURE FA2026-00617' },
  { reference: 'T2', amount: '480.00', name: 'HOLDING INCONNUE', text: 'REGLEMENT' },
]);
/** The second payment says for whom it is made, and why. */
const further = '<RltdPties><Dbtr><Pty><Nm>HOLDING INCONNUE</Nm></Pty></Dbtr><UltmtDbtr><Pty><Nm>FILIALE NORD</Nm></Pty></UltmtDbtr></RltdPties><Purp><Cd>SUPP</Cd></Purp>';
const october = new TextEncoder().encode(new TextDecoder().decode(plainOctober).replace('<RltdPties><Dbtr><Pty><Nm>HOLDING INCONNUE</Nm></Pty></Dbtr></RltdPties>', further));

describe('a statement in the browser', () => {
  it('asks for a sign-in, refuses a wrong password in words, and goes on to where one wanted to be', async () => {
    await page.goto(`${system.url}/statements`);
    await page.getByLabel('Adresse e-mail').fill(system.email);
    await page.getByLabel('Mot de passe', { exact: true }).fill('not my password');
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await shows(page.getByRole('alert'), 'Adresse ou mot de passe incorrect');
    await page.getByLabel('Mot de passe', { exact: true }).fill(system.password);
    await page.keyboard.press('Enter');
    await shows(page.getByRole('heading', { level: 1 }), 'Relevés');
    expect(new URL(page.url()).pathname).toBe('/statements');
    await watcher.goto(`${system.url}/aged-balance`);
    await shows(total(), '2 796,86 €');
  });

  it('says where and what to do for a file that is cut off, and keeps nothing of it', async () => {
    const whole = camtOf('S1', [{ reference: 'T1', amount: '2296.86' }]);
    await drop('cut.xml', whole.slice(0, -300));
    const refusal = page.getByRole('alert');
    await shows(refusal, 'cut.xml ne peut pas être importé');
    await shows(refusal, /Le fichier est incomplet[^]*ligne \d+[^]*se termine avant que ses éléments soient fermés[^]*Que faire[^]*téléchargez-le de nouveau/);
    await page.getByRole('button', { name: 'Choisir un autre fichier' }).click();
    await shows(page.getByRole('main'), 'Aucun relevé importé pour l’instant.');
  });

  it('is previewed, imported, and moves the aged balance in another tab, with nobody asking', async () => {
    await drop('october.xml', october);
    await shows(page.getByRole('main'), /Aperçu de october\.xml[^]*2 nouvelles\s+0 déjà connue\s+Équilibré/);
    await shows(page.getByRole('main'), '3 776,86 €');
    await page.getByRole('table', { name: 'Les 2 premières opérations' }).getByRole('row').nth(2).waitFor();
    await page.getByRole('button', { name: 'Importer 2 opérations' }).click();
    const result = page.getByTestId('import-result');
    await shows(result, /october\.xml est importé\s+2 nouvelles\s+0 déjà connue\s+Équilibré/);
    await shows(result, /1 lettrée automatiquement\s+1 à lettrer/);
    await shows(total(), '500,00 €');
  });

  it('the same file again changes nothing, and the page says so', async () => {
    await page.getByRole('button', { name: 'Importer un autre relevé' }).click();
    await drop('again.xml', october);
    await shows(page.getByRole('main'), 'Ce fichier n’apporte rien de nouveau');
    await page.getByRole('button', { name: /^Importer 0/ }).click();
    await shows(page.getByRole('main'), 'Ce fichier avait déjà été importé');
    await shows(page.getByRole('table', { name: 'Relevés importés' }), 'october.xml');
  });

  it('what is unclear is allocated by hand with the keyboard alone, its difference named', async () => {
    await page.getByRole('link', { name: 'Ouvrir la file' }).press('Enter');
    await shows(page.getByRole('row'), 'HOLDING INCONNUE');
    await page.getByRole('grid').focus();
    await page.keyboard.press('s');
    await page.getByRole('searchbox', { name: 'Ajouter une pièce' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('FA2026-00700');
    await page.getByRole('button', { name: 'Ajouter FA2026-00700' }).waitFor();
    await page.keyboard.press('Enter');
    await shows(page.getByTestId('remaining'), '20,00 €');
    const save = page.getByRole('button', { name: 'Enregistrer la répartition' });
    expect(await save.isDisabled()).toBe(true);
    await page.getByRole('radio', { name: 'Escompte' }).focus();
    await page.keyboard.press('Space');
    await save.focus();
    await page.keyboard.press('Enter');
    await shows(page.getByRole('main'), 'Tout est lettré.');
    await shows(watcher.getByRole('main'), 'Aucun encours.');
    // What is on its way to the ledger cannot be undone yet: the aged balance may hear of its answer before the queue does.
    await until('the queue has heard of it too', () => system.owner.get<matchingHttp.QueueSummary>('queue/summary'), ({ requested }) => requested === 0);
  });

  it('is undone with one key, the row in hand again, and the aged balance is back', async () => {
    await page.keyboard.press('Control+z');
    await shows(page.getByRole('row', { selected: true }), 'HOLDING INCONNUE');
    await shows(page.getByRole('main'), 'La dernière décision a été annulée.');
    await shows(total(), '500,00 €');
  });

  it('shows all that the bank says of a receipt to whoever asks', async () => {
    await page.getByRole('button', { name: 'Tout ce que dit la banque' }).press('Enter');
    await shows(page.getByLabel('Ce que dit la banque'), /Débiteur final\s+FILIALE NORD\s+Motif du paiement\s+SUPP/);
    await page.getByRole('button', { name: 'Masquer le détail de la banque' }).press('Enter');
    await page.getByLabel('Ce que dit la banque').waitFor({ state: 'detached' });
  });

  it('speaks English as well, and remembers it', async () => {
    await page.getByText('EN', { exact: true }).click();
    await shows(page.getByRole('heading', { level: 1 }), 'Queue');
    await page.reload();
    await shows(page.getByRole('row', { selected: true }), '€480.00');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('what is paid before its invoice is entered waits for it, and leaves the queue with nobody asking when it comes; another gets its candidate', async () => {
    const [named, unnamed] = [page.getByRole('row').filter({ hasText: 'MENUISERIE NEUVE' }), page.getByRole('row').filter({ hasText: 'HOLDING AUTRE' })];
    const november = camtOf('S2', [
      { reference: 'T3', amount: '350.00', name: 'MENUISERIE NEUVE', text: 'FACTURE FA2026-00977', date: '2026-10-06' },
      { reference: 'T4', amount: '91.37', name: 'HOLDING AUTRE', text: 'REGLEMENT', date: '2026-10-07' },
    ], '3776.86');
    await page.goto(`${system.url}/queue`); // of all files
    await system.owner.upload('statements', 'november.xml', november);
    for (const row of [named, unnamed]) await row.waitFor();
    await unnamed.click();
    const detail = page.getByRole('region', { name: 'Candidates' });
    await shows(detail, /HOLDING AUTRE[^]*No proposal/);
    await system.owner.send('customers/import', 'id,name,country,iban,vat_id,payment_terms_days\nC3,Menuiserie Neuve SARL,FR,,,30\n', 'text/csv');
    const invoice = (number: string, amount: string) => `${number},C3,invoice,2026-09-05,2026-10-05,EUR,${amount},${amount},,\n`;
    const titles = 'number,customer_id,kind,issue_date,due_date,currency,total,open_amount,structured_reference,order_reference\n';
    await system.owner.send('invoices/import', `${titles}${invoice('FA2026-00977', '350.00')}${invoice('FA2026-00978', '91.37')}`, 'text/csv');
    await named.waitFor({ state: 'detached' });
    await shows(detail, /HOLDING AUTRE[^]*FA2026-00978/);
  });

  it('shows what comes while it is loading: before its stream is open, and while its first answer is on its way', async () => {
    const count = page.getByRole('navigation').getByRole('link', { name: /^Queue/ });
    const rowOf = (name: string) => page.getByRole('row').filter({ hasText: name });
    const receive = async (name: string, opening: string) =>
      system.owner.upload('statements', `${name}.xml`, camtOf(name, [{ reference: name, amount: '10.00', name, text: 'REGLEMENT', date: '2026-10-08' }], opening));
    const waiting = (wanted: number) => until(`${wanted} wait`, () => system.owner.get<matchingHttp.QueueSummary>('queue/summary'), (summary) => summary.waiting === wanted);
    const { waiting: before } = await system.owner.get<matchingHttp.QueueSummary>('queue/summary');

    const opening = Promise.withResolvers<void>();
    await page.route('**/api/stream*', async (route) => (await opening.promise, route.continue()));
    await page.goto(`${system.url}/queue`);
    await rowOf('HOLDING INCONNUE').waitFor();
    await receive('AVANT LE FLUX', '4218.23');
    await waiting(before + 1);
    opening.resolve();
    await rowOf('AVANT LE FLUX').waitFor();
    await page.unrouteAll({ behavior: 'wait' });

    const [answer, asked] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    await page.route(
      (url) => url.pathname === '/api/queue',
      async (route) => {
        const response = await route.fetch();
        asked.resolve();
        await answer.promise;
        await route.fulfill({ response });
      },
      { times: 1 },
    );
    await page.goto(`${system.url}/queue`);
    await asked.promise;
    await shows(count, String(before + 1));
    await receive('PENDANT LA REPONSE', '4228.23');
    await shows(count, String(before + 2));
    answer.resolve();
    await rowOf('PENDANT LA REPONSE').waitFor();
    await page.unrouteAll({ behavior: 'wait' });
  });

  it('leaves no fault on the page, and the books balance', async () => {
    expect(faults).toEqual([]);
    await expectBooksToBalance(system.administratorUrl);
  });
});
