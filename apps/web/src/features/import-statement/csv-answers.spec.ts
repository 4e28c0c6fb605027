import { describe, expect, it } from '@jest/globals';
import type { CsvMapping, CsvQuestion } from '../../api/types.js';
import { answersOf, cellsOf, exchanged, missingIn, readingOf, unreadIn, withMapping, withRole } from './csv-answers.js';

const question = (code: string): CsvQuestion => ({ code, what: '', assumed: '', readings: [], examples: [] });
const mapping: CsvMapping = {
  encoding: 'utf-8', delimiter: ';', backslashEscapes: false, headerRecord: 1, dateOrder: 'dmy', decimalSign: ',', currency: null, debitIsSigned: false, positiveIsDebit: false,
  columns: [
    { title: 'Date', role: 'bookingDate' },
    { title: 'Out', role: 'debit' },
    { title: 'In', role: 'credit' },
  ],
};

describe('answersOf', () => {
  it('has nothing to say while a question is open', () => {
    expect(answersOf([question('date_order'), question('currency')], mapping, { dateOrder: 'mdy' })).toBeNull();
    expect(answersOf([question('of_tomorrow')], mapping, { dateOrder: 'mdy', mapping })).toBeNull();
    expect(answersOf([], mapping, {})).toBeNull();
  });

  it('says what was asked and nothing else', () => {
    expect(answersOf([question('date_order'), question('currency')], mapping, { dateOrder: 'mdy', currency: 'CHF', decimalSign: '.' })).toEqual({ dateOrder: 'mdy', currency: 'CHF' });
  });

  it('puts every answer into a mapping too, so that nothing assumed stays in it', () => {
    expect(answersOf([question('columns'), question('date_order')], mapping, { mapping, dateOrder: 'mdy' })).toEqual({ dateOrder: 'mdy', mapping: { ...mapping, dateOrder: 'mdy' } });
  });

  it('keeps the columns under which dates could not be read', () => {
    const asked = [{ ...question('date_order'), unread: [{ record: 3, cell: '10/25/2026' }] }];
    expect(answersOf(asked, mapping, { dateOrder: 'ymd' })).toEqual({ dateOrder: 'ymd', mapping: { ...mapping, dateOrder: 'ymd' } });
    expect(unreadIn([...asked, question('sign'), ...asked])).toEqual([{ record: 3, cell: '10/25/2026' }]);
  });

  it('sends a correction that nobody asked for', () => {
    const corrected = { ...mapping, decimalSign: '.' as const };
    expect(answersOf([], mapping, { mapping: corrected })).toEqual({ mapping: corrected });
  });

  it('answers what is received and what is spent by the mapping', () => {
    expect(answersOf([question('sign')], mapping, { sign: 'given' })).toEqual({ mapping });
    expect(answersOf([question('sign')], mapping, { sign: 'exchanged' })?.mapping?.columns.map(({ role }) => role)).toEqual(['bookingDate', 'credit', 'debit']);
  });
});

describe('withMapping', () => {
  it('keeps what was said of received and spent while the columns say the same', () => {
    const renamed = { ...mapping, columns: [{ title: 'Date', role: 'valueDate' as const }, ...mapping.columns.slice(1)] };
    expect(withMapping({ sign: 'exchanged', dateOrder: 'mdy' }, mapping, renamed)).toEqual({ sign: 'exchanged', dateOrder: 'mdy', mapping: renamed });
  });

  it('asks again once the columns themselves were exchanged: the money is never turned round twice', () => {
    const draft = withMapping({ sign: 'exchanged' }, mapping, exchanged(mapping));
    expect(draft.sign).toBeUndefined();
    expect(answersOf([question('sign')], mapping, draft)).toBeNull();
    expect(withMapping({ ...draft, sign: 'given' }, mapping, exchanged(mapping)).sign).toBe('given');
  });
});

describe('exchanged', () => {
  it('turns one column of amounts round where there are not two', () => {
    const single = { ...mapping, columns: [{ title: null, role: 'amount' as const }] };
    expect(exchanged(single)).toEqual({ ...single, positiveIsDebit: true });
    expect(exchanged(exchanged(mapping))).toEqual(mapping);
  });
});

describe('withRole', () => {
  const rows = [['1', '', '-12,50'], ['2', '7,00', ''], ['3', '', '-3,00']];

  it('sees in the first rows whether debits have a minus in their column', () => {
    expect(withRole(mapping, 2, 'debit', rows)).toMatchObject({ debitIsSigned: true, columns: [{}, {}, { role: 'debit' }] });
    expect(withRole({ ...mapping, debitIsSigned: true }, 1, 'debit', rows).debitIsSigned).toBe(false);
  });

  it('leaves what the mapping says where the rows say nothing, or the column is no debit', () => {
    expect(withRole({ ...mapping, debitIsSigned: true }, 1, 'debit', []).debitIsSigned).toBe(true);
    expect(withRole(mapping, 2, 'amount', rows).debitIsSigned).toBe(false);
  });

  it('shows what a column holds', () => expect([cellsOf(rows, 2), cellsOf(rows, 9)]).toEqual([['-12,50', '-3,00'], []]));
});

describe('missingIn', () => {
  it('names what a file cannot be read without', () => {
    expect(missingIn(mapping)).toBeNull();
    expect(missingIn({ ...mapping, columns: mapping.columns.slice(1) })).toBe('needsDate');
    expect(missingIn({ ...mapping, columns: mapping.columns.slice(0, 1) })).toBe('needsAmount');
  });
});

describe('readingOf', () => {
  it('takes the cell and what it becomes from the sentence of the service', () => {
    expect(readingOf('03/04/2026 is 2026-04-03')).toEqual({ cell: '03/04/2026', date: '2026-04-03' });
    expect(readingOf('1.000 is 1000')).toEqual({ cell: '1.000', amount: '1000' });
    expect(readingOf('31/31/2026 is no date')).toBeNull();
    expect(readingOf('an amount without a sign is money spent')).toBeNull();
  });
});
