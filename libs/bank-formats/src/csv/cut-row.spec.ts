import { describe, expect, it } from '@jest/globals';
import { readWholeStatementFile } from '../index.js';

async function warningsOf(text: string) {
  const { summary } = await readWholeStatementFile(new TextEncoder().encode(text), { file: 'a.csv' });
  return summary.warnings.map(({ code, place }) => ({ code, place }));
}

const rows = ['Date;Text;Currency;Amount', '27/06/2026;FEE;EUR;-120.00', '28/06/2026;INV 17;EUR;41.20', '29/06/2026;INV 18;EUR;1980.00', '30/06/2026;INV 19;EUR;250.75'];
const file = rows.join('\n');
const cut = [{ code: 'row_cut', place: { record: 5 } }];

describe('a file that ends within a row', () => {
  it('is said to be cut within its last amount', async () => {
    for (const missing of [1, 2, 3, 4, 5]) expect(await warningsOf(file.slice(0, -missing))).toEqual(cut);
    expect(await warningsOf(file)).toEqual([]);
    expect(await warningsOf(`${file.slice(0, -3)}\n`)).toEqual([]);
  });

  it('is said to be cut where a cell behind the amount is missing', async () => {
    const withReference = rows.map((row, i) => (i === 0 ? `${row};Reference` : `${row};R${i}`)).join('\n');
    expect(await warningsOf(withReference)).toEqual([]);
    expect(await warningsOf(withReference.slice(0, -3))).toEqual(cut);
  });

  it('says nothing where amounts are written with as few decimals as they need, or where few rows are alike', async () => {
    expect(await warningsOf(file.replace('41.20', '41.2').slice(0, -3))).toEqual([]);
    expect(await warningsOf(`${rows.slice(0, 3).join('\n')}\n30/06/2026;INV 19;EUR;250`)).toEqual([]);
  });

  it('says nothing of a last line that is no transaction', async () => {
    expect((await warningsOf(`${file}\nTotal;2151.95`)).map(({ code }) => code)).not.toContain('row_cut');
  });
});
