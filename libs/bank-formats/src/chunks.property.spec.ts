import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readStatementFile, readWholeStatementFile } from './index.js';

const fixtures = join(import.meta.dirname, '../fixtures');
const files = readdirSync(fixtures).flatMap((format) => readdirSync(join(fixtures, format)).filter((name) => !name.endsWith('.golden.json')).map((name) => join(fixtures, format, name)));

async function* cut(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const end = at + sizes[i % sizes.length]!;
    yield bytes.subarray(at, end);
    at = end;
  }
}

/** All pieces in one and the same memory, as a reader of files gives them. */
async function* inSameMemory(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const memory = new Uint8Array(size);
  for (let at = 0; at < bytes.length; at += size) {
    const piece = bytes.subarray(at, at + size);
    memory.fill(0).set(piece);
    yield memory.subarray(0, piece.length);
  }
}

it('the source may use the memory of a piece again', async () => {
  const rows = Array.from({ length: 40_000 }, (_, i) => `30/06/2026;VIR ${i};${i},50;EUR\n`).join('');
  const entries = '<Ntry><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-06-30</Dt></BookgDt></Ntry>'.repeat(8000);
  const large = [`Date;Libellé;Montant;Devise\n${rows}`, `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>1</Id>${entries}</Stmt></BkToCstmrStmt></Document>`];
  for (const bytes of [...large.map((text) => new TextEncoder().encode(text)), ...files.filter((file) => file.endsWith('.zip')).map((file) => readFileSync(file))]) {
    const whole = await readWholeStatementFile(bytes, { file: 'x' });
    expect(await readWholeStatementFile(inSameMemory(bytes, 131_072), { file: 'x' })).toEqual(whole);
    expect(await readWholeStatementFile(inSameMemory(bytes, 300_000), { file: 'x' })).toEqual(whole);
  }
});

it('what is read does not depend on how the bytes come', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 5 }), async (file, sizes) => {
      const bytes = readFileSync(file);
      const whole = await readWholeStatementFile(bytes, { file });
      expect(await readWholeStatementFile(cut(bytes, sizes), { file })).toEqual(whole);
    }),
    { numRuns: 60 },
  );
});

it('entries add up: credits less debits are the booked transactions', async () => {
  for (const file of files) {
    const { transactions, summary } = await readWholeStatementFile(readFileSync(file), { file });
    summary.statements.forEach((statement, index) => {
      const fees = (amount: { charges: readonly { amount: { minor: bigint } }[] }): bigint => (summary.format === 'csv' ? (amount.charges[0]?.amount.minor ?? 0n) : 0n);
      const sum = transactions.filter((each) => each.statement === index && each.status === 'booked').reduce((total, each) => total + each.amount.minor - fees(each), 0n);
      expect((statement.credits?.minor ?? 0n) - (statement.debits?.minor ?? 0n)).toBe(sum);
    });
  }
});

it('the fingerprints of a file are distinct, and the same in a file that overlaps', async () => {
  for (const file of files) {
    const own: string[] = [];
    for await (const events of readStatementFile(cut(readFileSync(file), [65_536]), { file })) {
      for (const event of events) if (event.kind === 'transaction' && !event.repeated) own.push(event.transaction.fingerprint);
    }
    expect(new Set(own).size).toBe(own.length);
  }
  const row = (day: number, text: string): string => `${String(day).padStart(2, '0')}/06/2026;${text};10,00;EUR\n`;
  const read = async (rows: string): Promise<string[]> => (await readWholeStatementFile(new TextEncoder().encode(`Date;Libellé;Montant;Devise\n${rows}`), { file: 'x' })).transactions.map((each) => each.fingerprint);
  const first = await read(row(15, 'A') + row(16, 'B') + row(16, 'B'));
  const second = await read(row(16, 'B') + row(16, 'b.') + row(17, 'C'));
  expect(second.slice(0, 2)).toEqual(first.slice(1));
  expect(first).not.toContain(second[2]);
});
