import { say } from '../catalogue/sentences.js';
import { StatementFault } from '../statement-fault.js';
import { cellOf } from './columns.js';
import type { CsvMapping, CsvQuestion, UnreadDate } from './csv-mapping.js';
import { columnsQuestion } from './csv-questions.js';
import { DateCells } from './date-cells.js';
import type { Layout } from './layout.js';
import { readLocalAmount } from './local-amount.js';
import { type DateOrder, dateOrders } from './local-date.js';

const shownDates = 5;
const cellChars = 40;

const orderWords: Readonly<Record<DateOrder, string>> = { dmy: 'day, month, year', mdy: 'month, day, year', ymd: 'year, month, day' };

/**
 * The fault of a date with all dates of the first rows that cannot be read either, and what a person could choose: another order, where that reads them all, or another
 * column, where most cannot be read. A single wrong date among good ones stays what it is: nothing that is chosen would help.
 */
export function withUnreadDates(fault: unknown, rows: readonly (readonly string[])[], layout: Layout, mapping: () => CsvMapping): unknown {
  if (!(fault instanceof StatementFault) || fault.code !== 'bad_date' || fault.asks !== null) return fault;
  const cells = dateCells(rows, layout);
  const unread = cells.filter(isUnread(layout.dateOrder));
  const fitting = dateOrders.filter((order) => order !== layout.dateOrder && !cells.some(isUnread(order)));
  const isMostly = unread.length * 2 > cells.length;
  if (unread.length === 0 || (unread.length === 1 && fitting.length === 0 && !isMostly)) return fault;
  const first = unread.slice(0, shownDates);
  const quoted = [...first.map(({ record, cell }) => `${record} "${cell}"`), ...(unread.length > first.length ? ['...'] : [])].join(', ');
  const order = layout.dateOrder;
  const problem = fitting.length > 0 ? say('csv_dates_in_order', { order, quoted, fitting: fitting.join('_') }) : isMostly ? say('csv_dates_of_column', { order, quoted }) : say('csv_dates_unread', { order, quoted });
  const question = fitting.length > 0 ? orderQuestion(layout.dateOrder, fitting, first) : isMostly ? columnQuestion(rows, layout, first) : null;
  return new StatementFault(fault.code, fault.file, fault.place, problem, fault.excerpt, question && { questions: [question], mapping: mapping() });
}

/** Cells of booking dates in rows that have an amount. */
function dateCells(rows: readonly (readonly string[])[], { header, columns, decimalSign }: Layout): UnreadDate[] {
  const column = columns.get('bookingDate')![0]!;
  const money = (['amount', 'debit', 'credit'] as const).flatMap((role) => columns.get(role) ?? []);
  return rows.slice(header + 1).flatMap((row, index) => {
    const cell = cellOf(row, column);
    return /\d\d/.test(cell) && money.some((place) => readLocalAmount(cellOf(row, place), decimalSign) !== null) ? [{ record: header + 2 + index, cell: cell.slice(0, cellChars) }] : [];
  });
}

function isUnread(order: DateOrder): (date: UnreadDate) => boolean {
  const dates = new DateCells(order);
  return ({ cell }) => dates.read(cell) === null;
}

function orderQuestion(assumed: DateOrder, fitting: readonly DateOrder[], unread: readonly UnreadDate[]): CsvQuestion {
  const { cell } = unread[0]!;
  const readings = fitting.map((value) => ({ value, text: `${cell} is ${new DateCells(value).read(cell)}` }));
  return { code: 'date_order', what: `Dates of this file cannot be read as ${orderWords[assumed]}; in which order do they stand?`, assumed, readings, examples: unread.map((date) => date.cell), unread };
}

function columnQuestion(rows: readonly (readonly string[])[], layout: Layout, unread: readonly UnreadDate[]): CsvQuestion {
  return { ...columnsQuestion('The dates of this file cannot be read in any order; which column holds the booking dates?', 'titles', layout.titles, rows.slice(layout.header + 1)), unread };
}
