import { expect, it } from '@jest/globals';
import { formatMoney } from '@lettrage/money';
import { readWholeStatementFile } from '../index.js';

async function read(inside: string, before = '') {
  const { transactions, summary } = await readWholeStatementFile(new TextEncoder().encode(`${before}<OFX><STMTRS><CURDEF>EUR\n${inside}</STMTRS></OFX>`), { file: 'a.ofx' });
  return { said: transactions.map(({ bookingDate, amount, counterpartyName, remittance }) => [bookingDate, formatMoney(amount), counterpartyName, remittance]), statements: summary.statements };
}

const one = [['2026-06-30', '-8.00', 'A', 'b']];

it('reads no comment', async () => {
  const commented = '<!-- <STMTTRN><DTPOSTED>20260601<TRNAMT>-999</STMTTRN> -->';
  expect((await read(`${commented}<STMTTRN><DTPOSTED>20260630<!-- <TRNAMT>-7 --><TRNAMT>-8<NAME>A<MEMO>b</STMTTRN>`)).said).toEqual(one);
});

it('loses no transaction whose end tag is missing, whatever comes next', async () => {
  for (const next of ['</BANKTRANLIST>', '<LEDGERBAL><BALAMT>1</LEDGERBAL>', '']) expect((await read(`<BANKTRANLIST><STMTTRN><DTPOSTED>20260630<TRNAMT>-8<NAME>A<MEMO>b\n${next}`)).said).toEqual(one);
  const { said, statements } = await read('<STMTTRN><DTPOSTED>20260630<TRNAMT>-8<NAME>A<MEMO>b<STMTTRN><DTPOSTED>2026-07-01<TRNAMT>3\n<STMTRS><CURDEF>EUR<STMTTRN><DTPOSTED>20260702<TRNAMT>4');
  expect(said).toEqual([...one, ['2026-07-01', '3.00', null, ''], ['2026-07-02', '4.00', null, '']]);
  expect(statements.map((statement) => statement.entries)).toEqual([2, 1]);
});

it('takes the payee as a text or as tags', async () => {
  for (const payee of ['<PAYEE>A', '<PAYEE>A</PAYEE>', '<PAYEE><NAME>A<CITY>X</PAYEE>', '<PAYEE><NAME>A</NAME></PAYEE><NAME>other</NAME>']) {
    expect((await read(`<STMTTRN><DTPOSTED>20260630<TRNAMT>-8${payee}<MEMO>b</STMTTRN>`)).said).toEqual(one);
  }
});

it('keeps a sign that begins no tag in its text', async () => {
  expect((await read('<STMTTRN><DTPOSTED>20260630<TRNAMT>-8<NAME>A < B<MEMO>x <3 y <= z\n</STMTTRN>')).said).toEqual([['2026-06-30', '-8.00', 'A < B', 'x <3 y <= z']]);
});

it('reads what was escaped once or twice', async () => {
  for (const text of ['x &amp; y &lt;z&gt;', 'x & y &amp;lt;z&amp;gt;']) expect((await read(`<STMTTRN><DTPOSTED>20260630<TRNAMT>-8<NAME>A<MEMO>${text}</STMTTRN>`)).said).toEqual([['2026-06-30', '-8.00', 'A', 'x & y <z>']]);
});

it('is found by a header that leaves out its first line', async () => {
  expect((await read('<STMTTRN><DTPOSTED>20260630<TRNAMT>-8<NAME>A<MEMO>b</STMTTRN>', 'DATA:OFXSGML\nENCODING:UTF-8\n')).said).toEqual(one);
});

it('takes an amount in the currency that CURRENCY names, and in that of the account where another only was', async () => {
  const text = (aggregate: string) => `<OFX><STMTRS><CURDEF>USD<STMTTRN><DTPOSTED>20260630<TRNAMT>-100<NAME>Hotel${aggregate}</STMTTRN></STMTRS></OFX>`;
  const amountOf = async (aggregate: string) => {
    const { transactions, summary } = await readWholeStatementFile(new TextEncoder().encode(text(aggregate)), { file: 'a.ofx' });
    return [transactions[0]!.amount, ...(transactions[0]!.exchangeRate ? [transactions[0]!.exchangeRate] : []), ...summary.warnings.map(({ code }) => code)];
  };
  expect(await amountOf('<CURRENCY><CURRATE>1.08<CURSYM>eur</CURRENCY>')).toEqual([{ minor: -10000n, currency: 'EUR' }, 'entry_in_other_currency']);
  expect(await amountOf('<CURRENCY><CURRATE>1<CURSYM>USD</CURRENCY>')).toEqual([{ minor: -10000n, currency: 'USD' }]);
  expect(await amountOf('<ORIGCURRENCY><CURRATE>1.27<CURSYM>GBP</ORIGCURRENCY>')).toEqual([{ minor: -10000n, currency: 'USD' }, { source: 'GBP', target: 'USD', unit: 'GBP', rate: '1.27' }]);
  await expect(amountOf('<CURRENCY><CURRATE>1<CURSYM>ABC</CURRENCY>')).rejects.toMatchObject({ code: 'unknown_currency' });
});

it('loses no transaction of a list without a statement around it', async () => {
  for (const currency of ['<CURDEF>BRL\n', '']) {
    const bare = `OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS>${currency}<BANKTRANLIST><STMTTRN><DTPOSTED>20260630<TRNAMT>-8<NAME>A<MEMO>b</STMTTRN></BANKTRANLIST></STMTTRNRS></OFX>`;
    const { transactions } = await readWholeStatementFile(new TextEncoder().encode(bare), { file: 'a.ofx' });
    expect(transactions.map(({ bookingDate, amount, remittance }) => [bookingDate, formatMoney(amount), amount.currency, remittance])).toEqual([['2026-06-30', '-8.00', currency === '' ? 'EUR' : 'BRL', 'b']]);
  }
});
