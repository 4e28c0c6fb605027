import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { formatMoney, type Money } from '@lettrage/money';
import { type BankTransaction, formatOf, limits, readWholeStatementFile, type StatementSummary } from './index.js';

// Each sample stands beside what it must be read as. After a wanted change: LETTRAGE_WRITE_GOLDEN=1, then read the difference.
const fixtures = join(import.meta.dirname, '../fixtures');
const rewrite = process.env['LETTRAGE_WRITE_GOLDEN'] === '1';

const shown = (amount: Money | null): string | null => (amount === null ? null : `${formatMoney(amount)} ${amount.currency}`);

/** Leaves out what is empty, so that a golden file shows what matters. */
function lean(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0)));
}

function transactionShown(transaction: BankTransaction): Record<string, unknown> {
  const charges = transaction.charges.map((charge) => `${shown(charge.amount)}${charge.included ? ' included' : ''}`);
  const documents = transaction.documents.map((document) => lean({ ...document, amount: shown(document.amount) }));
  return lean({ ...transaction, documents, amount: shown(transaction.amount), originalAmount: shown(transaction.originalAmount), charges });
}

function statementShown(statement: StatementSummary): Record<string, unknown> {
  const { openingBalance, closingBalance, credits, debits, balanced } = statement;
  return { ...lean({ ...statement, openingBalance: shown(openingBalance), closingBalance: shown(closingBalance), credits: shown(credits), debits: shown(debits) }), balanced };
}

for (const format of readdirSync(fixtures)) {
  describe(format, () => {
    it('is told by the first bytes of each', () => {
      const files = readdirSync(join(fixtures, format)).filter((name) => !name.endsWith('.golden.json'));
      const told = files.map((file) => {
        const bytes = readFileSync(join(fixtures, format, file));
        return [file, formatOf(bytes.subarray(0, limits.headBytes), bytes.length <= limits.headBytes)];
      });
      expect(told).toEqual(files.map((file) => [file, format]));
    });

    for (const file of readdirSync(join(fixtures, format)).filter((name) => !name.endsWith('.golden.json'))) {
      it(file, async () => {
        const path = join(fixtures, format, file);
        const { transactions, summary } = await readWholeStatementFile(readFileSync(path), { file });
        const read = { ...summary, statements: summary.statements.map(statementShown), warnings: summary.warnings.map((warning) => lean({ ...warning, remedy: null, sentence: null })), transactions: transactions.map(transactionShown) };
        if (rewrite) writeFileSync(`${path}.golden.json`, `${JSON.stringify(read, null, 1)}\n`);
        expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(readFileSync(`${path}.golden.json`, 'utf8')));
      });
    }
  });
}
