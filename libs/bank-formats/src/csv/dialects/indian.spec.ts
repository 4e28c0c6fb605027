import { describe, expect, it } from '@jest/globals';
import { readSample } from './read-sample.js';

// Made up in the shape of exports from India and its neighbours.
describe('Indian exports', () => {
  it('lakhs, and totals under titles of their own below the rows', async () => {
    const read = await readSample(`Date,Narration,Chq./Ref.No.,Value Dt,Withdrawal Amt.,Deposit Amt.,Closing Balance
07/06/26,"ATM WDL",ATM9988,07/06/26,"1,10,000.00",,"1,93,043.75"
28/06/26,"CLIENT INV 17",,28/06/26,,"354.00","1,93,397.75"
,,,,,,
STATEMENT SUMMARY :-,,,,,,
Opening Balance,,,,Dr Count,Cr Count,Closing Bal
"3,03,043.75",,,,1,1,"1,93,397.75"`);
    expect(read.lines).toEqual(['2026-06-07 -110000.00 INR |  |  | ATM WDL', '2026-06-28 354.00 INR |  |  | CLIENT INV 17']);
    expect({ statements: read.statements, warnings: read.warnings }).toEqual({ statements: ['- 303043.75 193397.75 true'], warnings: ['currency_assumed', 'row_skipped', 'row_skipped'] });
  });

  it('Dr and Cr behind the figures in place of a sign', async () => {
    const read = await readSample(`Transaction Date,Description,Amount,Balance
27 Jun 2026,FEE,5.00Dr,995.00Cr
28 Jun 2026,CLIENT,15.00 Cr,"1,010.00 Cr"
29 Jun 2026,RENT,"1,100.00Dr",90.00 Dr`);
    expect(read.lines).toEqual(['2026-06-27 -5.00 EUR |  |  | FEE', '2026-06-28 15.00 EUR |  |  | CLIENT', '2026-06-29 -1100.00 EUR |  |  | RENT']);
    expect(read.statements).toEqual(['- 1000.00 -90.00 true']);
    expect((await readSample('Date,Description,Debit,Credit\n27 Jun 2026,FEE,5.00Dr,\n28 Jun 2026,CLIENT,,15.00Cr')).lines).toEqual(['2026-06-27 -5.00 EUR |  |  | FEE', '2026-06-28 15.00 EUR |  |  | CLIENT']);
  });

  it('an opening balance that stands as a row of zeros', async () => {
    const rows = (balance: string): string => `Txn Date,Description,Debit (INR),Credit (INR),Balance (INR)
01/06/2026,OPENING BALANCE,0.00,0.00,${balance}
15/06/2026,CLIENT,0.00,500.00,1500.00`;
    expect((await readSample(rows('1000.00'))).statements).toEqual(['- 1000.00 1500.00 true']);
    expect((await readSample(rows('900.00'))).warnings).toEqual(['not_balanced']);
  });
});
