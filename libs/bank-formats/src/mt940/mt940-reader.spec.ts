import { expect, it } from '@jest/globals';
import { formatMoney } from '@lettrage/money';
import { readWholeStatementFile } from '../index.js';

async function read(text: string) {
  const { transactions, summary } = await readWholeStatementFile(new TextEncoder().encode(text), { file: 'a.sta' });
  return { said: transactions.map((each) => `${formatMoney(each.amount)} ${each.remittance}`), statements: summary.statements, warnings: summary.warnings.map((each) => each.code) };
}

const statement = (information: string, ending = ':62F:C260630EUR620,00\n-\n') => `:20:A\n:25:20041010/1234567\n:28C:0\n:60F:C260629EUR500,00\n:61:2606300630C120,00NTRFNONREF\n:86:${information}\n${ending}`;

it('reads two signs as a line break, as they come by HBCI', async () => {
  expect(await read(`@@${statement('166?20FA2026-0142\n?32MENARD').replaceAll('\n', '@@')}`)).toMatchObject({ said: ['120.00 FA2026-0142'], warnings: [] });
  expect((await read(statement('166?20A @@ B'))).said).toEqual(['120.00 A @@ B']);
});

it('goes on with the text where a line was cut within a time of the day', async () => {
  for (const [cut, whole] of [['T16\n:26:37 klar', 'T16:26:37 klar'], ['T16:20\n:08 klar', 'T16:20:08 klar'], ['T00\n:00:00', 'T00:00:00'], ['T03\n:20:15 klar', 'T03:20:15 klar']] as const) {
    expect((await read(statement(`166?20${cut}`))).said).toEqual([`120.00 ${whole}`]);
  }
  // Behind a closing balance a field 20 begins the next statement, even one whose reference begins like a time.
  expect((await read(`${statement('a')}${statement('b').replace(':20:A', ':20:15 B')}`)).statements.map(({ id }) => id)).toEqual(['A', '15 B']);
});

it('takes the currency of a closing balance from the opening one', async () => {
  expect((await read(statement('a', ':62F:C260630620,00\n'))).statements).toMatchObject([{ balanced: true, closingBalance: { minor: 62000n, currency: 'EUR' } }]);
});

it('ends a message with whatever stands for its brace', async () => {
  for (const end of ['-', '-}', '-å', '-XXX', '-}{5:{CHK:1}}']) expect((await read(statement('a', `${end}\nrest\n`))).said).toEqual(['120.00 a']);
});

it('says that the closing balance is missing, but not of an interim report', async () => {
  expect((await read(statement('a', '-\n'))).warnings).toEqual(['no_closing_balance']);
  expect((await read(statement('a', ':90D:0EUR0,\n:90C:1EUR120,\n-\n'))).warnings).toEqual([]);
});

it('keeps the account that the statement begins with, where a later line is damaged into another', async () => {
  const text = new TextEncoder().encode(statement('a').replace(':86:a', ':25:166?00GUTSCHRIFT?20RE 17?32ATELIER GMBH'));
  const { transactions, summary } = await readWholeStatementFile(text, { file: 'a.sta' });
  expect(summary.statements).toMatchObject([{ account: '20041010/1234567' }]);
  // What the line says of the movement is not lost with its number.
  expect(transactions).toMatchObject([{ counterpartyName: 'ATELIER GMBH', remittance: 'RE 17' }]);
});

it('begins another statement with another account, or with the first fields behind a closing balance', async () => {
  const next = ':28C:2\n:60F:C260630EUR620,00\n:61:2607010701D20,00NTRFNONREF\n:86:b\n:62F:C260701EUR600,00\n-\n';
  const accounts = async (text: string) => (await read(text)).statements.map(({ account, balanced, transactions }) => [account, balanced, transactions]);
  const first = statement('a').replace('-\n', '');
  expect(await accounts(`${first}:25:DE02120300000000202051\n${next}`)).toEqual([['20041010/1234567', true, 1], ['DE02120300000000202051', true, 1]]);
  expect(await accounts(`${first}:25:20041010/1234567\n${next}`)).toEqual([['20041010/1234567', true, 1], ['20041010/1234567', true, 1]]);
  expect(await accounts(`${first}${next}`)).toEqual([['20041010/1234567', true, 1], ['20041010/1234567', true, 1]]);
  // An interim report has no balances.
  const interim = (account: string) => `:25:${account}\n:34F:EUR0,\n:61:2606300630C5,00NTRFNONREF\n:86:c\n`;
  expect(await accounts(`:20:A\n${interim('DE02120300000000202051')}${interim('DE89370400440532013000')}`)).toEqual([['DE02120300000000202051', null, 1], ['DE89370400440532013000', null, 1]]);
});

it('knows balances with a blank before the amount, but no decimal point', async () => {
  expect((await read(statement('a').replace('EUR500,00', 'EUR 500,00').replace('EUR620,00', 'EUR 620,'))).statements).toMatchObject([{ balanced: true }]);
  await expect(read(statement('a').replace('EUR500,00', 'EUR500.00'))).rejects.toMatchObject({ code: 'bad_record' });
});

it('takes for pending what a savings bank only noted', async () => {
  const noted = ':20:STARTDISPE\n:25:20041010/1234567\n:34F:EURD0,\n:61:2606300630D20,00NTRFNONREF\n:86:b\n:90D:1EUR20,00\n:90C:0EUR0,\n-\n';
  const { transactions, summary } = await readWholeStatementFile(new TextEncoder().encode(`${statement('a')}${noted}`), { file: 'a.sta' });
  expect(transactions.map(({ status }) => status)).toEqual(['booked', 'pending']);
  expect(summary.warnings).toEqual([]);
});

it('a file that ends before the balances of its last statement is said to be cut', async () => {
  const whole = statement('a');
  for (const begun of [':20:B', ':20:B\n:25:20041010/1234567\n', ':20:B\n:25:20041010/1234567\n:28C:0\n']) expect((await read(`${whole}${begun}`)).warnings).toEqual(['no_closing_balance']);
  expect((await read(whole)).warnings).toEqual([]);
});

it('two references with nothing between are of one statement', async () => {
  const { statements, said } = await read(`:20:FIRST\n${statement('a')}`);
  expect(statements.map(({ id, entries }) => [id, entries])).toEqual([['A', 1]]);
  expect(said).toEqual(['120.00 a']);
});

it('reads the letters of Central Europe where the account or its currency is of there, and nothing from subfields that are marked as empty', async () => {
  const text = [':20:A', ':25:/PL44102055610000380209739045', ':28C:1', ':60F:C260629PLN100,00', ':61:2606300630C20,00N152NONREF//646', ':86:020~00152', '~20WP\u0141ATA \u017b\u00d3\u0141', '~21\u02d9', '~32JAN \u015aWIT', '~33\u02d9', ':62F:C260630PLN120,00', '-', ''].join('\r\n');
  const ofPoland: Readonly<Record<string, number>> = { '\u0141': 0xa3, '\u017b': 0xaf, '\u00d3': 0xd3, '\u02d9': 0xff, '\u015a': 0x8c };
  const { transactions, summary } = await readWholeStatementFile(Uint8Array.from(text, (letter) => ofPoland[letter] ?? letter.charCodeAt(0)), { file: 'a.sta' });
  expect(transactions).toMatchObject([{ counterpartyName: 'JAN \u015aWIT', remittance: 'WP\u0141ATA \u017b\u00d3\u0141' }]);
  expect(summary.encoding).toBe('windows-1250');
});
