import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { zip } from '../../testing/built-files.ts';
import { readStatementFile, readWholeStatementFile } from '../index.js';

const folder = join(import.meta.dirname, '../../fixtures/zip');

async function* bytesOf(name: string): AsyncGenerator<Uint8Array> {
  yield readFileSync(join(folder, name));
}

async function read(name: string): Promise<{ counted: string[]; repeated: string[] }> {
  const read = { counted: [] as string[], repeated: [] as string[] };
  for await (const events of readStatementFile(bytesOf(name), { file: name })) {
    for (const event of events) {
      if (event.kind !== 'transaction') continue;
      const { status, amount, remittance, statement } = event.transaction;
      read[event.repeated ? 'repeated' : 'counted'].push(`${statement} ${status} ${amount.minor} ${remittance}`);
    }
  }
  return read;
}

describe('files of one archive', () => {
  it('that overlap are the same money once: twins within one stay two, what is announced and booked elsewhere is booked', async () => {
    expect(await read('overlapping-reports.zip')).toEqual({
      counted: ['0 booked 1000 A', '0 booked 2475 Bijdrage', '1 booked 2475 Bijdrage', '2 booked 500 Later', '0 pending 600 Nooit'],
      repeated: ['1 booked 1000 A', '1 booked 2475 Bijdrage', '2 booked 2475 Bijdrage', '2 booked 2475 Bijdrage', '2 booked 1000 A', '0 pending 500 Later', '1 pending 600 Nooit'],
    });
  });

  it('that are pages of one statement count on: a twin on the second page is a second payment, a page that comes twice is not', async () => {
    expect(await read('pages-of-one-statement.zip')).toEqual({
      counted: ['0 booked 1000 A', '0 booked 2475 Bijdrage', '1 booked 2475 Bijdrage'],
      repeated: ['2 booked 1000 A', '2 booked 2475 Bijdrage'],
    });
  });
});

describe('exports of one archive with different columns', () => {
  const csv = (text: string): Uint8Array => new TextEncoder().encode(text);
  const june = csv('Date;Libellé;Montant;Devise\n30/06/2026;VIR MENARD FRERES;120,00;EUR\n');
  const counted = async (other: string): Promise<number> => (await readWholeStatementFile(zip([{ name: 'a.csv', content: june }, { name: 'b.csv', content: csv(other) }]), { file: 'a.zip' })).transactions.length;

  it('are refused where they have days in common, whose money would be doubled', async () => {
    await expect(counted('Date;Libellé;Débit;Crédit;Devise\n30/06/2026;MENARD;;120,00;EUR\n')).rejects.toMatchObject({ code: 'archive_refused', problem: 'the archive is refused: it holds the same days in other columns as a.csv' });
  });

  it('are read where their days are others, or their accounts', async () => {
    expect(await counted('Date;Libellé;Débit;Crédit;Devise\n01/07/2026;MENARD;;120,00;EUR\n')).toBe(2);
    expect(await counted('Date;Libellé;Montant;Devise\n30/06/2026;MENARD;120,00;EUR\n')).toBe(2);
  });
});
