import { execFile, execFileSync } from 'node:child_process';
import { existsSync, linkSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Refusal, WrongUsage } from '../cli/exit.js';
import { run } from './parse.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lettrage-parse-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const good = 'Date;Libellé;Montant;Devise;Solde\n29/06/2026;VIR RECU /DE DUMAS /MOTIF FA 12;12,50;EUR;112,50\n30/06/2026;CARTE;-2,00;EUR;110,50\n';

it('writes one line a transaction and the summary', async () => {
  const [out, summary] = [join(folder, 'out.jsonl'), join(folder, 'summary.json')];
  const [a, b] = [file('a.csv', good), file('b.csv', good.replaceAll('2026', '2025'))];
  await run([a, b, '--out', out, '--summary', summary]);
  const lines = readFileSync(out, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines[0]).toEqual({
    reference: null,
    fingerprint: expect.stringMatching(/^[0-9a-f]{24}\.1$/),
    account: null,
    booking_date: '2026-06-29',
    value_date: null,
    amount: '12.50',
    currency: 'EUR',
    original_amount: null,
    original_currency: null,
    counterparty_name: 'DUMAS',
    counterparty_iban: null,
    remittance: 'FA 12',
    structured_references: [],
    end_to_end_id: null,
    mandate_id: null,
    bank_transaction_code: null,
    reversal: false,
    return_reason: null,
    status: 'booked',
    charges: [],
    statement: 0,
  });
  expect(lines.map((line) => [line['booking_date'], line['amount'], line['statement']])).toEqual([
    ['2026-06-29', '12.50', 0],
    ['2026-06-30', '-2.00', 0],
    ['2025-06-29', '12.50', 1],
    ['2025-06-30', '-2.00', 1],
  ]);
  const { files } = JSON.parse(readFileSync(summary, 'utf8')) as { files: { file: string; statements: Record<string, unknown>[] }[] };
  expect(files.map((each) => each.file)).toEqual([a, b]);
  expect(files[0]!.statements[0]).toMatchObject({ currency: 'EUR', opening_balance: '100.00', closing_balance: '110.50', entries: 2, transactions: 2, credits: '12.50', debits: '2.00', balanced: true });
});

it('writes nothing when one of the files is refused', async () => {
  const bad = file('bad.csv', good.replace('-2,00', 'deux'));
  const before = readdirSync(folder).concat('a.csv').sort();
  await expect(run([file('a.csv', good), bad, '--out', join(folder, 'out.jsonl'), '--summary', join(folder, 'summary.json')])).rejects.toThrow(Refusal);
  expect(readdirSync(folder).sort()).toEqual(before);
});

it('says what is wrong with the call', async () => {
  await expect(run(['a.csv', '--out', 'o', '--out', 'p'])).rejects.toThrow(/^lettrage parse: Option '--out' is given twice\nusage: /);
  for (const args of [[], ['a.csv'], ['a.csv', '--out'], ['a.csv', '--out', 'o', '--format', 'pdf'], ['a.csv', '--out', 'o', '--nope']]) await expect(run(args)).rejects.toThrow(WrongUsage);
  await expect(run([join(folder, 'none.csv'), '--out', join(folder, 'o')])).rejects.toThrow(/cannot be read \(ENOENT\)/);
  expect(existsSync(join(folder, 'o'))).toBe(false);
});

it('never writes over a file that it reads or has written, whatever it is called', async () => {
  const read = file('a.csv', good);
  linkSync(read, join(folder, 'hard.csv'));
  symlinkSync(read, join(folder, 'soft.csv'));
  for (const out of [read, join(folder, '.', 'a.csv'), join(folder, 'hard.csv'), join(folder, 'soft.csv')]) await expect(run([read, '--out', out])).rejects.toThrow(new WrongUsage(`${out}: would be written over a file that this command reads or writes; name another file`));
  const out = join(folder, 'out.jsonl');
  await expect(run([read, '--out', out, '--summary', out])).rejects.toThrow(WrongUsage);
  expect([readFileSync(read, 'utf8'), existsSync(out)]).toEqual([good, false]);
});

it('leaves a link a link and a pipe a pipe', async () => {
  const read = file('a.csv', good);
  const [plain, link, pipe] = [join(folder, 'plain.jsonl'), join(folder, 'link.jsonl'), join(folder, 'pipe')];
  await run([read, '--out', plain]);
  symlinkSync(file('real.jsonl', 'old'), link);
  await run([read, '--out', link]);
  expect([lstatSync(link).isSymbolicLink(), readFileSync(join(folder, 'real.jsonl'), 'utf8')]).toEqual([true, readFileSync(plain, 'utf8')]);
  execFileSync('mkfifo', [pipe]);
  const [heard] = await Promise.all([promisify(execFile)('cat', [pipe]), run([read, '--out', pipe])]);
  expect([lstatSync(pipe).isFIFO(), heard.stdout]).toEqual([true, readFileSync(plain, 'utf8')]);
});
