import { describe, expect, it } from '@jest/globals';
import { readSample } from './read-sample.js';

// Made up in the shape of each bank's export.
describe('English exports', () => {
  it('Barclays', async () => {
    const read = await readSample(`Number,Date,Account,Amount,Subcategory,Memo
\t ,30/06/2026,20-00-00 12345678,1250.00,FT,ATELIER LTD INV 17
\t ,29/06/2026,20-00-00 12345678,-12.50,PAYMENT,SHOP LONDON`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 GBP |  |  | ATELIER LTD INV 17',
      '2026-06-29 -12.50 GBP |  |  | SHOP LONDON',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['20-00-00 12345678 - - null'], warnings: ['currency_assumed'], questions: ['currency'] });
  });

  it('HSBC UK', async () => {
    const read = await readSample(`30/06/2026,CR  ATELIER LTD INV 17,"1,250.00"
29/06/2026,VIS SHOP LONDON,-12.50
28/06/2026,DD  COUNCIL TAX,-150.00`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 EUR |  |  | CR ATELIER LTD INV 17',
      '2026-06-29 -12.50 EUR |  |  | VIS SHOP LONDON',
      '2026-06-28 -150.00 EUR |  |  | DD COUNCIL TAX',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- - - null'], warnings: ['header_assumed', 'currency_assumed'], questions: ['columns', 'currency'] });
  });

  it('Lloyds', async () => {
    const read = await readSample(`Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance
30/06/2026,FPI,'30-00-00,12345678,ATELIER LTD INV 17,,1250.00,3250.00
29/06/2026,DEB,'30-00-00,12345678,SHOP LONDON,12.50,,2000.00`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 GBP |  |  | ATELIER LTD INV 17',
      '2026-06-29 -12.50 GBP |  |  | SHOP LONDON',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['12345678 2012.50 3250.00 true'], warnings: ['currency_assumed'], questions: ['currency'] });
  });

  it('NatWest', async () => {
    const read = await readSample(`Date, Type, Description, Value, Balance, Account Name, Account Number
30/06/2026,BAC,"'ATELIER LTD, INV 17",1250.00,3250.00,"'CO LTD","'600000-12345678",
29/06/2026,POS,"'SHOP LONDON",-12.50,2000.00,"'CO LTD","'600000-12345678",`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 GBP |  |  | ATELIER LTD, INV 17',
      '2026-06-29 -12.50 GBP |  |  | SHOP LONDON',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['600000-12345678 2012.50 3250.00 true'], warnings: ['currency_assumed'], questions: ['currency'] });
  });

  it('Starling', async () => {
    const read = await readSample(`Date,Counter Party,Reference,Type,Amount (GBP),Balance (GBP),Spending Category,Notes
29/06/2026,Shop,SHOP LONDON,CONTACTLESS,-12.50,2000.00,GROCERIES,
30/06/2026,Atelier Ltd,INV 17,FASTER PAYMENT,1250.00,3250.00,INCOME,`);
    expect(read.lines).toEqual([
      '2026-06-29 -12.50 GBP | Shop |  | SHOP LONDON',
      '2026-06-30 1250.00 GBP | Atelier Ltd |  | INV 17',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- 2012.50 3250.00 true'], warnings: [], questions: [] });
  });

  it('Monzo', async () => {
    const read = await readSample(`Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency,Local amount,Local currency,Notes and #tags,Address,Receipt,Description,Category split,Money Out,Money In
tx_1,29/06/2026,12:00:01,Card payment,Shop,,Shopping,-12.50,GBP,-15.00,EUR,,,,SHOP PARIS,,-12.50,
tx_2,30/06/2026,12:00:01,Faster payment,Atelier Ltd,,Income,1250.00,GBP,1250.00,GBP,INV 17,,,INV 17,,,1250.00`);
    expect(read.lines).toEqual([
      '2026-06-29 -12.50 GBP | Shop |  | SHOP PARIS',
      '2026-06-30 1250.00 GBP | Atelier Ltd |  | INV 17',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- - - null'], warnings: [], questions: [] });
  });

  it('AIB', async () => {
    const read = await readSample(`Posted Account, Posted Transactions Date, Description, Debit Amount, Credit Amount,Balance,Posted Currency,Transaction Type,Local Currency Amount,Local Currency
"123456-12345678","29/06/2026","VDP-SHOP","12.50","","2000.00",EUR,"Debit","12.50",EUR
"123456-12345678","30/06/2026","ATELIER INV 17","","1250.00","3250.00",EUR,"Credit","1250.00",EUR`);
    expect(read.lines).toEqual([
      '2026-06-29 -12.50 EUR |  |  | VDP-SHOP',
      '2026-06-30 1250.00 EUR |  |  | ATELIER INV 17',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['123456-12345678 2012.50 3250.00 true'], warnings: [], questions: [] });
  });

  it('AIB, three columns of descriptions', async () => {
    const read = await readSample(`Posted Account, Posted Transactions Date, Description1, Description2, Description3, Debit Amount, Credit Amount,Balance,Posted Currency,Transaction Type,Local Currency Amount,Local Currency
"123456-12345678","29/06/2026","VDP-SHOP","7712","","12.50","","2000.00",EUR,"Debit","12.50",EUR
"123456-12345678","30/06/2026","ATELIER","INV 17","","","1250.00","3250.00",EUR,"Credit","1250.00",EUR`);
    expect(read.lines).toEqual([
      '2026-06-29 -12.50 EUR |  |  | VDP-SHOP 7712',
      '2026-06-30 1250.00 EUR |  |  | ATELIER INV 17',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['123456-12345678 2012.50 3250.00 true'], warnings: [], questions: [] });
  });

  it('Chase', async () => {
    const read = await readSample(`Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #
CREDIT,06/30/2026,"ORIG CO NAME:ATELIER INC",1250.00,ACH_CREDIT,3250.00,,
DEBIT,06/05/2026,"SHOP NY",-12.50,DEBIT_CARD,2000.00,,`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 USD |  |  | ORIG CO NAME:ATELIER INC',
      '2026-06-05 -12.50 USD |  |  | SHOP NY',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- 2012.50 3250.00 true'], warnings: ['currency_assumed'], questions: ['currency'] });
  });

  it('Bank of America', async () => {
    const read = await readSample(`Description,,Summary Amt.
Beginning balance as of 06/01/2026,,"1,000.00"
Total credits,,"1,250.00"
Total debits,,"-12.50"
Ending balance as of 06/30/2026,,"2,237.50"

Date,Description,Amount,Running Bal.
06/01/2026,Beginning balance as of 06/01/2026,,"1,000.00"
06/05/2026,"SHOP NY","-12.50","987.50"
06/30/2026,"ATELIER INC","1,250.00","2,237.50"`);
    expect(read.lines).toEqual([
      '2026-06-05 -12.50 USD |  |  | SHOP NY',
      '2026-06-30 1250.00 USD |  |  | ATELIER INC',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- 1000.00 2237.50 true'], warnings: ['currency_assumed'], questions: ['currency'] });
  });

  it('Wells Fargo', async () => {
    const read = await readSample(`"06/30/2026","1250.00","*","","ATELIER INC DES:INV 17"
"06/05/2026","-12.50","*","","SHOP NY"`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 USD |  |  | ATELIER INC DES:INV 17',
      '2026-06-05 -12.50 USD |  |  | SHOP NY',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- - - null'], warnings: ['header_assumed', 'currency_assumed'], questions: ['columns', 'currency'] });
  });

  it('Amex', async () => {
    const read = await readSample(`Date,Description,Card Member,Account #,Amount
06/30/2026,SHOP NY,JOHN,-71001,12.50
06/15/2026,AUTOPAY PAYMENT - THANK YOU,JOHN,-71001,-100.00`);
    expect(read.lines).toEqual([
      '2026-06-30 -12.50 USD |  |  | SHOP NY',
      '2026-06-15 100.00 USD |  |  | AUTOPAY PAYMENT - THANK YOU',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- - - null'], warnings: ['currency_assumed'], questions: ['currency'] });
  });
});
