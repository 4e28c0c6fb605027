import { GuessedText } from '../bytes/guessed-text.js';
import { StatementFault } from '../statement-fault.js';
import { findDialect, sampleRows } from './csv-dialect.js';
import type { CsvAnswers, CsvMapping } from './csv-mapping.js';
import { mappingOfLayout } from './mapping-of-layout.js';
import { RowSplitter } from './row-splitter.js';

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
 * first rows. Columns that cannot be told are `ignored`. Throws a `StatementFault` only where no delimiter makes columns of the file.
 */
export function proposeCsvMapping(head: Uint8Array, options: { readonly file: string; readonly csv?: CsvAnswers | undefined }): CsvProposal {
  const { file, csv } = options;
  const rowsUnder = ({ delimiter, backslashEscapes }: CsvMapping, singleByte: string): string[][] =>
    sampleRows(new RowSplitter(delimiter, backslashEscapes, file), new GuessedText(head, singleByte, file).decode(head)).slice(0, rowsShown);
  try {
    const dialect = findDialect(head, { file, profile: undefined, csv });
    const { layout, singleByte } = dialect;
    const mapping = mappingOfLayout(layout, dialect, new GuessedText(head, singleByte, file).encoding, layout.titleCurrency ?? layout.currency);
    return { mapping, isComplete: true, rows: rowsUnder(mapping, singleByte) };
  } catch (error) {
    if (!(error instanceof StatementFault) || error.asks === null) throw error;
    const { mapping } = error.asks;
    return { mapping, isComplete: false, rows: rowsUnder(mapping, mapping.encoding.startsWith('utf') ? 'windows-1252' : mapping.encoding) };
  }
}
