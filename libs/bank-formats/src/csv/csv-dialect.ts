import { GuessedText } from '../bytes/guessed-text.js';
import type { ReadContext } from '../format-reader.js';
import { limits } from '../limits.js';
import { StatementFault } from '../statement-fault.js';
import type { CsvMapping } from './csv-mapping.js';
import type { CsvProfile } from './csv-profile.js';
import { type RowsRead, whatToAsk } from './columns-asked.js';
import { completed, findLayout, type Layout, type NoLayout } from './layout.js';
import { draftOfMapping } from './mapping-of-layout.js';
import { profiles } from './profiles/index.js';
import { type Delimiter, delimiters, RowSplitter } from './row-splitter.js';
import { say } from '../catalogue/sentences.js';

// Single-byte encodings of European banks; the one under which more titles are known wins, Western first.
const singleByteEncodings = ['windows-1252', 'windows-1250'] as const;
// Baltic, Cyrillic, Greek and Turkish ones, where the titles say nothing under those.
const furtherEncodings = ['windows-1257', 'windows-1251', 'windows-1253', 'windows-1254'] as const;

// `P\u00b3atno\u015b\u0107`: the Polish and Slovak letters that are signs in the Western encoding.
const oddWord = /\p{L}[\u00b3\u00b9\u00bf\u00be\u00bc]\p{L}/gu;

const isFurther: ReadonlySet<string> = new Set(furtherEncodings);

type DialectContext = Pick<ReadContext, 'file' | 'profile' | 'csv'>;

/** How the bytes of a file become rows, and the rows transactions. */
export interface Dialect {
  readonly delimiter: Delimiter;
  readonly backslash: boolean;
  readonly singleByte: string;
  readonly layout: Layout;
  readonly score: number;
  /** Signs within words, as letters of another encoding become. */
  readonly oddWords: number;
  /** A mapping was given, and the file has not its columns. */
  readonly mappingIsOther: boolean;
}

/** The dialect of a saved mapping where the file has its columns; else of the delimiters and encodings the one whose reading of the sample yields the most transactions. */
export function findDialect(head: Uint8Array, context: DialectContext): Dialect {
  const saved = context.csv?.mapping && dialectOfMapping(head, context.csv.mapping, context);
  if (saved) return saved;
  const chosen = profilesFor(context);
  let best: Dialect | null = null;
  let fault: NoLayout = 'no_date_column';
  for (const singleByte of [...singleByteEncodings, ...furtherEncodings]) {
    if (best?.layout.columnsAreCertain && isFurther.has(singleByte)) break;
    const text = new GuessedText(head, singleByte, context.file);
    const decoded = text.decode(head);
    const oddWords = text.encoding === singleByte ? (decoded.match(oddWord)?.length ?? 0) : 0;
    for (const [delimiter, backslash] of spellings(decoded)) {
      const splitter = new RowSplitter(delimiter, backslash, context.file);
      const rows = sampleRows(splitter, decoded);
      const layout = findLayout(rows, chosen, context.csv ?? {});
      if (layout === 'no_amount_column') fault = layout;
      if (typeof layout === 'string') continue;
      const candidate = { delimiter, backslash, singleByte, layout, score: layout.score - splitter.badQuotes, oddWords, mappingIsOther: context.csv?.mapping !== undefined };
      if (!best || isBetter(candidate, best)) best = candidate;
    }
    if (text.encoding !== singleByte) break;
  }
  if (best) return best;
  const start = new GuessedText(head, 'windows-1252', context.file).decode(head).slice(0, 80);
  const problem = say(fault === 'no_date_column' ? 'csv_no_dates' : 'csv_no_amounts');
  throw new StatementFault(fault, context.file, { line: 1 }, problem, start, whatToAsk(rowsUnderEach(head, context), chosen, context.csv ?? {}, problem.text));
}

/** The beginning of the file under every delimiter and encoding that it may have. */
function* rowsUnderEach(head: Uint8Array, context: DialectContext): Generator<RowsRead> {
  for (const singleByte of singleByteEncodings) {
    const text = new GuessedText(head, singleByte, context.file);
    const decoded = text.decode(head);
    for (const [delimiter, backslash] of spellings(decoded)) {
      yield { delimiter, backslash, encoding: text.encoding, rows: sampleRows(new RowSplitter(delimiter, backslash, context.file), decoded) };
    }
    if (text.encoding !== singleByte) break;
  }
}

/** Null where the file has not the columns of the mapping: it is another export then. */
function dialectOfMapping(head: Uint8Array, mapping: CsvMapping, context: DialectContext): Dialect | null {
  const singleByte = mapping.encoding.startsWith('utf') ? 'windows-1252' : mapping.encoding;
  const splitter = new RowSplitter(mapping.delimiter, mapping.backslashEscapes, context.file);
  const rows = sampleRows(splitter, new GuessedText(head, singleByte, context.file).decode(head));
  const draft = draftOfMapping(mapping, rows);
  if (draft === null) return null;
  const layout = completed(draft, rows, { decimalSign: mapping.decimalSign, dateOrder: mapping.dateOrder, ...given(context.csv ?? {}) });
  return { delimiter: mapping.delimiter, backslash: mapping.backslashEscapes, singleByte, layout, score: layout.score, oddWords: 0, mappingIsOther: false };
}

/** Answers that were given now stand above those that were saved. */
function given({ dateOrder, decimalSign }: NonNullable<ReadContext['csv']>): Pick<NonNullable<ReadContext['csv']>, 'dateOrder' | 'decimalSign'> {
  return { ...(dateOrder === undefined ? {} : { dateOrder }), ...(decimalSign === undefined ? {} : { decimalSign }) };
}

function spellings(text: string): [Delimiter, boolean][] {
  const escapes = text.includes('\\"') ? [false, true] : [false];
  return delimiters.filter((delimiter) => text.includes(delimiter)).flatMap((delimiter) => escapes.map((backslash): [Delimiter, boolean] => [delimiter, backslash]));
}

function isBetter(candidate: Dialect, best: Dialect): boolean {
  if (candidate.score !== best.score) return candidate.score > best.score;
  if (candidate.oddWords !== best.oddWords) return candidate.oddWords < best.oddWords;
  const titled = ({ layout }: Dialect): number => (layout.columnsAreCertain ? layout.columns.size + (layout.header < 0 ? 0 : 1) : 0);
  return titled(candidate) > titled(best);
}

/** Rows of a text that may end within a row. */
function sampleRows(splitter: RowSplitter, text: string): string[][] {
  const rows = splitter.write(text);
  if (rows.length < limits.csvSampleRows) {
    try {
      rows.push(...splitter.end());
    } catch (error) {
      // The sample may end within a quoted cell.
      if (!(error instanceof StatementFault)) throw error;
    }
  }
  return rows.length > limits.csvSampleRows ? rows.slice(0, limits.csvSampleRows) : rows;
}

function profilesFor(context: DialectContext): readonly CsvProfile[] {
  if (context.profile === undefined) return profiles;
  const named = profiles.find((profile) => profile.name === context.profile);
  if (!named) throw new StatementFault('unknown_profile', context.file, { line: 1 }, say('csv_profile', { quoted: context.profile.slice(0, 40), profiles: profiles.map((profile) => profile.name).join(', ') }));
  // Whoever names a profile means it: its roles hold whatever the header looks like.
  return [{ ...named, signature: [] }];
}
