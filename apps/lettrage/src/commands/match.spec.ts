import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal, WrongUsage } from '../cli/exit.js';
import { run } from './match.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'match-'));
  await writeFile(join(folder, 'customers.csv'), 'id,name,country,iban,vat_id,payment_terms_days\nC1,Menuiserie Aubert SARL,FR,,,30\nC2,Garage Vidal,FR,FR7630006000011234567890189,,30\n');
  await writeFile(join(folder, 'invoices.csv'), invoices.join('\n'));
  await writeFile(join(folder, 'history.jsonl'), `${JSON.stringify(pastCredit)}\n`);
  await writeFile(join(folder, 'statement.xml'), statement(entries));
  await writeFile(join(folder, 'other.xml'), statement([entry('BK9', 'CRDT', '99.10', 'GARAGE VIDAL', 'FA2026-00003')]));
  await writeFile(join(folder, 'cut.xml'), statement(entries).slice(0, 900));
});
afterAll(() => rm(folder, { recursive: true }));

const invoices = [
  'number,customer_id,kind,issue_date,due_date,currency,total,open_amount,structured_reference,order_reference',
  'FA2026-00001,C1,invoice,2026-09-01,2026-10-01,EUR,1250.40,1250.40,,',
  'FA2026-00002,C1,invoice,2026-09-02,2026-10-02,EUR,310.00,310.00,,PO4411',
  'FA2026-00003,C2,invoice,2026-09-03,2026-10-03,EUR,99.10,99.10,,',
  'AV2026-00001,C1,credit_note,2026-09-04,2026-09-04,EUR,-60.25,-60.25,,',
];
const pastCredit = {
  reference: 'BK0', booking_date: '2026-08-03', amount: '50.00', currency: 'EUR', counterparty_name: 'GARAGE VIDAL', counterparty_iban: null, end_to_end_id: null, remittance: 'FA2026-00000',
  structured_references: [], customer_id: 'C2', allocations: [{ invoice: 'FA2026-00000', amount: '50.00', issue_date: '2026-07-01', due_date: '2026-07-31' }], difference: null,
};

function entry(reference: string, sign: string, amount: string, name: string, text: string, status = 'BOOK'): string {
  const party = sign === 'CRDT' ? 'Dbtr' : 'Cdtr';
  return `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd><Sts><Cd>${status}</Cd></Sts><BookgDt><Dt>2026-10-05</Dt></BookgDt><ValDt><Dt>2026-10-05</Dt></ValDt><AcctSvcrRef>${reference}</AcctSvcrRef><BkTxCd><Prtry><Cd>05</Cd></Prtry></BkTxCd><NtryDtls><TxDtls><RltdPties><${party}><Pty><Nm>${name}</Nm></Pty></${party}></RltdPties><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
}

const entries = [
  entry('BK1', 'CRDT', '1250.40', 'MENUISERIE AUBERT SARL', 'FACTURE FA2026-00001'),
  entry('BK2', 'DBIT', '99.10', 'GARAGE VIDAL', 'FA2026-00003'),
  entry('BK3', 'CRDT', '99.10', 'GARAGE VIDAL', 'FA2026-00003', 'PDNG'),
  entry('BK4', 'CRDT', '249.75', 'MENUISERIE AUBERT SARL', 'PO4411 AV2026-00001'),
];

function statement(rows: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId><CreDtTm>2026-10-06T06:00:00Z</CreDtTm></GrpHdr><Stmt><Id>S</Id><CreDtTm>2026-10-06T06:00:00Z</CreDtTm><Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id><Ccy>EUR</Ccy></Acct>${rows.join('')}</Stmt></BkToCstmrStmt></Document>`;
}

const file = (name: string): string => join(folder, name);
const args = (...more: string[]): string[] => ['--customers', file('customers.csv'), '--invoices', file('invoices.csv'), ...more];

async function lines(name: string): Promise<Record<string, unknown>[]> {
  return (await readFile(file(name), 'utf8')).trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('match', () => {
  it('writes a line a booked transaction, in the order of the statements', async () => {
    await run(args('--history', file('history.jsonl'), '--statement', file('statement.xml'), file('other.xml'), '--out', file('out.jsonl')));
    const [first, debit, netted, second, ...rest] = await lines('out.jsonl');
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ reference: 'BK1', decision: 'auto', allocations: [{ invoice: 'FA2026-00001', amount: '1250.40' }], difference: null });
    expect(first!['reasons']).toContainEqual({ code: 'reference_exact', text: 'The text names FA2026-00001.' });
    expect(debit).toEqual({ reference: 'BK2', decision: 'none', allocations: [], difference: null, confidence: 1, reasons: [{ code: 'debit', text: 'Not a credit: nothing to match.' }], alternatives: [] });
    expect(netted).toMatchObject({ reference: 'BK4', allocations: [{ invoice: 'AV2026-00001', amount: '-60.25' }, { invoice: 'FA2026-00002', amount: '310.00' }] });
    expect(second).toMatchObject({ reference: 'BK9', decision: 'auto', allocations: [{ invoice: 'FA2026-00003', amount: '99.10' }] });
  });

  it('hears whom the bank names as ultimate debtor', async () => {
    const collected = entry('BK5', 'CRDT', '310.00', 'CASHPOOL TREASURY BV', 'COLLECTE 8812').replace('</Dbtr>', '</Dbtr><UltmtDbtr><Pty><Nm>MENUISERIE AUBERT</Nm></Pty></UltmtDbtr>');
    await writeFile(file('collected.xml'), statement([collected]));
    await run(args('--statement', file('collected.xml'), '--out', file('out.jsonl')));
    const [line] = await lines('out.jsonl');
    expect(line).toMatchObject({ reference: 'BK5', allocations: [{ invoice: 'FA2026-00002', amount: '310.00' }] });
    expect(line!['reasons']).toContainEqual({ code: 'ultimate_debtor', text: 'The bank names "MENUISERIE AUBERT" as ultimate debtor, which is like Menuiserie Aubert SARL.' });
  });

  it('gives the same bytes again', async () => {
    await run(args('--statement', file('statement.xml'), '--out', file('one.jsonl')));
    await run(args('--statement', file('statement.xml'), '--out', file('two.jsonl')));
    expect(await readFile(file('one.jsonl'), 'utf8')).toBe(await readFile(file('two.jsonl'), 'utf8'));
  });

  it('refuses a statement that ends too early, and writes nothing', async () => {
    await expect(run(args('--statement', file('cut.xml'), '--out', file('none.jsonl')))).rejects.toBeInstanceOf(Refusal);
    await expect(run(args('--statement', file('absent.xml'), '--out', file('none.jsonl')))).rejects.toThrow(/absent\.xml: cannot be read \(ENOENT\); check the path and its rights/);
    expect((await readdir(folder)).filter((name) => name.startsWith('none'))).toEqual([]);
  });

  it.each([
    [['--invoices', 'i.csv', '--statement', 's.xml'], /--customers is missing/],
    [['--customers', 'c.csv', '--invoices', 'i.csv'], /--statement is missing/],
    [['--customers', 'c.csv', '--customers', 'd.csv', '--invoices', 'i.csv', '--statement', 's.xml'], /'--customers' is given twice/],
    [['--threshold', '1'], /--threshold/],
  ])('says how it is called when it is called as %j', async (wrong, message) => {
    await expect(run(wrong)).rejects.toThrow(message);
    await expect(run(wrong)).rejects.toBeInstanceOf(WrongUsage);
  });
});
