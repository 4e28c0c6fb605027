import { type StatementSummary } from '@lettrage/bank-formats';
import { type bankImportHttp } from '@lettrage/contracts';
import { formatMoney, type Money } from '@lettrage/money';

const decimal = (amount: Money | null) => (amount === null ? null : formatMoney(amount));

/** What was read of a statement, in the border's form. */
export function summaryOf(statement: StatementSummary): bankImportHttp.StatementSummary {
  return {
    account: statement.account,
    currency: statement.currency,
    statementId: statement.id,
    sequence: statement.sequence,
    from: statement.from,
    to: statement.to,
    openingBalance: decimal(statement.openingBalance),
    closingBalance: decimal(statement.closingBalance),
    entries: statement.entries,
    transactions: statement.transactions,
    credits: decimal(statement.credits),
    debits: decimal(statement.debits),
    balanced: statement.balanced,
  };
}

/** Whether a file balances: false if one of its statements does not, null if none says. */
export function balancedAsAWhole(statements: readonly { readonly balanced: boolean | null }[]): boolean | null {
  if (statements.some(({ balanced }) => balanced === false)) return false;
  return statements.some(({ balanced }) => balanced === true) ? true : null;
}
