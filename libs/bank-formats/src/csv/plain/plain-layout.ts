import { type Columns, columnsOf, type SingleRole, singles } from '../columns.js';
import type { Dialect } from '../csv-dialect.js';
import type { Layout } from '../layout.js';
import type { Delimiter } from '../row-splitter.js';
import { plainRoles } from './plain-module.js';

/** Roles whose cells are read as they stand in the bytes; a row with something in a cell of another role is left to the reader of all rows. */
const read: ReadonlySet<SingleRole> = new Set<SingleRole>(plainRoles);

export interface PlainLayout {
  readonly delimiter: Delimiter;
  readonly columns: Columns;
  readonly width: number;
  /** Columns that must be empty. */
  readonly others: readonly number[];
  readonly decimalSign: number;
  readonly debitIsSigned: boolean;
}

/** Null where the rows of the layout have to be looked at one by one. */
export function plainLayoutOf(layout: Layout, { delimiter, backslash }: Pick<Dialect, 'delimiter' | 'backslash'>): PlainLayout | null {
  const columns = columnsOf(layout.columns);
  if (backslash || columns.direction >= 0 || (columns.amount >= 0 && layout.positiveIsDebit) || layout.profile?.closingBalance !== undefined) return null;
  const others = singles.filter((role) => columns[role] >= 0 && !read.has(role)).map((role) => columns[role]);
  return {
    delimiter,
    columns,
    width: layout.width,
    others: [...others, ...columns.structuredReference],
    decimalSign: layout.decimalSign.charCodeAt(0),
    debitIsSigned: layout.debitIsSigned,
  };
}
