import type { CsvPossibleReading, CsvQuestion } from './csv-mapping.js';
import type { Layout } from './layout.js';
import { readLocalAmount } from './local-amount.js';
import { readLocalDate } from './local-date.js';

/** What the file leaves open, for a person to decide; the reading that was taken is the first of each. */
export function questionsOf(layout: Layout, assumedCurrency: string | null, sample: readonly (readonly string[])[]): CsvQuestion[] {
  const questions: CsvQuestion[] = [];
  const { order, decimal } = layout;
  if (!layout.columnsAreCertain) {
    const examples = (layout.titles ? [layout.titles] : sample.slice(0, 3)).map((row) => row.join(' | ').slice(0, 200));
    questions.push({ code: 'columns', what: 'The titles of the columns are not known, or there are none; is each column what it was taken for?', assumed: 'content', readings: [], examples });
  }
  if (!order.certain) {
    const readings = (['dmy', 'mdy'] as const).map((value): CsvPossibleReading => ({ value, text: `${order.examples[0]!} is ${readLocalDate(order.examples[0]!, value) ?? 'no date'}` }));
    questions.push({ code: 'date_order', what: 'Does the day or the month come first in the dates of this file?', assumed: order.value, readings: first(order.value, readings), examples: order.examples });
  }
  if (!decimal.certain) {
    const readings = ([',', '.'] as const).map((value): CsvPossibleReading => ({ value, text: `${decimal.examples[0]!} is ${readLocalAmount(decimal.examples[0]!, value)?.decimal ?? 'no amount'}` }));
    questions.push({ code: 'decimal_sign', what: 'Is the sign in the amounts of this file for decimals or for thousands?', assumed: decimal.value, readings: first(decimal.value, readings), examples: decimal.examples });
  }
  const examples = sample.slice(0, 3).map((row) => row.join(' | ').slice(0, 200));
  if (!layout.signIsCertain && layout.columns.has('amount')) {
    const readings = [
      { value: 'given', text: 'an amount without a sign is money received' },
      { value: 'exchanged', text: 'an amount without a sign is money spent' },
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

function first(value: string, readings: readonly CsvPossibleReading[]): CsvPossibleReading[] {
  return [...readings.filter((each) => each.value === value), ...readings.filter((each) => each.value !== value)];
}
