import { type Columns, cellOf, columnsOf } from './columns.js';
import type { Layout } from './layout.js';
import { readLocalDate } from './local-date.js';

const comparedRows = 500;
/** Fewer rows than these may be alike by chance. */
const leastRows = 3;

/**
 * Whether the row that a file ends with, without a line end, looks like a part of one: it has fewer cells than every transaction above it,
 * or the figure it ends with has fewer decimals than all above it, which have the same number of them.
 */
export function isCutRow(cells: readonly string[], above: readonly (readonly string[])[], layout: Layout): boolean {
  const columns = columnsOf(layout.columns);
  const isTransaction = (row: readonly string[]): boolean => readLocalDate(cellOf(row, columns.bookingDate), layout.dateOrder) !== null;
  const others = above.slice(layout.header + 1, layout.header + 1 + comparedRows).filter(isTransaction);
  if (others.length < leastRows || !isTransaction(cells)) return false;
  if (others.every((row) => row.length > cells.length)) return true;
  const last = cells.length - 1;
  if (!figuresOf(columns).includes(last)) return false;
  const figures = others.map((row) => cellOf(row, last)).filter((text) => text !== '');
  const decimals = new Set(figures.map((text) => decimalsOf(text, layout)));
  const written = cellOf(cells, last);
  if (written === '') return figures.length === others.length;
  return figures.length >= leastRows && decimals.size === 1 && decimalsOf(written, layout) < [...decimals][0]!;
}

function figuresOf({ amount, debit, credit, balance }: Columns): number[] {
  return [amount, debit, credit, balance];
}

function decimalsOf(text: string, { decimalSign }: Layout): number {
  const at = text.lastIndexOf(decimalSign);
  return at < 0 ? 0 : /^\d*/.exec(text.slice(at + 1))![0].length;
}
