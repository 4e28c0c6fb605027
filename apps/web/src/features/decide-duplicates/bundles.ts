import { formatDecimal, minorUnits, parseDecimal } from '@lettrage/money';
import type { ProbableDuplicateFile } from '../../api/types.js';

type Statement = ProbableDuplicateFile['statements'][number];
export type Sum = Pick<Statement, 'currency' | 'credits' | 'debits'>;

/** What one decision can be about: a file, or one statement of a file that has several. */
export interface Bundle {
  readonly statementFileId: string;
  /** Null for the file as a whole. */
  readonly statement: number | null;
  readonly filename: string;
  readonly statementId: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly open: number;
  readonly sums: readonly Sum[];
}

/** Each file, and below it its statements if it has several; a file with one entry alone is decided there. */
export function bundlesOf(files: readonly ProbableDuplicateFile[]): Bundle[] {
  return files
    .filter(({ open }) => open > 1)
    .flatMap(({ statementFileId, filename, open, statements }) => {
      const numbers = [...new Set(statements.map(({ statement }) => statement))];
      const whole: Bundle = { statementFileId, statement: null, filename, statementId: null, from: null, to: null, open, sums: sumsOf(statements) };
      if (numbers.length === 1) return [whole];
      const parts = numbers.map((number): Bundle => {
        const of = statements.filter(({ statement }) => statement === number);
        const { statementId, from, to } = of[0]!;
        return { statementFileId, statement: number, filename, statementId, from, to, open: of.reduce((sum, one) => sum + one.open, 0), sums: sumsOf(of) };
      });
      return [whole, ...parts];
    });
}

/** By currency, exactly. */
function sumsOf(statements: readonly Statement[]): Sum[] {
  const totals = new Map<string, { credits: bigint; debits: bigint }>();
  for (const { currency, credits, debits } of statements) {
    const decimals = minorUnits(currency);
    const before = totals.get(currency) ?? { credits: 0n, debits: 0n };
    totals.set(currency, { credits: before.credits + parseDecimal(credits, decimals), debits: before.debits + parseDecimal(debits, decimals) });
  }
  return [...totals].map(([currency, { credits, debits }]) => ({ currency, credits: formatDecimal(credits, minorUnits(currency)), debits: formatDecimal(debits, minorUnits(currency)) }));
}
