import type { CsvPossibleReading, CsvQuestion } from './csv-mapping.js';
import type { Evidence } from './figures-evidence.js';
import type { Layout } from './layout.js';
import { type DecimalSign, readLocalAmount } from './local-amount.js';
import { type DateOrder, dateOrders, readLocalDate } from './local-date.js';

const examplesShown = 3;
const rowsShown = 10;
const rowChars = 200;
const cellChars = 80;

type Rows = readonly (readonly string[])[];

/** What the file leaves open, for a person to decide; the reading that was taken is the first of each. `sample` are rows below the titles. */
export function questionsOf(layout: Layout, assumedCurrency: string | null, sample: Rows): CsvQuestion[] {
  const questions: CsvQuestion[] = [];
  if (!layout.columnsAreCertain) {
    questions.push(columnsQuestion('The titles of the columns are not known, or there are none; is each column what it was taken for?', 'content', layout.titles, sample));
  }
  questions.push(...figuresQuestions(layout.order, layout.decimal));
  const examples = inLines(sample);
  if (!layout.signIsCertain && layout.columns.has('amount')) {
    const readings = [
      { value: 'given', text: `an amount without a sign is money ${layout.positiveIsDebit ? 'spent' : 'received'}` },
      { value: 'exchanged', text: `an amount without a sign is money ${layout.positiveIsDebit ? 'received' : 'spent'}` },
    ];
    questions.push({ code: 'sign', what: 'No amount of this file has a sign; is it money received or money spent?', assumed: 'given', readings, examples });
  } else if (!layout.signIsCertain) {
    const [debit, credit] = [layout.columns.get('debit')![0]! + 1, layout.columns.get('credit')![0]! + 1];
    const readings = [
      { value: 'given', text: `column ${debit} is money spent, column ${credit} money received` },
      { value: 'exchanged', text: `column ${credit} is money spent, column ${debit} money received` },
    ];
    questions.push({ code: 'sign', what: 'Which of the two columns of amounts is money received?', assumed: 'given', readings, examples });
  }
  if (assumedCurrency !== null) questions.push({ code: 'currency', what: 'Which currency are the amounts of this file in?', assumed: assumedCurrency, readings: [], examples: [] });
  return questions;
}

/** What is each column? Asked with the titles, or the first rows where there are none. */
export function columnsQuestion(what: string, assumed: string, titles: readonly string[] | null, below: Rows): CsvQuestion {
  const rows = below.slice(0, rowsShown).map((row) => row.map((cell) => cell.trim().slice(0, cellChars)));
  return { code: 'columns', what, assumed, readings: [], examples: inLines(titles ? [titles] : below), rows };
}

/** What is open of dates and amounts. */
export function figuresQuestions(order: Evidence<DateOrder>, decimal: Evidence<DecimalSign>): CsvQuestion[] {
  const questions: CsvQuestion[] = [];
  if (!order.certain) {
    const orders = dateOrders.filter((value) => order.examples.every((example) => readLocalDate(example, value) !== null));
    const readings = orders.map((value): CsvPossibleReading => ({ value, text: `${order.examples[0]!} is ${readLocalDate(order.examples[0]!, value)!}` }));
    questions.push({ code: 'date_order', what: orders.includes('ymd') ? 'Does the year come first or last in the dates of this file?' : 'Does the day or the month come first in the dates of this file?', assumed: order.value, readings: first(order.value, readings), examples: order.examples });
  }
  if (!decimal.certain) {
    const readings = ([',', '.'] as const).map((value): CsvPossibleReading => ({ value, text: `${decimal.examples[0]!} is ${readLocalAmount(decimal.examples[0]!, value)?.decimal ?? 'no amount'}` }));
    questions.push({ code: 'decimal_sign', what: 'Is the sign in the amounts of this file for decimals or for thousands?', assumed: decimal.value, readings: first(decimal.value, readings), examples: decimal.examples });
  }
  return questions;
}

function inLines(rows: Rows): string[] {
  return rows.slice(0, examplesShown).map((row) => row.join(' | ').slice(0, rowChars));
}

function first(value: string, readings: readonly CsvPossibleReading[]): CsvPossibleReading[] {
  return [...readings.filter((each) => each.value === value), ...readings.filter((each) => each.value !== value)];
}
