import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { daysBetween } from '@lettrage/calendar';
import { CompanyFileFault, companySentence } from '@lettrage/company-files';
import { customersCsv, forecastCase, generateWorld, historyJsonl, invoicesCsv, type ForecastCase, type World } from '@lettrage/worlds';
import { WrongUsage } from '../cli/exit.js';
import { run as agedBalance } from './aged-balance.js';
import { run as forecast } from './forecast.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'receivables-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function put(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const customers = 'id,name,country,iban,vat_id,payment_terms_days\nC2,"Bois, Fils",FR,,,30\nC1,Alpha,FR,,,30\n';
const invoices = `number,customer_id,kind,issue_date,due_date,currency,total,open_amount,structured_reference,order_reference
F1,C1,invoice,2026-01-01,2026-01-31,EUR,100.00,40.50,,
F2,C1,invoice,2026-01-01,2026-03-31,EUR,10.00,10.00,,
F3,C1,invoice,2025-01-01,2025-01-31,JPY,700,700,,
A1,C2,credit_note,2026-01-01,2026-02-20,EUR,-5.00,-5.00,,
F4,C2,invoice,2025-11-01,2025-12-31,EUR,80.00,80.00,,
F5,C2,invoice,2025-11-01,2025-12-31,EUR,80.00,0.00,,
`;

describe('aged-balance', () => {
  it('writes a row a customer and currency whose columns add up', async () => {
    const out = join(folder, 'aged.csv');
    await agedBalance(['--customers', await put('c.csv', customers), '--invoices', await put('i.csv', invoices), '--as-of', '2026-03-01', '--out', out]);
    expect(await readFile(out, 'utf8')).toBe(
      'customer_id,customer_name,currency,not_due,d0_30,d31_60,d61_90,d91_plus,unapplied,total\n' +
        'C1,Alpha,EUR,10.00,40.50,0.00,0.00,0.00,0.00,50.50\n' +
        'C1,Alpha,JPY,0,0,0,0,700,0,700\n' +
        'C2,"Bois, Fils",EUR,0.00,-5.00,80.00,0.00,0.00,0.00,75.00\n',
    );
  });

  it.each([
    [['--customers', 'c.csv', '--invoices', 'i.csv'], '--as-of is missing'],
    [['--customers', 'c.csv', '--invoices', 'i.csv', '--as-of', '2026-02-30'], '--as-of "2026-02-30" is not a calendar date (YYYY-MM-DD)'],
    [['--customers', 'c.csv', '--customers', 'd.csv'], "Option '--customers' is given twice"],
    [['--frob', '1'], "Unknown option '--frob'"],
  ])('refuses the usage %j', async (args, message) => {
    const error = await agedBalance(args).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(WrongUsage);
    expect((error as Error).message.split('\n')[0]).toContain(message);
    expect((error as Error).message.split('\n').at(-1)).toBe('usage: lettrage aged-balance --customers customers.csv --invoices invoices.csv --as-of YYYY-MM-DD [--out aged.csv]');
  });

  it('does not write over what it reads', async () => {
    const [read, other] = [await put('own.csv', customers), await put('i.csv', invoices)];
    await expect(agedBalance(['--customers', read, '--invoices', other, '--as-of', '2026-03-01', '--out', read])).rejects.toThrow(WrongUsage);
    await expect(forecast(['--customers', read, '--invoices', other, '--history', await put('h.jsonl', ''), '--as-of', '2026-03-01', '--days', '9', '--out', other])).rejects.toThrow(WrongUsage);
    expect([await readFile(read, 'utf8'), await readFile(other, 'utf8')]).toEqual([customers, invoices]);
  });

  it('refuses a bad row and writes nothing', async () => {
    const out = join(folder, 'refused.csv');
    const bad = await put('bad.csv', invoices.replace('F4,C2', 'F4,C7'));
    const refused = agedBalance(['--customers', await put('c.csv', customers), '--invoices', bad, '--as-of', '2026-03-01', '--out', out]);
    await expect(refused).rejects.toThrow(new CompanyFileFault('customer_not_listed', bad, { line: 6, column: 'customer_id' }, companySentence('company_customer_not_in_file', { quoted: 'C7' }), 'add the customer there or correct the id'));
    await expect(readFile(out)).rejects.toThrow('ENOENT');
  });
});

interface Row {
  readonly date: string;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

async function forecastOf(world: World, known: ForecastCase): Promise<Row[]> {
  const out = join(folder, 'forecast.csv');
  const customersPath = await put('fc.csv', [...customersCsv(world.customers)].join(''));
  const invoicesPath = await put('fi.csv', [...invoicesCsv(known.openItems)].join(''));
  const historyPath = await put('fh.jsonl', [...historyJsonl(known.history, world.ledger)].join(''));
  const files = ['--customers', customersPath, '--invoices', invoicesPath, '--history', historyPath];
  await forecast([...files, '--as-of', known.asOf, '--days', String(known.days), '--out', out]);
  const [head, ...lines] = (await readFile(out, 'utf8')).trimEnd().split('\n');
  expect(head).toBe('date,currency,expected,low,high');
  return lines.map((line) => {
    const [date, currency, expected, low, high] = line.split(',');
    expect(currency).toBe('EUR');
    return { date: date!, expected: Number(expected), low: Number(low), high: Number(high) };
  });
}

/** Running total of receipts in euros, a day each. */
function receivedBy(known: ForecastCase, dates: readonly string[]): number[] {
  let total = 0;
  const ofDay = new Map(known.receipts.map(({ date, amountMinor }) => [date, Number(amountMinor) / 100]));
  return dates.map((date) => (total += ofDay.get(date) ?? 0));
}

describe('forecast', () => {
  it('gives each day from the as-of date on, the same bytes twice', async () => {
    const world = generateWorld({ seed: 1, customers: 40, months: 6, today: '2026-11-22' });
    const known = forecastCase(world, '2026-11-22', 30);
    const rows = await forecastOf(world, known);
    expect(rows.length).toBe(30);
    expect([rows[0]!.date, rows[29]!.date]).toEqual(['2026-11-22', '2026-12-21']);
    expect(await forecastOf(world, known)).toEqual(rows);
  });

  it('learns nothing from payments that were undone, and reads payments from the as-of date on as the future', async () => {
    const credit = (date: string, invoice: string, amount: string): string =>
      `${JSON.stringify({ booking_date: date, amount, currency: 'EUR', customer_id: 'C1', allocations: [{ invoice, amount, issue_date: '2026-01-01', due_date: '2026-01-31' }] })}\n`;
    const forecastAfter = async (history: string): Promise<string> => {
      const out = join(folder, 'undone.csv');
      const files = ['--customers', await put('c.csv', customers), '--invoices', await put('i.csv', invoices), '--history', await put('h.jsonl', history)];
      await forecast([...files, '--as-of', '2026-03-01', '--days', '40', '--out', out]);
      return readFile(out, 'utf8');
    };
    const known = credit('2026-02-03', 'F0', '20.00');
    const plain = await forecastAfter(known);
    const undone = credit('2026-02-04', 'F9', '10.00') + credit('2026-02-05', 'F9', '-10.00') + credit('2026-02-06', 'F1', '-3.00');
    expect(await forecastAfter(known + undone + credit('2026-03-01', 'F2', '10.00'))).toBe(plain);
    expect(await forecastAfter(known + credit('2026-02-04', 'F9', '10.00'))).not.toBe(plain);
    expect(plain.split('\n').filter((line) => line.includes(',JPY,')).length).toBe(40);
  });

  it('beats due date plus mean delay by far, and four days in five or so lie in its band, over ten companies', async () => {
    let [error, naive, inside, count] = [0, 0, 0, 0];
    for (let seed = 1; seed <= 10; seed += 1) {
      const today = ['2026-11-22', '2026-03-10', '2026-08-09'][seed % 3]!;
      const world = generateWorld({ seed: `band ${seed}`, customers: 50 + 15 * seed, months: 9, today, futureDays: 65, noise: seed % 4 === 0 ? 'harsh' : 'usual' });
      const known = forecastCase(world, today, 60);
      const rows = await forecastOf(world, known);
      const received = receivedBy(known, rows.map(({ date }) => date));
      const whole = received.reduce((sum, value) => sum + value, 0);
      let soFar = 0;
      error += rows.reduce((sum, { expected }, day) => sum + Math.abs((soFar += expected) - received[day]!), 0) / whole;
      naive += meanDelayError(world, known, received) / whole;
      inside += rows.filter(({ low, high }, day) => low <= received[day]! && received[day]! <= high).length;
      count += rows.length;
    }
    expect(error / 10).toBeLessThan(0.08);
    expect(error).toBeLessThan(naive / 4);
    expect(inside / count).toBeGreaterThan(0.68);
    expect(inside / count).toBeLessThan(0.95);
  });
});

/** Sum over days of the error of "pays on its due date plus the customer's mean delay". */
function meanDelayError({ ledger }: World, known: ForecastCase, received: readonly number[]): number {
  const delaysOf = new Map<string, number[]>();
  for (const { bookingDate, truth } of known.history) {
    for (const { invoice } of truth.allocations) {
      const { customerId, dueDate } = ledger.get(invoice)!;
      const delays = delaysOf.get(customerId) ?? [];
      delays.push(daysBetween(dueDate, bookingDate));
      delaysOf.set(customerId, delays);
    }
  }
  const inflow = received.map(() => 0);
  for (const { customerId, dueDate, openMinor } of known.openItems) {
    const delays = delaysOf.get(customerId) ?? [0];
    const mean = Math.round(delays.reduce((a, b) => a + b, 0) / delays.length);
    const at = Math.max(0, daysBetween(known.asOf, dueDate) + mean);
    if (at < inflow.length) inflow[at]! += Number(openMinor) / 100;
  }
  let soFar = 0;
  return inflow.reduce((sum, value, index) => sum + Math.abs((soFar += value) - received[index]!), 0);
}
