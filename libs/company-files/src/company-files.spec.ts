import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompanyFileFault } from './company-file.js';
import { readCustomers } from './customers.js';
import { readHistory, type HistoricCredit } from './history.js';
import { readInvoices } from './invoices.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'company-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(content: string | Uint8Array): Promise<string> {
  const path = join(folder, `f${Math.random().toString(36).slice(2)}`);
  await writeFile(path, content);
  return path;
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(CompanyFileFault);
  return (error as CompanyFileFault).message.replaceAll(folder, '').replace(/^\/f\w+/, 'FILE');
}

const customersHead = 'id,name,country,iban,vat_id,payment_terms_days\n';
const invoicesHead = 'number,customer_id,kind,issue_date,due_date,currency,total,open_amount,structured_reference,order_reference\n';
const known = [{ id: 'C1' }];

async function credits(path: string): Promise<HistoricCredit[]> {
  const all: HistoricCredit[] = [];
  for await (const credit of readHistory(path)) all.push(credit);
  return all;
}

describe('customers.csv', () => {
  it('is read with quotes, blank lines, a byte order mark, Windows line ends and columns in another order', async () => {
    const path = await file('\uFEFFname,id,country,iban,vat_id,payment_terms_days,note\r\n"Bois, ""Le"" Sud",C1,FR,fr76 3000 1,,30,x\r\n\r\nB\u00e4cker,C2,DE,,DE1,0,\r\n');
    expect(await readCustomers(path)).toEqual([
      { id: 'C1', name: 'Bois, "Le" Sud', country: 'FR', iban: 'FR7630001', vatId: null, paymentTermsDays: 30 },
      { id: 'C2', name: 'B\u00e4cker', country: 'DE', iban: null, vatId: 'DE1', paymentTermsDays: 0 },
    ]);
  });

  it.each([
    ['', 'FILE:1: is empty; its first line must be id,name,country,iban,vat_id,payment_terms_days'],
    ['id,name,country,iban,vat_id\n', 'FILE:1: no column "payment_terms_days"; the header line must name id,name,country,iban,vat_id,payment_terms_days'],
    ['id,id,name,country,iban,vat_id,payment_terms_days\n', 'FILE:1: column "id" appears twice; keep one of them'],
    [`${customersHead}C1,A,FR,,,30\nC1,B,FR,,,30\n`, 'FILE:3: column "id": customer "C1" already stands on line 2; give each customer one row'],
    [`${customersHead}C1,A,France,,,30\n`, 'FILE:2: column "country": "France" is not a country code; use two capitals (ISO 3166), such as FR'],
    [`${customersHead}C1,A,FR,,,soon\n`, 'FILE:2: column "payment_terms_days": "soon" is not a whole number from 0 to 3650; correct it'],
    [`${customersHead}C1,,FR,,,30\n`, 'FILE:2: column "name": is empty; give it a value'],
    [`${customersHead}C1,"A\nB",FR,,,30\nC2,B,FR,,30\n`, 'FILE:4: 5 columns where the header has 6; check for an unquoted comma, a quote that is not closed, or a cut line'],
    [`${customersHead}C1,A,FR,,,30\nC2,"B,FR,,,30\n`, 'FILE:3: Quoted field unterminated; close the quote, and write a quote inside a field twice'],
  ])('refuses %j', async (content, message) => {
    expect(await refusal(readCustomers(await file(content)))).toBe(message);
  });

  it('refuses bytes that are not UTF-8, and a file that is not there', async () => {
    expect(await refusal(readCustomers(await file(new Uint8Array([0x69, 0x64, 0xe9, 0x0a]))))).toBe('FILE, byte 2: not UTF-8 text from here on; save the file as UTF-8 and try again');
    expect(await refusal(readCustomers(join(folder, 'fabsent')))).toMatch(/^FILE: cannot be read \(ENOENT/);
  });
});

describe('invoices.csv', () => {
  it('gives minor units of each currency', async () => {
    const path = await file(`${invoicesHead}F1,C1,invoice,2026-01-02,2026-02-01,EUR,120.00,20.50,RF18,PO1\nA1,C1,credit_note,2026-01-02,2026-01-02,JPY,-500,-500,,\n`);
    expect(await readInvoices(path, known)).toEqual([
      {
        number: 'F1', customerId: 'C1', kind: 'invoice', issueDate: '2026-01-02', dueDate: '2026-02-01', currency: 'EUR',
        totalMinor: 12_000n, openMinor: 2050n, structuredReference: 'RF18', orderReference: 'PO1',
      },
      {
        number: 'A1', customerId: 'C1', kind: 'credit_note', issueDate: '2026-01-02', dueDate: '2026-01-02', currency: 'JPY',
        totalMinor: -500n, openMinor: -500n, structuredReference: null, orderReference: null,
      },
    ]);
  });

  it.each([
    ['F1,C1,invoice,2026-01-02,2026-02-30,EUR,1,1,,', 'column "due_date": "2026-02-30" is not a calendar date; write it as YYYY-MM-DD'],
    ['F1,C1,invoice,2026-01-02,2026-02-01,EUX,1,1,,', 'column "currency": "EUX" is not a currency; use the ISO 4217 code in capitals, such as EUR'],
    ['F1,C1,invoice,2026-01-02,2026-02-01,EUR,"1,5",1,,', 'column "total": "1,5" is not a decimal amount such as 1234.50; write a plain decimal with a point and no thousands sign, such as 1234.50'],
    ['F1,C1,invoice,2026-01-02,2026-02-01,JPY,1.5,1,,', 'column "total": "1.5" has more than 0 decimals; write a plain decimal with a point and no thousands sign, such as 1234.50'],
    ['F1,C9,invoice,2026-01-02,2026-02-01,EUR,1,1,,', 'column "customer_id": customer "C9" is not in the customers file; add the customer there or correct the id'],
    ['F1,C1,bill,2026-01-02,2026-02-01,EUR,1,1,,', 'column "kind": "bill" is none of invoice, credit_note; use one of them'],
    ['F1,C1,invoice,2026-01-02,2026-02-01,EUR,-1,-1,,', 'column "total": -1 does not fit the kind "invoice"; an invoice has a positive total, a credit note a negative one; correct the kind or the sign'],
    ['F1,C1,invoice,2026-01-02,2026-02-01,EUR,1,1.01,,', 'column "open_amount": 1.01 does not lie between 0 and the total 1; correct one of them'],
    ['F0,C1,invoice,2026-01-02,2026-02-01,EUR,1,1,,', 'column "number": invoice "F0" already stands on line 2; numbers are unique; remove or correct one'],
  ])('refuses %s', async (row, message) => {
    const path = await file(`${invoicesHead}F0,C1,invoice,2026-01-02,2026-02-01,EUR,1,1,,\n${row}\n`);
    expect(await refusal(readInvoices(path, known))).toBe(`FILE:3: ${message}`);
  });

  it('counts lines across many chunks', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `F${i},C1,invoice,2026-01-02,2026-02-01,EUR,1,1,"a\nb",\n`).join('');
    const path = await file(`${invoicesHead}${rows}F1,C1,invoice,2026-01-02,2026-02-01,EUR,1,1,,\n`);
    expect(await refusal(readInvoices(path, known))).toMatch(/^FILE:40002: column "number": invoice "F1" already stands on line 4;/);
  });
});

describe('history.jsonl', () => {
  const credit = {
    reference: 'B1', booking_date: '2026-01-05', amount: '96.00', currency: 'EUR', counterparty_name: 'ACME', counterparty_iban: 'FR76 1', end_to_end_id: 'NOTPROVIDED',
    remittance: 'F1', structured_references: ['RF18'], customer_id: 'C1', allocations: [{ invoice: 'F1', amount: '100.00', issue_date: '2025-12-01', due_date: '2025-12-31' }],
    difference: { kind: 'discount', amount: '4.00' },
  };

  it('gives credits with typed amounts', async () => {
    const path = await file(`${JSON.stringify(credit)}\n\n${JSON.stringify({ booking_date: '2026-01-06', amount: '3', currency: 'EUR', customer_id: null, allocations: [], difference: null })}`);
    expect(await credits(path)).toEqual([
      {
        reference: 'B1', bookingDate: '2026-01-05', amount: { minor: 9600n, currency: 'EUR' }, counterpartyName: 'ACME', counterpartyIban: 'FR761', endToEndId: null,
        remittance: 'F1', structuredReferences: ['RF18'], customerId: 'C1',
        allocations: [{ invoice: 'F1', amountMinor: 10_000n, issueDate: '2025-12-01', dueDate: '2025-12-31' }], difference: { kind: 'discount', amountMinor: 400n },
      },
      {
        reference: null, bookingDate: '2026-01-06', amount: { minor: 300n, currency: 'EUR' }, counterpartyName: null, counterpartyIban: null, endToEndId: null,
        remittance: '', structuredReferences: [], customerId: null, allocations: [], difference: null,
      },
    ]);
  });

  it.each([
    ['{', /^FILE:2: not JSON \(.+\); write one JSON object a line$/],
    ['[]', /^FILE:2: not a JSON object; write one JSON object a line$/],
    [JSON.stringify({ ...credit, amount: 96 }), /^FILE:2: field "amount": 96 is not a text; write it in quotes$/],
    [JSON.stringify({ ...credit, booking_date: undefined }), /^FILE:2: field "booking_date": is missing; give it a value$/],
    [JSON.stringify({ ...credit, allocations: [{ invoice: 'F1', amount: 'x' }] }), /^FILE:2: field "allocations\[0\]\.amount": "x" is not a decimal amount such as 1234\.50; write/],
    [JSON.stringify({ ...credit, difference: { kind: 'gift', amount: '1' } }), /^FILE:2: field "difference\.kind": "gift" is none of bank_fee, .+; use one of them$/],
    [JSON.stringify({ ...credit, structured_references: 'RF18' }), /^FILE:2: field "structured_references": "RF18" is not a list of texts; write a list such as/],
  ])('refuses %s', async (line, message) => {
    const path = await file(`${JSON.stringify(credit)}\n${line}\n`);
    expect(await refusal(credits(path))).toMatch(message);
  });
});
