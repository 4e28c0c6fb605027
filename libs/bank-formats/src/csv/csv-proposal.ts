import { GuessedText } from '../bytes/guessed-text.js';
import { StatementFault } from '../statement-fault.js';
import { findDialect, sampleRows } from './csv-dialect.js';
import type { CsvAnswers, CsvMapping } from './csv-mapping.js';
import { mappingOfLayout } from './mapping-of-layout.js';
import { type Delimiter, delimiters, RowSplitter } from './row-splitter.js';

export interface CsvProposal {
  readonly mapping: CsvMapping;
  /** Whether a reader could go by it as it is: it names the dates and the amounts. */
  readonly isComplete: boolean;
  /** The first rows of the file as cells, for a person to see what the columns hold. */
  readonly rows: readonly (readonly string[])[];
}

const rowsShown = 20;

/**
 * What a person corrects when a CSV is not understood, or is and should be looked at: the columns as far as they can be told from the beginning of the file, and its
 * first rows. Unlike reading it refuses nothing that is text: columns that cannot be told are `ignored`.
 */
export function proposeCsvMapping(head: Uint8Array, options: { readonly file: string; readonly csv?: CsvAnswers | undefined }): CsvProposal {
  const text = new GuessedText(head, 'windows-1252', options.file);
  const decoded = text.decode(head);
  const rowsBy = (delimiter: Delimiter, backslash: boolean): string[][] => sampleRows(new RowSplitter(delimiter, backslash, options.file), decoded);
  try {
    const dialect = findDialect(head, { file: options.file, profile: undefined, csv: options.csv });
    const own = new GuessedText(head, dialect.singleByte, options.file);
    const rows = sampleRows(new RowSplitter(dialect.delimiter, dialect.backslash, options.file), own.decode(head));
    const { layout } = dialect;
    return { mapping: mappingOfLayout(layout, dialect, own.encoding, layout.titleCurrency ?? layout.currency), isComplete: true, rows: rows.slice(0, rowsShown) };
  } catch (error) {
    if (!(error instanceof StatementFault)) throw error;
  }
  const delimiter = delimiters.toSorted((a, b) => cellsIn(rowsBy(b, false)) - cellsIn(rowsBy(a, false)))[0]!;
  const rows = rowsBy(delimiter, false);
  const width = Math.max(1, ...rows.slice(0, rowsShown).map((row) => row.length));
  const header = rows.findIndex((row) => row.length === width);
  return {
    mapping: {
      encoding: text.encoding, delimiter, backslashEscapes: false, headerRecord: header < 0 ? null : header + 1,
      columns: Array.from({ length: width }, (_, column) => ({ title: header < 0 ? null : (rows[header]![column] ?? '').trim(), role: 'ignored' })),
      dateOrder: 'dmy', decimalSign: ',', currency: options.csv?.currency ?? null, debitIsSigned: false, positiveIsDebit: false,
    },
    isComplete: false,
    rows: rows.slice(0, rowsShown),
  };
}

/** How many cells most rows have, which is what the right delimiter makes many of. */
function cellsIn(rows: readonly (readonly string[])[]): number {
  const counts = rows.map((row) => row.length).sort((a, b) => a - b);
  return counts[Math.floor(counts.length / 2)] ?? 0;
}
