import { describe, expect, it } from '@jest/globals';
import type { StatementFault } from '../statement-fault.js';
import type { CsvAnswers, CsvMapping } from './csv-mapping.js';
import { readSample } from './dialects/read-sample.js';

const mapping = (more: Partial<CsvMapping> = {}): CsvMapping => ({
  encoding: 'utf-8', delimiter: ';', backslashEscapes: false, headerRecord: 1, columns: [{ title: 'Quand', role: 'bookingDate' }, { title: 'Quoi', role: 'label' }, { title: 'Combien', role: 'amount' }],
  dateOrder: 'dmy', decimalSign: ',', currency: 'EUR', debitIsSigned: false, positiveIsDebit: false, ...more,
});
const rows = (...dates: string[]): string => `Quand;Quoi;Combien\n${dates.map((date, index) => `${date};VIR GUERIN FA1${index};1${index},50\n`).join('')}`;
const read = async (sample: string, csv: CsvAnswers): Promise<string[]> => (await readSample(sample, { csv })).lines.map((line) => line.slice(0, 10));
const faultOf = async (sample: string, csv: CsvAnswers): Promise<StatementFault> => readSample(sample, { csv }).then(() => { throw new Error('it was read'); }, (error: unknown) => error as StatementFault);

describe('dates that cannot be read in the order that was said', () => {
  it('are named with their rows and the order that reads them all, which is asked', async () => {
    const { code, place, problem, asks } = await faultOf(rows('10/02/2026', '10/25/2026', '10/26/2026'), { mapping: mapping() });
    expect([code, place, problem]).toEqual(['bad_date', { record: 3 }, 'dates cannot be read as day, month, year: records 3 "10/25/2026", 4 "10/26/2026"; as month, day, year all can: choose that order']);
    const unread = [{ record: 3, cell: '10/25/2026' }, { record: 4, cell: '10/26/2026' }];
    expect(asks).toEqual({
      questions: [{
        code: 'date_order', what: 'Dates of this file cannot be read as day, month, year; in which order do they stand?', assumed: 'dmy', readings: [{ value: 'mdy', text: '10/25/2026 is 2026-10-25' }],
        examples: ['10/25/2026', '10/26/2026'], unread,
      }],
      mapping: mapping(),
    });
    expect(await read(rows('10/02/2026', '10/25/2026', '10/26/2026'), { dateOrder: 'mdy', mapping: asks!.mapping })).toEqual(['2026-10-02', '2026-10-25', '2026-10-26']);
  });

  it('that no order reads are of another column, most likely', async () => {
    const { problem, asks } = await faultOf(rows('W40/26', 'W41/26', 'W42/26', 'W43/26', 'W44/26', 'W45/26', 'W46/26'), { mapping: mapping() });
    expect(problem).toBe('dates cannot be read as day, month, year: records 2 "W40/26", 3 "W41/26", 4 "W42/26", 5 "W43/26", 6 "W44/26", ..., nor in any other order: choose the column of the booking date');
    expect(asks!.questions).toMatchObject([{ code: 'columns', examples: ['Quand | Quoi | Combien'], rows: [['W40/26', 'VIR GUERIN FA10', '10,50'], {}, {}, {}, {}, {}, {}], unread: [{ record: 2 }, { record: 3 }, { record: 4 }, { record: 5 }, { record: 6 }] }]);
  });

  it('among others that can be read are a matter of the file: its rows are named, and nothing is asked', async () => {
    const mixed = await faultOf(rows('01/10/2026', '02/10/2026', '13/13/2026', '12/31/2026'), { mapping: mapping() });
    expect([mixed.problem, mixed.asks]).toEqual(['dates cannot be read as day, month, year: records 4 "13/13/2026", 5 "12/31/2026"', null]);
    const single = await faultOf(rows('01/10/2026', '02/10/2026', '31/06/2026'), { mapping: mapping() });
    expect([single.problem, single.asks]).toEqual(['"31/06/2026" is not a date', null]);
  });

  it('are shown no longer than a cell of a form holds', async () => {
    const { asks } = await faultOf(rows(`10/25/2026${'9'.repeat(500)}`, '10/25/2026'), { mapping: mapping() });
    expect(asks!.questions[0]!.unread!.map(({ cell }) => cell.length)).toEqual([40, 10]);
  });
});

describe('an order that a person says', () => {
  it.each([
    ['dmy', '01102026', '2026-10-01'],
    ['mdy', '10012026', '2026-10-01'],
    ['dmy', '011026', '2026-10-01'],
    ['ymd', '261001', '2026-10-01'],
    ['ymd', '26-10-01', '2026-10-01'],
    ['ymd', '2026-10-01', '2026-10-01'],
    ['dmy', '20261001', '2026-10-01'],
  ] as const)('%s reads %s', async (dateOrder, cell, date) => {
    expect(await read(rows(cell, cell), { mapping: mapping({ dateOrder }) })).toEqual([date, date]);
  });

  it('with the year first reads no year of four figures at the end', async () => {
    expect((await faultOf(rows('01/10/2026', '02/10/2026'), { mapping: mapping({ dateOrder: 'ymd' }) })).asks!.questions[0]!.readings.map(({ value }) => value)).toEqual(['dmy', 'mdy']);
  });
});
