import type { CalendarDate } from '@lettrage/calendar';
import type { Role } from './column-roles.js';
import type { Layout } from './layout.js';

/** One row through the eyes of its layout. */
export class CsvRow {
  constructor(
    readonly cells: readonly string[],
    /** Number of the row in the file, from 1; a quoted line break does not begin a new one. */
    readonly record: number,
    private readonly layout: Layout,
  ) {}

  /** The first column of the role, trimmed; empty where there is none. */
  get(role: Role): string {
    const column = this.layout.columns.get(role)?.[0];
    return column === undefined ? '' : (this.cells[column] ?? '').trim();
  }

  /** All columns of the role that hold something, each once. */
  all(role: Role): string[] {
    const values: string[] = [];
    for (const column of this.layout.columns.get(role) ?? []) {
      const value = (this.cells[column] ?? '').trim();
      if (value !== '' && !values.includes(value)) values.push(value);
    }
    return values;
  }

  get isBlank(): boolean {
    return this.cells.every((cell) => cell.trim() === '');
  }
}

/** What stands above the header: account, balances and currency, where the bank says them there. */
export interface Preamble {
  readonly account: string | null;
  readonly currency: string | null;
  readonly openingBalance: string | null;
  readonly closingBalance: string | null;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}
