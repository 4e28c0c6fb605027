import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { formatMoney, type Money, minorUnits, parseDecimal } from '@lettrage/money';
import { type BankTransaction, readWholeStatementFile } from './index.js';

// Real files that lie beside the repository where they are present; the fixtures are the proof where they are not.
const statements = join(import.meta.dirname, '../../../../shared/statements');
const lines = (file: string): string[] => (existsSync(join(statements, file)) ? readFileSync(join(statements, file), 'utf8').split('\n').filter((line) => line !== '') : []);
const read = (folder: string, file: string) => readWholeStatementFile(readFileSync(join(statements, folder, file)), { file });

/** Absolute sums by currency and direction, as decimal strings with all decimals. */
function sums(transactions: readonly BankTransaction[], credit: boolean): Record<string, string> {
  const total = new Map<string, bigint>();
  for (const { amount } of transactions) {
    if (amount.minor === 0n || amount.minor > 0n !== credit) continue;
    total.set(amount.currency, (total.get(amount.currency) ?? 0n) + (credit ? amount.minor : -amount.minor));
  }
  return Object.fromEntries([...total].map(([currency, minor]) => [currency, formatMoney({ minor, currency })]));
}

const decimals = (given: Record<string, string>): Record<string, string> => Object.fromEntries(Object.entries(given).map(([currency, text]) => [currency, formatMoney({ minor: parseDecimal(text, minorUnits(currency)), currency })]));
const minorOf = (amount: Money | null): string | null => (amount === null ? null : String(amount.minor));

interface CamtFacts {
  file: string;
  n_stmt: number;
  credits: Record<string, string>;
  debits: Record<string, string>;
  stmts: { iban: string | null; othr: string | null; opening: string | null; closing: string | null; balanced: boolean | null; ccys: string[]; acct_ccy: string | null }[];
}

// The account of this file is in PrtryAcct of version 1, which the facts did not look at.
const accountNotInFacts = new Set(['genkgo_camt__camt052.v1.xml']);

const camtFacts = lines('facts-camt.jsonl').map((line) => JSON.parse(line) as CamtFacts);
describe('CAMT of public test suites', () => {
  it('are here, or nothing is proven here', () => expect(camtFacts.length === 0 || camtFacts.length === readdirSync(join(statements, 'camt')).length).toBe(true));
  for (const facts of camtFacts) {
    it(facts.file, async () => {
      const { transactions, summary } = await read('camt', facts.file);
      const found = summary.statements.map((each) => ({ account: each.account, opening: minorOf(each.openingBalance), closing: minorOf(each.closingBalance), balanced: each.balanced }));
      const minor = (text: string | null, currency: string): string | null => (text === null ? null : String(parseDecimal(text, minorUnits(currency))));
      const expected = facts.stmts.map((each, i) => {
        const currency = each.acct_ccy ?? summary.statements[i]?.openingBalance?.currency ?? each.ccys[0] ?? 'EUR';
        return { account: accountNotInFacts.has(facts.file) ? found[i]!.account : (each.iban ?? each.othr), opening: minor(each.opening, currency), closing: minor(each.closing, currency), balanced: each.balanced };
      });
      expect(found).toEqual(expected);
      expect({ credits: sums(transactions, true), debits: sums(transactions, false) }).toEqual({ credits: decimals(facts.credits), debits: decimals(facts.debits) });
    });
  }
});

// Files that name no currency anywhere: that of the facts is what a person knows of the bank.
const currencyNotInFile = new Set(['bank2ynab_bank2ynab__20180226_12345678.csv', 'bank2ynab_bank2ynab__dba33fceecd62c3c727893361e0ba4d3.P000000027355791.csv']);

const [columns, ...csvFacts] = lines('facts-csv.tsv').map((line) => line.split('\t'));
describe('CSV of public test suites', () => {
  for (const cells of csvFacts) {
    const fact = (name: string): string => cells[columns!.indexOf(name)] ?? '';
    it(fact('file'), async () => {
      const { transactions } = await read('csv', fact('file'));
      const currency = transactions[0]!.amount.currency;
      const sum = transactions.reduce((total, each) => total + each.amount.minor, 0n);
      expect({ count: transactions.length, sum: formatMoney({ minor: sum, currency }) }).toEqual({ count: Number(fact('n_transactions')), sum: formatMoney({ minor: parseDecimal(fact('sum'), minorUnits(currency)), currency }) });
      if (!currencyNotInFile.has(fact('file'))) expect(currency).toBe(fact('currency').slice(0, 3));
    });
  }
  for (const file of existsSync(statements) ? readdirSync(join(statements, 'csv')) : []) {
    it(`${file} is read or refused by name`, async () => expect((await read('csv', file)).transactions.length).toBeGreaterThan(0));
  }
});

interface Mt940Facts {
  file: string;
  n_61: number;
  sum: string;
  stmts: { open: string | null; close: string | null; ccy: string; balanced: boolean | null }[];
}
const euros = (text: string | null): string | null => (text === null ? null : String(parseDecimal(text, 2)));

describe('MT940 of public test suites', () => {
  for (const facts of lines('facts-mt940.jsonl').map((line) => JSON.parse(line) as Mt940Facts)) {
    it(facts.file, async () => {
      const { transactions, summary } = await read('mt940', facts.file);
      expect({ count: transactions.length, sum: String(transactions.reduce((total, each) => total + each.amount.minor, 0n)) }).toEqual({ count: facts.n_61, sum: euros(facts.sum) });
      const found = summary.statements.map((each) => ({ open: minorOf(each.openingBalance), close: minorOf(each.closingBalance), ccy: each.currency, balanced: each.balanced }));
      expect(found).toEqual(facts.stmts.map((each) => ({ open: euros(each.open), close: euros(each.close), ccy: each.ccy, balanced: each.balanced })));
    });
  }
});

interface OfxFacts {
  file: string;
  n_stmttrn: number;
  bad_amt: number;
  sum: string;
  n_name: number;
  ledgerbal: string[];
}

describe('OFX of public test suites', () => {
  for (const facts of lines('facts-ofx.jsonl').map((line) => JSON.parse(line) as OfxFacts)) {
    it(facts.file, async () => {
      if (facts.bad_amt > 0) {
        await expect(read('ofx', facts.file)).rejects.toMatchObject({ code: 'missing_element' });
        return;
      }
      const { transactions, summary } = await read('ofx', facts.file);
      const closing = summary.statements.map((each) => minorOf(each.closingBalance)).filter((each) => each !== null);
      expect({ count: transactions.length, sum: String(transactions.reduce((total, each) => total + each.amount.minor, 0n)), closing }).toEqual({ count: facts.n_stmttrn, sum: euros(facts.sum), closing: facts.ledgerbal.filter((text) => text !== '').map(euros) });
      expect(transactions.filter((each) => each.counterpartyName !== null).length).toBeGreaterThanOrEqual(facts.n_name);
    });
  }
});

interface CfonbFacts {
  file: string;
  statements: { open: string; close: string; account: string; mov: string; n: number; balanced: boolean }[];
}

describe('CFONB 120 of public test suites', () => {
  for (const facts of lines('facts-cfonb120.jsonl').map((line) => JSON.parse(line) as CfonbFacts)) {
    it(facts.file, async () => {
      const { summary } = await read('cfonb120', facts.file);
      const found = summary.statements.map((each) => ({ open: minorOf(each.openingBalance), close: minorOf(each.closingBalance), account: each.account!.slice(-13, -2), mov: String(each.credits!.minor - each.debits!.minor), n: each.entries, balanced: each.balanced }));
      expect(found).toEqual(facts.statements.map((each) => ({ open: euros(each.open), close: euros(each.close), account: each.account, mov: euros(each.mov), n: each.n, balanced: each.balanced })));
    });
  }
});

const bench = join(statements, '../bench');
describe('the same month as CAMT and as CSV', () => {
  for (const world of ['small', 'medium', 'mixed'].filter((name) => existsSync(join(bench, name, 'statement.csv')))) {
    it(world, async () => {
      const [camt, csv] = await Promise.all(['statement.camt053.xml', 'statement.csv'].map((file) => readWholeStatementFile(readFileSync(join(bench, world, file)), { file })));
      const facts = (transactions: readonly BankTransaction[]) => transactions.map(({ reference, bookingDate, valueDate, amount, structuredReferences }) => ({ reference, bookingDate, valueDate, amount, structuredReferences })).sort((a, b) => (a.reference! < b.reference! ? -1 : 1));
      expect(facts(csv!.transactions)).toEqual(facts(camt!.transactions));
    });
  }
});
