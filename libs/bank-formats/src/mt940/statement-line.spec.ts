import { expect, it } from '@jest/globals';
import { partyOfLine, readStatementLine } from './statement-line.js';

const dates = (line: string) => {
  const read = readStatementLine([`${line}C1,00NMSCNONREF`]);
  return read && [read.valueDate, read.bookingDate];
};

it('takes the entry date that is nearest to the value date', () => {
  expect(dates('1412310105')).toEqual(['2014-12-31', '2015-01-05']);
  expect(dates('2101011230')).toEqual(['2021-01-01', '2020-12-30']);
  expect(dates('1901310201')).toEqual(['2019-01-31', '2019-02-01']);
  expect(dates('240229')).toEqual(['2024-02-29', '2024-02-29']);
  expect(dates('2403010229')).toEqual(['2024-03-01', '2024-02-29']);
});

it('tells the mark from the funds code', () => {
  const sign = (mark: string) => {
    const read = readStatementLine([`260630${mark}12,5NTRFX//Y`]);
    return read && { negative: read.negative, reversal: read.reversal, amount: read.amount };
  };
  expect(sign('CR')).toEqual({ negative: false, reversal: false, amount: '12.5' });
  expect(sign('DR')).toEqual({ negative: true, reversal: false, amount: '12.5' });
  expect(sign('RC')).toEqual({ negative: true, reversal: true, amount: '12.5' });
  expect(sign('RDR')).toEqual({ negative: false, reversal: true, amount: '12.5' });
});

it('reads what banks make of the rest', () => {
  expect(readStatementLine(['1407290729C500NTRF29-07-2014 10:05//B4G2'])).toMatchObject({ amount: '500', type: 'NTRF', ownReference: '29-07-2014 10:05', bankReference: 'B4G2' });
  expect(readStatementLine(['100722D25,03NOV NONREF'])).toMatchObject({ type: 'NOV', ownReference: null, bankReference: null });
  expect(readStatementLine(['2009040904C0,N051NONREF', 'further details'])).toMatchObject({ amount: '0', details: 'further details' });
  for (const bad of ['', '991332C1,00NMSC', 'C1,00', '260630X1,00NMSC', '260630C1.00NMSC']) expect(readStatementLine([bad])).toBeNull();
});

it('does without the code of the type, and finds it with blanks in it', () => {
  expect(readStatementLine(['2611301130CN220000,00//19239782213'])).toMatchObject({ type: null, ownReference: null, bankReference: '19239782213' });
  expect(readStatementLine(['2611301130D20,00NONREF'])).toMatchObject({ type: null, ownReference: null });
  expect(readStatementLine(['2611301130DF2402,00S   X7'])).toMatchObject({ type: 'S', ownReference: 'X7' });
  expect(readStatementLine(['2611301130D20,00?'])).toBeNull();
});

it('takes the reference of the bank from the next line, and none from a keyword alone', () => {
  expect(readStatementLine(['2601020102C100,00NTRFLONGREFERENCE001', '//BANK77', 'more'])).toMatchObject({ ownReference: 'LONGREFERENCE001', bankReference: 'BANK77', details: 'more' });
  for (const word of ['EREF', 'KREF+', 'MARF', 'PREF']) expect(readStatementLine([`2601020102C1,00NTRF${word}`])).toMatchObject({ ownReference: null });
});

it('puts a line together that was cut before its amount', () => {
  expect(readStatementLine(['1811261126CR', '30,00N062NONREF', 'more'])).toMatchObject({ amount: '30.00', type: 'N062', details: 'more' });
  expect(readStatementLine(['1811261126CR', 'more'])).toBeNull();
});

it('reads 30 February as the end of that month', () => {
  expect(readStatementLine(['2402300301D6,00NMSC'])).toMatchObject({ valueDate: '2024-02-29', bookingDate: '2024-03-01', isBankMonthEnd: true });
  expect(readStatementLine(['260229D6,00NMSC'])).toMatchObject({ valueDate: '2026-02-28', isBankMonthEnd: true });
  expect(readStatementLine(['240229D6,00NMSC'])).toMatchObject({ valueDate: '2024-02-29', isBankMonthEnd: false });
  expect(readStatementLine(['260431D6,00NMSC'])).toBeNull();
});

it('finds the counterparty that Dutch banks put in place of a reference', () => {
  const party = (...lines: string[]) => partyOfLine(readStatementLine(lines)!);
  expect(party('260102D9,00NOVBNL91ABNA0417164300', 'j jansen')).toEqual({ reference: null, name: 'j jansen', iban: 'NL91ABNA0417164300', text: '' });
  expect(party('260102D9,00N062P002445588      Bakkerij De Vries')).toEqual({ reference: null, name: 'Bakkerij De Vries', iban: null, text: '' });
  expect(party('260102D9,00N541EREF', 'NL91ABNA0417164300')).toEqual({ reference: null, name: null, iban: 'NL91ABNA0417164300', text: '' });
  expect(party('260102D9,00NTRFA1//B2', 'cash')).toEqual({ reference: 'B2', name: null, iban: null, text: 'cash' });
});
