import { isCurrency } from '@lettrage/money';
import type { CsvAsked } from '../statement-fault.js';
import type { Role } from './column-roles.js';
import { isAmountCell, isDateCell } from './content-roles.js';
import { cellOf } from './columns.js';
import type { CsvAnswers } from './csv-mapping.js';
import type { CsvProfile } from './csv-profile.js';
import { columnsQuestion, figuresQuestions } from './csv-questions.js';
import { dateOrderOf, decimalSignOf, type Evidence } from './figures-evidence.js';
import { hasNegative, rolesOfHeader } from './header-roles.js';
import { likelyOrder } from './likely-currency.js';
import { rolesInOrder } from './mapping-of-layout.js';
import type { DateOrder } from './local-date.js';
import { readPreamble } from './preamble.js';
import type { Delimiter } from './row-splitter.js';

/** The first rows of a file under one delimiter and encoding. */
export interface RowsRead {
  readonly delimiter: Delimiter;
  readonly backslash: boolean;
  readonly encoding: string;
  readonly rows: readonly (readonly string[])[];
}

interface Guess {
  readonly read: RowsRead;
  /** Index of the row of titles; -1 where there is none. */
  readonly header: number;
  readonly width: number;
  readonly columns: ReadonlyMap<Role, readonly number[]>;
  readonly titleCurrency: string | null;
}

const headerSearchRows = 60;
const belowRows = 49;
const titleChars = 1000;

/**
 * What a person is asked of a CSV in which no dates or no amounts could be found: what each column is, with what could be told as a beginning and `ignored` for the rest. Null
 * where no delimiter makes columns of it.
 */
export function whatToAsk(readings: Iterable<RowsRead>, profiles: readonly CsvProfile[], answers: CsvAnswers, problem: string): CsvAsked | null {
  let best: Guess | null = null;
  for (const read of readings) {
    const guess = guessOf(read, profiles);
    if (guess.width >= 2 && (best === null || isBetter(guess, best))) best = guess;
  }
  return best && asked(best, answers, problem);
}

function asked({ read, header, width, columns, titleCurrency }: Guess, answers: CsvAnswers, problem: string): CsvAsked {
  const below = read.rows.slice(header + 1);
  const titles = header < 0 ? null : read.rows[header]!;
  const money = (['amount', 'debit', 'credit', 'balance'] as const).flatMap((role) => columns.get(role) ?? []);
  const booking = columns.get('bookingDate')?.[0];
  const decimal = decimalSignOf(below, money.length > 0 ? money : Array.from({ length: width }, (_, column) => column), read.rows.slice(0, Math.max(0, header)));
  const order: Evidence<DateOrder> =
    booking === undefined ? { value: 'dmy', certain: true, examples: [] } : dateOrderOf(below, { booking, value: columns.get('valueDate')?.[0] ?? -1 }, decimal.proven && decimal.value === ',', readPreamble([]), () => likelyOrder(titles, read.rows, titleCurrency));
  const debit = columns.get('debit');
  return {
    questions: [
      columnsQuestion(`${problem[0]!.toUpperCase()}${problem.slice(1)}; what is each column?`, 'titles', titles, below),
      ...figuresQuestions({ ...order, certain: order.certain || answers.dateOrder !== undefined }, { ...decimal, certain: decimal.certain || money.length === 0 || answers.decimalSign !== undefined }),
    ],
    mapping: {
      encoding: read.encoding, delimiter: read.delimiter, backslashEscapes: read.backslash, headerRecord: header < 0 ? null : header + 1,
      columns: rolesInOrder(columns, width).map((role, column) => ({ title: titles === null ? null : cellOf(titles, column), role })),
      dateOrder: answers.dateOrder ?? order.value, decimalSign: answers.decimalSign ?? decimal.value, currency: answers.currency ?? titleCurrency,
      debitIsSigned: debit !== undefined && hasNegative(below, debit[0]!), positiveIsDebit: false,
    },
  };
}

/** The row whose titles say most; where none says anything, the first of the usual width that is all words. */
function guessOf(read: RowsRead, profiles: readonly CsvProfile[]): Guess {
  const { rows } = read;
  let best: Guess | null = null;
  for (let header = 0; header < Math.min(rows.length, headerSearchRows); header++) {
    if (!isShort(rows[header]!)) continue;
    const found = rolesOfHeader(rows[header]!, profiles, rows.slice(header + 1, header + 1 + belowRows));
    if (found && found.columns.size > (best?.columns.size ?? 0)) best = { read, header, width: found.width, columns: found.columns, titleCurrency: found.titleCurrency };
  }
  return withContent(best ?? untitled(read));
}

function untitled(read: RowsRead): Guess {
  const { rows } = read;
  const width = usualWidth(rows);
  const header = rows.findIndex((row) => row.length === width && isShort(row) && row.every((cell) => !/\d/.test(cell)) && row.filter((cell) => /\p{L}/u.test(cell)).length * 2 > width);
  return { read, header, width, columns: new Map(), titleCurrency: null };
}

/** Dates, amounts, currencies and texts that stand in columns of which no title says anything. */
function withContent(guess: Guess): Guess {
  const columns = new Map(guess.columns);
  const below = guess.read.rows.slice(guess.header + 1);
  const free = (column: number): boolean => ![...columns].some(([role, places]) => role !== 'label' && places.includes(column));
  const mostly = (column: number, is: (cell: string) => boolean): boolean => {
    const cells = below.map((row) => cellOf(row, column)).filter((cell) => cell !== '');
    return cells.length > 0 && cells.filter(is).length * 2 > cells.length;
  };
  const take = (role: Role, is: (cell: string) => boolean): void => {
    const column = Array.from({ length: guess.width }, (_, place) => place).find((place) => free(place) && mostly(place, is));
    if (column === undefined) return;
    columns.set('label', (columns.get('label') ?? []).filter((place) => place !== column));
    if (columns.get('label')!.length === 0) columns.delete('label');
    columns.set(role, [column]);
  };
  if (!columns.has('bookingDate')) take('bookingDate', isDateCell);
  if (!['amount', 'debit', 'credit'].some((role) => columns.has(role as Role))) take('amount', (cell) => isAmountCell(cell) && /[.,]\d{1,2}\D*$/.test(cell));
  if (!columns.has('currency')) take('currency', isCurrency);
  const words = Array.from({ length: guess.width }, (_, place) => place).filter((place) => free(place) && mostly(place, (cell) => /\p{L}{3}/u.test(cell)));
  if (!columns.has('label') && columns.size > 0 && words.length > 0) columns.set('label', words);
  return { ...guess, columns };
}

/** More columns are understood; else it makes more columns of the rows. */
function isBetter(a: Guess, b: Guess): boolean {
  return a.columns.size === b.columns.size ? usualWidth(a.read.rows) > usualWidth(b.read.rows) : a.columns.size > b.columns.size;
}

/** How many cells most rows have, which is what the right delimiter makes many of. */
function usualWidth(rows: readonly (readonly string[])[]): number {
  const lengths = rows.map((row) => row.length).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)] ?? 0;
}

function isShort(titles: readonly string[]): boolean {
  return titles.every((title) => title.length <= titleChars);
}
