import { describe, expect, it } from '@jest/globals';
import { readSample } from './dialects/read-sample.js';

const read = async (...rows: string[]) => {
  const { statements, warnings } = await readSample(`Fecha;Concepto;Importe;Saldo\n${rows.join('\n')}`);
  return { statements, warnings };
};
const sound = (balances: string) => ({ statements: [`- ${balances} true`], warnings: ['currency_assumed'] });
const broken = { statements: ['- - - false'], warnings: ['currency_assumed', 'not_balanced'] };

describe('balances of days', () => {
  it('the newest day first, and the rows of a day as they came', async () => {
    const rows = ['29/06/2026;A;1500,00;2470,00', '29/06/2026;B;-30,00;2440,00', '28/06/2026;C;-20,00;980,00', '28/06/2026;D;-10,00;970,00'];
    expect(await read(...rows)).toEqual(sound('1000.00 2440.00'));
    expect(await read(...rows.slice(0, 3), '28/06/2026;D;-10,00;971,00')).toEqual(broken);
  });

  it('that of the end of the day beside all its rows, whichever way the days run', async () => {
    const days = [['15/06/2026;D;100,00;140,00', '15/06/2026;E;-10,00;140,00'], ['14/06/2026;B;-20,00;50,00', '14/06/2026;C;-20,00;50,00'], ['13/06/2026;A;-10,00;90,00']];
    expect(await read(...days.flat())).toEqual(sound('100.00 140.00'));
    expect(await read(...days.toReversed().flat())).toEqual(sound('100.00 140.00'));
  });

  it('of which one is damaged add up in no way', async () => {
    expect(await read('15/06/2026;D;100,00;140,00', '15/06/2026;E;-10,00;41,00', '14/06/2026;B;-20,00;50,00', '14/06/2026;C;-20,00;70,00', '13/06/2026;A;-10,00;90,00')).toEqual(broken);
    expect(await read('13/06/2026;A;-10,00;90,00', '14/06/2026;B;-20,00;51,00', '14/06/2026;C;-20,00;51,00', '15/06/2026;D;100,00;140,00', '15/06/2026;E;-10,00;140,00')).toEqual(broken);
  });
});
