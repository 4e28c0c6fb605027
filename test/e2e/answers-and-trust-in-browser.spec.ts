import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '@lettrage/cli';
import { type cashHttp, type matchingHttp } from '@lettrage/contracts';
import { expectBooksToBalance, launchTestBrowser } from '@lettrage/testing';
import { type Browser, type Page } from 'playwright-core';
import { startTestSystem, type TestSystem } from '../system/running-system.js';
import { bulk, camtOf } from '../system/statements.js';
import { becomes, patience, press, shows, signIn } from './on-page.js';

/** As much of the page's own document as functions that run there name. */
declare const document: { readonly activeElement: unknown; readonly documentElement: { readonly scrollWidth: number }; querySelector<Element>(selector: string): Element | null };

let system: TestSystem;
let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  system = await startTestSystem();
  await system.owner.send('customers/import', 'id,name,country,iban,vat_id,payment_terms_days\nC1,Maçonnerie Guérin SAS,FR,,,30\nC2,Boulangerie Petit SARL,FR,,,30\n', 'text/csv');
  await system.owner.send(
    'invoices/import',
    'number,customer_id,kind,issue_date,due_date,currency,total,open_amount,structured_reference,order_reference\n' +
      'FA2026-00617,C1,invoice,2026-02-01,2026-03-03,EUR,2296.86,2296.86,,\nFA2026-00618,C1,invoice,2026-02-02,2026-03-04,EUR,815.20,815.20,,\nFA2026-00700,C2,invoice,2026-02-03,2026-03-05,EUR,500.00,500.00,,\n',
    'text/csv',
  );
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

const main = () => page.getByRole('main');
const section = (name: string) => page.getByRole('region', { name, exact: true });
const goTo = async (name: string) => {
  await press(page.getByRole('navigation').getByRole('link', { name }));
  await page.getByRole('heading', { level: 1 }).waitFor();
};

async function choose(filename: string, bytes: Uint8Array): Promise<void> {
  const again = page.getByRole('button', { name: 'Importer un autre relevé' });
  if (await again.isVisible()) await press(again);
  await page.locator('input[type="file"]').last().setInputFiles({ name: filename, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  await page.getByRole('heading', { name: `Aperçu de ${filename}` }).waitFor();
}

async function chooseAccount(): Promise<void> {
  const account = page.getByPlaceholder('Choisir un compte');
  await press(account, 'ArrowDown');
  await page.getByRole('option', { name: /Compte courant/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.locator('[role="option"][data-combobox-selected]').waitFor();
  await page.keyboard.press('Enter');
  await becomes(async () => (await account.inputValue()).startsWith('Compte courant'), true);
}

/** Nothing in it says whether the day or the month comes first: both readings are dates, and run in one direction. */
const csv = ['Date,Description,Amount', '03/04/2026,VIR RECU DE MACONNERIE GUERIN FACTURE FA2026-00617,2296.86', '03/05/2026,VIR RECU DE MACONNERIE GUERIN FACTURE FA2026-00618,815.20', ''].join('\n');

describe('a file that leaves something open', () => {
  it('asks, and imports nothing before the answer', async () => {
    await choose('avril.csv', new TextEncoder().encode(csv));
    await chooseAccount();
    const question = page.getByRole('group', { name: 'Une question avant l’import' });
    await shows(question, 'le jour ou le mois vient-il d’abord ?');
    await shows(question, /Le jour d’abord : 03\/04\/2026 est le 3 avr\. 2026[^]*Le mois d’abord : 03\/04\/2026 est le 4 mars 2026/);
    await becomes(() => page.getByRole('button', { name: 'Importer 2 opérations' }).isDisabled(), true);
  });

  it('shows the rows as they are read by the answer, which can still be changed', async () => {
    const rows = page.getByRole('table', { name: 'Les 2 premières opérations' });
    await press(page.getByRole('radio', { name: /Le jour d’abord/ }), 'Space');
    await shows(rows, '3 avr. 2026');
    await press(page.getByRole('radio', { name: /Le mois d’abord/ }), 'Space');
    await shows(rows, /4 mars 2026[^]*nouvelle[^]*5 mars 2026[^]*nouvelle/);
  });

  it('is imported as it was answered', async () => {
    await press(page.getByRole('button', { name: 'Importer 2 opérations' }));
    const result = page.getByTestId('import-result');
    await shows(result, /avril\.csv est importé\s+2 nouvelles\s+0 déjà connue/);
    await shows(result, /2 lettrées automatiquement/);
  });

  it('is not asked about again: the reading is kept for the account, and can be forgotten', async () => {
    await shows(section('Correspondances des colonnes'), /Date : Date comptable · Description : Libellé · Amount : Montant[^]*Le mois d’abord/);
    await press(page.getByRole('button', { name: /^Oublier la correspondance/ }));
    await shows(section('Correspondances des colonnes'), 'Rien n’est gardé pour ce compte.');
  });
});

describe('what was allocated without a person', () => {
  it('is to be glanced at, file by file, with its reasons', async () => {
    await goTo('À survoler');
    const file = section('Relevé avril.csv');
    await shows(file, /2 à survoler[^]*Maçonnerie Guérin SAS[^]*FA2026-00618[^]*Le libellé cite FA2026-00618/);
    await shows(file, /Confiance 9\d/);
  });

  it('leaves the list when it was seen, with one key, and the next one is in hand', async () => {
    const entries = section('Relevé avril.csv').getByRole('listitem');
    await entries.first().focus();
    await page.keyboard.press('Enter');
    await shows(section('Relevé avril.csv'), '1 à survoler');
    await becomes(() => entries.count(), 1);
    await becomes(() => entries.first().evaluate((entry) => entry === document.activeElement), true);
  });

  it('is undone as a whole, after the page has said how many that are, what was seen among them', async () => {
    await press(page.getByRole('button', { name: 'Annuler tout le lot de avril.csv' }));
    const dialog = page.getByRole('dialog');
    await shows(dialog, 'Annuler 2 lettrages automatiques ?');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await shows(section('Relevé avril.csv'), '1 à survoler');
    await page.getByText('Déjà vus', { exact: true }).click();
    await shows(section('Relevé avril.csv'), /815,20 €[^]*vu le /);
    await page.getByText('À survoler', { exact: true }).last().click();
    await press(page.getByRole('button', { name: 'Annuler tout le lot de avril.csv' }));
    await press(dialog.getByRole('button', { name: 'Annuler 2 lettrages' }));
    await shows(main(), /2 annulations demandées au grand livre\.[^]*Rien à survoler\./);
    await goTo('À lettrer');
    await shows(main(), /2 affichés sur 2|2 affichés/);
    await shows(main(), 'La dernière décision a été annulée.');
  });
});

describe('the policy of an account', () => {
  it('switches automatic allocation off', async () => {
    await goTo('Lettrage auto.');
    await shows(section('Précision constatée'), /Ensemble\s+2\s+2\s+0\s+0/);
    const policies = page.getByRole('list', { name: 'Règles d’automatisation' });
    await shows(policies, /Compte courant[^]*comme l’organisation/);
    await press(page.getByRole('button', { name: 'Paramétrer Compte courant' }));
    await press(page.getByRole('switch', { name: 'Lettrer automatiquement' }), 'Space');
    await press(page.getByRole('button', { name: 'Enregistrer' }));
    await shows(policies, /Compte courant[^]*règle propre[^]*arrêté/);
  });

  it('stands beside the precision that was lived, of the time that is asked for', async () => {
    await section('Précision constatée').getByLabel('Du', { exact: true }).fill('2020-01-01');
    await section('Précision constatée').getByLabel('Au', { exact: true }).fill('2020-12-31');
    await shows(section('Précision constatée'), /du 1 janv\. 2020 au 31 déc\. 2020[^]*Rien n’a été lettré sans personne sur cette période/);
    await press(section('Précision constatée').getByRole('button', { name: '90 derniers jours' }));
    await shows(section('Précision constatée'), /Ensemble\s+2\s+2\s+0\s+0/);
  });

  it('keeps a sure receipt for a person, and says why', async () => {
    await goTo('Relevés');
    const statement = new TextDecoder().decode(camtOf('S2', [{ reference: 'T3', amount: '500.00', name: 'BOULANGERIE PETIT', text: 'FACTURE FA2026-00700' }]));
    await choose('octobre.xml', new TextEncoder().encode(statement.replace('>1500.00<', '>1520.00<')));
    await press(page.getByRole('button', { name: 'Importer 1 opération' }));
    await shows(page.getByTestId('import-result'), /0 lettrée automatiquement\s+1 à lettrer/);
    await press(page.getByRole('link', { name: 'Ouvrir la file' }));
    await shows(page.getByRole('row', { name: /BOULANGERIE PETIT/ }), 'Gardé pour vous');
    await shows(main(), 'Assez sûr pour être lettré, mais la règle d’automatisation du compte le garde pour une personne.');
    await shows(main(), 'Le lettrage automatique est arrêté pour ce compte');
    await page.getByRole('grid').focus();
    await page.keyboard.press('Enter');
    await shows(main(), 'Tout est lettré.');
    await until('the ledger has answered', () => system.owner.get<matchingHttp.QueueSummary>('queue/summary'), ({ requested }) => requested === 0);
  });
});

describe('a statement that does not balance', () => {
  it('says so until someone has explained it', async () => {
    await goTo('Relevés');
    await shows(section('À expliquer'), /octobre\.xml, relevé S2[^]*Ne s’équilibre pas[^]*Le solde d’ouverture et les écritures font 1 500,00 €, et le solde de clôture est de 1 520,00 €/);
    await press(page.getByRole('button', { name: /^Expliquer : Ne s’équilibre pas/ }));
    await page.locator(':is(input, textarea):focus').waitFor();
    await page.keyboard.type('La banque corrige le solde en novembre.');
    await press(page.getByRole('button', { name: 'Garder l’explication' }));
    await shows(section('À expliquer'), 'Rien à expliquer.');
    await page.getByText('Expliquées', { exact: true }).click();
    await shows(section('À expliquer'), /La banque corrige le solde en novembre\.\s+Expliquée par Owner le /);
  });
});

describe('a rule', () => {
  it('is tried on the past, created, switched off, and deleted', async () => {
    await goTo('Lettrage auto.');
    const colleague = await page.context().newPage();
    await colleague.goto(`${system.url}/automatic-allocation`);
    await shows(colleague.getByRole('region', { name: 'Règles', exact: true }), 'Aucune règle.');
    await press(page.getByRole('button', { name: 'Nouvelle règle' }));
    await page.getByLabel('Ce que dit la règle').selectOption('not_an_invoice');
    await press(page.getByRole('button', { name: 'Essayer sur le passé' }));
    await shows(page.getByRole('dialog'), 'Remplissez au moins un champ');
    await page.getByLabel('Mots du nom du payeur').fill('boulangerie petit');
    await page.getByLabel('Ce que c’est').fill('Remboursement');
    await press(page.getByRole('button', { name: 'Essayer sur le passé' }));
    await shows(page.getByTestId('tried-rule'), /Sur les 3 derniers encaissements, 1 décision changerait\.[^]*1 devient fausse[^]*Sans la règle[^]*FA2026-00700[^]*Avec la règle[^]*sans proposition[^]*Une règle dit ce que c’est : Remboursement/);
    await press(page.getByRole('button', { name: 'Créer et mettre en service' }));
    const rules = page.getByRole('list', { name: 'Règles en place' });
    await shows(rules, 'Nom « boulangerie petit » : Remboursement, pas une facture');
    await shows(colleague.getByRole('list', { name: 'Règles en place' }), 'Nom « boulangerie petit » : Remboursement, pas une facture');
    const active = rules.getByRole('switch');
    await becomes(() => active.isChecked(), true);
    await press(active, 'Space');
    await page.waitForFunction(() => document.querySelector<{ checked: boolean }>('[aria-label="Règles en place"] [role="switch"]')?.checked === false);
    await press(rules.getByRole('button', { name: /^Supprimer/ }));
    await press(page.getByRole('dialog').getByRole('button', { name: 'Supprimer' }));
    await shows(section('Règles'), 'Aucune règle.');
    await shows(colleague.getByRole('region', { name: 'Règles', exact: true }), 'Aucune règle.');
    await colleague.close();
  });

  it('has a history: who did what with it', async () => {
    await press(page.getByRole('link', { name: 'Historique' }));
    await page.getByRole('heading', { level: 1, name: 'Historique des règles' }).waitFor();
    const changes = page.getByRole('list', { name: 'Historique des règles' }).getByRole('listitem');
    for (const [index, what] of ['supprimée', 'arrêtée', 'créée et mise en service'].entries()) await shows(changes.nth(index), new RegExp(`Nom « boulangerie petit » : Remboursement, pas une facture\\s+${what}\\s+Owner, le `));
    await press(page.getByRole('link', { name: 'Revenir aux règles' }));
    await page.getByRole('heading', { level: 1, name: 'Lettrage automatique' }).waitFor();
  });

  it('is not needed where a payer was learned: that can be seen and forgotten', async () => {
    await goTo('Clients');
    await press(page.getByRole('button', { name: 'Ce qui est appris de Boulangerie Petit SARL' }));
    const learned = page.getByRole('dialog', { name: 'Appris de Boulangerie Petit SARL' });
    await shows(learned, /D’après 1 paiement confirmé\.[^]*BOULANGERIE PETIT/i);
    await press(learned.getByRole('button', { name: /^Oublier BOULANGERIE PETIT/i }));
    await shows(learned, 'oublié');
    await press(learned.getByRole('button', { name: /^Reprendre BOULANGERIE PETIT/i }));
    await learned.getByRole('button', { name: /^Oublier BOULANGERIE PETIT/i }).waitFor();
    await page.keyboard.press('Escape');
  });
});

describe('a bulk booking whose payments came after it was allocated', () => {
  let transactionId: string;
  const state = () => system.owner.get<{ state: string }>(`queue/${transactionId}`);
  const duplicates = () => section('Doublons probables');
  const replace = () => duplicates().getByRole('button', { name: /^Remplacer la remise de 300,00/ });

  it('stays while it is allocated, and its payments stand beside it', async () => {
    await system.owner.send('invoices/import', 'number,customer_id,kind,issue_date,due_date,currency,total,open_amount,structured_reference,order_reference\nFA2026-00800,C1,invoice,2026-02-04,2026-03-06,EUR,300.00,300.00,,\n', 'text/csv');
    // What the figures show has been said before the booking is: whoever hears of the booking knows the invoice.
    await until('the figures show the invoice', () => system.owner.get<cashHttp.AgedBalance>('aged-balance'), ({ totals }) => totals[0]?.total === '3412.06');
    const [invoice] = (await system.owner.get<{ items: { itemId: string }[] }>('invoices?search=FA2026-00800')).items;
    await system.owner.upload('statements', '053.xml', bulk('053', 'BULK1', []));
    const booking = await until('the booking waits', () => system.owner.get<{ items: { transactionId: string; amount: string }[] }>('queue'), ({ items }) => items.some(({ amount }) => amount === '300.00'));
    transactionId = booking.items.find(({ amount }) => amount === '300.00')!.transactionId;
    await system.owner.post(`queue/${transactionId}/confirm`, { lines: [{ itemId: invoice!.itemId, amount: '300.00' }] });
    await until('it is settled', state, (entry) => entry.state === 'settled');
    await goTo('Relevés');
    await system.owner.upload('statements', '054.xml', bulk('054', 'BULK1', [{ amount: '120.00', text: 'A' }, { amount: '180.00', text: 'B' }]));
    await shows(duplicates(), /300,00 €[^]*2 paiements de cette remise sont arrivés, 300,00 € en tout\.[^]*120,00 €[^]*180,00 €/);
    await press(replace());
    await shows(duplicates(), 'La remise est encore lettrée');
  });

  it('is replaced by them once its allocation is undone', async () => {
    await system.owner.post(`queue/${transactionId}/undo`, {});
    await until('it waits again', state, (entry) => entry.state === 'waiting');
    await press(replace());
    await duplicates().waitFor({ state: 'hidden' });
    await until('its payments wait in its place', () => system.owner.get<{ items: { amount: string }[] }>('queue?limit=100'), ({ items }) => ['120.00', '180.00'].every((one) => items.some(({ amount }) => amount === one)));
  });
});

describe('a file that is here already', () => {
  it('was refused for its question alone, and is answered where it stands', async () => {
    const later = csv.replaceAll('2296.86', '11.10').replaceAll('815.20', '12.20').replaceAll('MACONNERIE GUERIN FACTURE FA2026-0061', 'QUELQU UN ');
    await goTo('Relevés');
    // Refused at once, or received where the machine is too busy to know so soon what the file asks.
    await system.owner.upload('statements', 'dossier.csv', new TextEncoder().encode(later)).catch((refused: Error) => expect(refused.message).toMatch(/422/));
    const files = page.getByRole('table', { name: 'Relevés importés' });
    await shows(files, /dossier\.csv[^]*refusé/);
    await press(page.getByRole('button', { name: 'Répondre pour dossier.csv' }));
    await press(page.getByRole('radio', { name: /Le mois d’abord/ }), 'Space');
    await press(page.getByRole('button', { name: 'Relire le fichier' }));
    await shows(files, /dossier\.csv[^]*importé\s+2 nouvelles/);
  });

  it('asks at once when it is imported and nobody knows the answer any more', async () => {
    const next = csv.replaceAll('2296.86', '13.10').replaceAll('815.20', '14.20').replaceAll('MACONNERIE GUERIN FACTURE FA2026-0061', 'UN AUTRE ');
    await choose('mai.csv', new TextEncoder().encode(next));
    await chooseAccount();
    const start = page.getByRole('button', { name: 'Importer 2 opérations', disabled: false });
    await start.waitFor();
    const { items: accounts } = await system.owner.get<{ items: { bankAccountId: string }[] }>('bank-accounts');
    for (const { bankAccountId } of accounts) {
      const path = `bank-accounts/${bankAccountId}/csv-mappings`;
      for (const { signature } of (await system.owner.get<{ items: { signature: string }[] }>(path)).items) expect((await system.owner.raw('DELETE', `${path}/${encodeURIComponent(signature)}`)).status).toBe(204);
    }
    await press(start);
    await page.getByRole('heading', { name: 'mai.csv pose d’abord une question' }).waitFor();
    await press(page.getByRole('radio', { name: /Le mois d’abord/ }), 'Space');
    await press(page.getByRole('button', { name: 'Relire le fichier' }));
    await shows(page.getByTestId('import-result'), /mai\.csv est importé\s+2 nouvelles/);
  });
});

describe('probable duplicates', () => {
  it('of a file are decided together, after the page has said how many and how much they are', async () => {
    const told = ['Date;Libellé;Débit;Crédit;Référence', '25/09/2026;REMISE CHEQUES;;51,00;', '25/09/2026;DIVERS;;52,00;', ''].join('\n');
    const credit = (reference: string, amount: string) => ({ reference, amount, name: 'PETIT', text: 'REGLEMENT', date: '2026-09-25' });
    await system.owner.upload('statements', 'septembre.csv', new TextEncoder().encode(told));
    await system.owner.upload('statements', 'septembre.xml', camtOf('SEP', [credit('D1', '51.00'), credit('D2', '52.00'), credit('D3', '99.00')]));
    const duplicates = section('Doublons probables');
    await shows(duplicates, /septembre\.xml · 2 en attente\s+103,00 € reçus/);
    await press(duplicates.getByRole('button', { name: 'Toutes déjà connues : septembre.xml' }));
    const dialog = page.getByRole('dialog', { name: '2 écritures sont-elles déjà connues ?' });
    await shows(dialog, /septembre\.xml\s+103,00 € reçus/);
    await press(dialog.getByRole('button', { name: 'Dire 2 écritures connues' }));
    await duplicates.waitFor({ state: 'detached' });
    await shows(page.getByRole('table', { name: 'Relevés importés' }), /septembre\.xml[^]*1 nouvelle\s+2 déjà connues/);
  });
});

describe('these pages', () => {
  it('speak English as well', async () => {
    await page.getByText('EN', { exact: true }).click();
    for (const [link, words] of [['Statements', 'Not used yet'], ['To glance at', 'Nothing to glance at.'], ['Automation', 'Allocation policies'], ['Queue', 'No candidate']] as const) {
      await goTo(link);
      await shows(main(), words);
    }
  });

  it('do not run over the edge at 320 px', async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    for (const path of ['statements', 'glance', 'automatic-allocation', 'automatic-allocation/history']) {
      await page.goto(`${system.url}/${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await becomes(() => page.evaluate(() => document.documentElement.scrollWidth), 320);
    }
  });

  it('leave no fault, and the books balance', async () => {
    expect(faults).toEqual([]);
    await expectBooksToBalance(system.administratorUrl);
  });
});
