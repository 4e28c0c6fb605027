import { describe, expect, it } from '@jest/globals';
import { readSample } from './dialects/read-sample.js';
import { placeOfYear } from './two-digit-years.js';

describe('dates with years of two figures', () => {
  it.each([
    ['first', 'the days run at the end', ['26-06-01', '26-06-02', '26-06-03']],
    ['first', 'nothing else makes dates of them', ['99-12-31']],
    ['last', 'the days run at the beginning', ['01-06-26', '02-06-26', '03-06-26']],
    ['last', 'dots stand between', ['01.06.26']],
    ['last', 'the year has four figures', ['01-06-2026']],
    ['last', 'no year is the 32nd day', ['01-06-32']],
    ['last', 'there are none', ['soon', '']],
  ])('the year is %s where %s', (place, _why, cells) => {
    expect(placeOfYear(cells)).toBe(place);
  });

  it('cannot be told from a few, so that a person is asked', async () => {
    expect(placeOfYear(['24-01-15', '24-01-16'])).toEqual({ value: 'dmy', examples: ['24-01-15', '24-01-16'] });
    const text = 'Datum;Text;Belopp\n24-01-15;Hyra;-100,00\n24-01-16;Mat;-12,50';
    const read = await readSample(text);
    expect(read.questions).toContain('date_order');
    expect(read.summary.questions![0]).toMatchObject({
      what: 'Does the year come first or last in the dates of this file?',
      readings: [{ value: 'dmy', text: '24-01-15 is 2015-01-24' }, { value: 'ymd', text: '24-01-15 is 2024-01-15' }],
    });
    expect((await readSample(text, { csv: { dateOrder: 'ymd' } })).lines.map((line) => line.slice(0, 10))).toEqual(['2024-01-15', '2024-01-16']);
  });

  it('are read with the year first where the file shows it, without asking', async () => {
    const read = await readSample('Datum;Text;Belopp\n24-01-15;Hyra;-100,00\n24-01-16;Mat;-12,50\n24-01-18;Mat;-2,50');
    expect(read.lines.map((line) => line.slice(0, 10))).toEqual(['2024-01-15', '2024-01-16', '2024-01-18']);
    expect(read.questions).toEqual(['currency']);
  });
});
