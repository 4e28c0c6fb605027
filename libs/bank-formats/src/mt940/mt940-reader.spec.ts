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
  expect((await read(statement('a').replace(':86:', ':25:166?00'))).statements).toMatchObject([{ account: '20041010/1234567' }]);
});
