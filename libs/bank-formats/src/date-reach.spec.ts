import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateReach } from './date-reach.js';
import { readWholeStatementFile } from './index.js';

const today = '2026-07-01';
const booked = (bookingDate: string, valueDate: string | null = null) => ({ status: 'booked' as const, bookingDate, valueDate });
const said = (movement: Parameters<DateReach['doubt']>[0], day: string | undefined = today) => new DateReach(day).doubt(movement)?.text ?? null;

describe('a date that a statement cannot have', () => {
  it('is booked more than a year ahead, or before there were such files', () => {
    expect([said(booked('2027-07-01')), said(booked('1980-01-01'))]).toEqual([null, null]);
    expect(said(booked('2027-07-02'))).toBe('the date 2027-07-02 is far from today');
    expect(said(booked('1979-12-31'))).toBe('the date 1979-12-31 is far from today');
  });

  it('is no long term: what is announced, and when money begins to count, may be decades ahead', () => {
    expect([said({ ...booked('2056-07-01'), status: 'pending' }), said(booked('2026-06-30', '2051-06-30'))]).toEqual([null, null]);
    expect(said({ ...booked('2126-07-01'), status: 'pending' })).toBe('the date 2126-07-01 is far from today');
    expect(said(booked('2026-06-30', '2126-06-30'))).toBe('the date 2126-06-30 is far from today');
    expect(said(booked('2026-06-30', '1926-06-30'))).toBe('the date 1926-06-30 is far from today');
  });

  it('is said once, and nothing is too far ahead of a day that nobody named', () => {
    const reach = new DateReach(today);
    expect([reach.doubt(booked('2126-07-01')), reach.doubt(booked('2126-07-02'))]).toEqual([expect.anything(), null]);
    expect([new DateReach(undefined).doubt(booked('2126-07-01')), new DateReach(undefined).doubt(booked('1926-07-01'))]).toEqual([null, expect.anything()]);
  });

  it('is warned of in every format, at its place, and stays as it stands', async () => {
    const cfonb = readFileSync(join(import.meta.dirname, '../testing/error-files/not_balanced.statement.cfonb'), 'utf8');
    const files: Readonly<Record<string, readonly [text: string, place: object]>> = {
      'a.csv': [`Date;Libellé;Montant;Devise\n${Array.from({ length: 30 }, (_, i) => `29/06/${i === 20 ? '2126' : '2026'};VIR ${i};120,00;EUR\n`).join('')}`, { record: 22 }],
      'a.ofx': ['OFXHEADER:100\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKTRANLIST>\n<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>21260630<TRNAMT>120.00<FITID>1<NAME>A</STMTTRN>\n</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>', { line: 3 }],
      'a.cfonb': [cfonb.replace('B1300626', 'B1300662'), { record: 2 }],
    };
    for (const [file, [text, place]] of Object.entries(files)) {
      const { summary, transactions } = await readWholeStatementFile(new TextEncoder().encode(text), { file, today });
      expect(summary.warnings.find(({ code }) => code === 'date_far_away')).toMatchObject({ place });
      expect(transactions.filter(({ bookingDate }) => bookingDate > '2060')).toHaveLength(1);
    }
  });
});
