import { readStatementRows, readWholeStatementFile } from '@lettrage/bank-formats';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { linesOf } from './plain-line.js';
import { TransactionLines } from './transaction-line.js';

const day = fc.integer({ min: 1, max: 28 }).map((number) => `${String(number).padStart(2, '0')}/06/2026`);
const amount = fc.oneof(fc.bigInt({ min: -20_000n, max: 20_000n }), fc.bigInt({ min: -99_999_999_999n, max: 99_999_999_999n })).map((minor) => {
  const size = minor < 0n ? -minor : minor;
  return `${minor < 0n ? '-' : ''}${size / 100n},${String(size % 100n).padStart(2, '0')}`;
});
const label = fc.constantFrom('', 'FACTURE 12', 'Café Élan', 'VIR RECU DE: DUPONT SA MOTIF: FA2026-1 REF: E2E896422353', 'VIR DE: DUPONT REF: A1', '/DE DUPONT /REFDO E7 /MDT M8', 'PRLV EDF MANDAT 12', 'VIR RECU DE: X MOTIF: RF18539007547034 REF: RF18539007547034');
const row = fc.tuple(day, fc.oneof(day, fc.constant('')), label, amount, fc.constantFrom('EUR', 'EUR', 'EUR', 'EUR', 'JPY', 'TND'), fc.constantFrom('', 'BKR1', 'BKR2'), fc.constantFrom('', 'BE71096123456769'), fc.constantFrom('', '', 'VIR')).map((cells) => (cells[4] === 'JPY' ? cells.with(3, cells[3].replace(/,.*/, '')) : cells).join(';'));

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

it('the line of a plain row is the line of its transaction', async () => {
  let plain = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 2, maxLength: 30 }), fc.nat(3), async (rows, before) => {
      const bytes = Buffer.from(`Date;Date de valeur;Libellé;Montant;Devise;Référence;IBAN contrepartie;Type opération\n${rows.join('\n')}\n`);
      const { transactions } = await readWholeStatementFile(bytes, { file: 'x' });
      const lines = new TransactionLines(before);
      const expected = transactions.map((transaction) => lines.line(transaction)).join('');
      const others = new TransactionLines(before);
      const written: string[] = [];
      for await (const events of readStatementRows(once(bytes), { file: 'x' })) {
        for (const event of events) {
          if (event.kind === 'transaction') written.push(others.line(event.transaction));
          else if (event.kind === 'plain') {
            plain += event.to - event.from;
            for (const more of linesOf(event, before)) written.push(Buffer.from(more).toString());
          }
        }
      }
      expect(written.join('')).toBe(expected);
    }),
  );
  expect(plain).toBeGreaterThan(300);
});
