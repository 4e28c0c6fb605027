import { describe, expect, it } from '@jest/globals';
import { readSample } from './read-sample.js';

// Made up in the shape of exports from both Americas.
describe('American exports', () => {
  it('the kind of movement under "Details" is no text', async () => {
    const read = await readSample(`Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #
DEBIT,06/30/2026,"ORIG CO NAME:MILL INS",-105.10,ACH_DEBIT,5200.11,,
CREDIT,06/28/2026,"PAYROLL",2300.00,ACH_CREDIT,5305.21,,
CHECK,06/26/2026,"CHECK 1234",-200.00,CHECK_PAID,3005.21,1234,`);
    expect(read.lines).toEqual([
      '2026-06-30 -105.10 USD |  |  | ORIG CO NAME:MILL INS',
      '2026-06-28 2300.00 USD |  |  | PAYROLL',
      '2026-06-26 -200.00 USD |  |  | CHECK 1234',
    ]);
  });

  it('what was paid to a card has a minus in the column of credits', async () => {
    const read = await readSample(`Status,Date,Description,Debit,Credit
Cleared,06/20/2026,"SHOP NY",25.00,
Cleared,06/21/2026,"PAYMENT THANK YOU",,-125.00`);
    expect(read.lines).toEqual(['2026-06-20 -25.00 USD |  |  | SHOP NY', '2026-06-21 125.00 USD |  |  | PAYMENT THANK YOU']);
    expect(read.warnings).toContain('sign_assumed');
    const corrected = await readSample('Date,Description,Debit,Credit\n06/20/2026,SHOP,25.00,\n06/21/2026,PAY,,125.00\n06/22/2026,PAY TAKEN BACK,,-125.00');
    expect(corrected.lines.map((line) => line.slice(11, 18))).toEqual(['-25.00 ', '125.00 ', '-125.00']);
  });

  it('a line of the opening balance among the rows belongs to the chain of balances', async () => {
    const rows = (closing: string): string => `Date,Description,Amount,Running Bal.
06/01/2026,Beginning balance as of 06/01/2026,,"1,000.00"
06/15/2026,SHOP,-100.50,899.50
06/20/2026,PAYROLL,500.00,${closing}`;
    expect((await readSample(rows('1399.50'))).statements).toEqual(['- 1000.00 1399.50 true']);
    const broken = await readSample('Fecha;Concepto;Importe;Saldo\n01/06/2026;SALDO INICIAL;;1000,00\n15/06/2026;COBRO;200,00;1500,00');
    expect({ statements: broken.statements, warnings: broken.warnings }).toEqual({ statements: ['- - - false'], warnings: ['currency_assumed', 'not_balanced'] });
  });

  it('one column a currency: what stands in the other one is said to be left out', async () => {
    const read = await readSample(`Account Type,Account Number,Transaction Date,Cheque Number,Description 1,Description 2,CAD$,USD$
Chequing,12345-6789012,6/14/2026,,HARDWARE #70,YALETOWN,-184.27,
Chequing,12345-6789012,6/15/2026,,US SHOP,,,-20.00`);
    expect(read.lines).toEqual(['2026-06-14 -184.27 CAD |  |  | HARDWARE #70 YALETOWN']);
    expect(read.warnings).toEqual(['row_skipped']);
  });
});
