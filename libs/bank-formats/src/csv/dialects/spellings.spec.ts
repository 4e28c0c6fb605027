import { describe, expect, it } from '@jest/globals';
import { readSample } from './read-sample.js';

// Made up in the shape of each bank's export.
describe('Spellings exports', () => {
  it('parentheses and commas between thousands', async () => {
    const read = await readSample(`Date,Description,Debit,Credit,Balance
13/06/2026,SHOP,"(1,012.50)",,"8,987.50"
14/06/2026,PAYMENT,,"1,250.00","10,237.50"`);
    expect(read.lines).toEqual([
      '2026-06-13 -1012.50 EUR |  |  | SHOP',
      '2026-06-14 1250.00 EUR |  |  | PAYMENT',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- 10000.00 10237.50 true'], warnings: ['currency_assumed'], questions: ['currency'] });
  });

  it('a currency in every row', async () => {
    const read = await readSample(`Date;Description;Amount;Currency
13/06/2026;A;-12.50;USD
14/06/2026;B;10.00;EUR`);
    expect(read.lines).toEqual([
      '2026-06-13 -12.50 USD |  |  | A',
      '2026-06-14 10.00 EUR |  |  | B',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- - - null', '- - - null'], warnings: [], questions: [] });
  });

  it('pound signs', async () => {
    const read = await readSample(`Date;Type;Description;Money Out;Money In;Balance
13/06/2026;CARD;A;£12.50;;£987.50
14/06/2026;FPI;B;;£1,250.00;£2,237.50`);
    expect(read.lines).toEqual([
      '2026-06-13 -12.50 GBP |  |  | A',
      '2026-06-14 1250.00 GBP |  |  | B',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- 1000.00 2237.50 true'], warnings: [], questions: [] });
  });

  it('a currency without decimals', async () => {
    const read = await readSample(`Date,Description,Amount (JPY),Balance (JPY)
2026-06-13,A,-1200,8800
2026-06-14,B,5000,13800`);
    expect(read.lines).toEqual([
      '2026-06-13 -1200 JPY |  |  | A',
      '2026-06-14 5000 JPY |  |  | B',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- 10000 13800 true'], warnings: [], questions: [] });
  });

  it('Holvi', async () => {
    const read = await readSample(`"Payment date","Amount","Currency","Counterparty","Description","Reference","Message","Filing ID"
"30.6.2026","1250,00","EUR","Virtanen Oy","","RF18539007547034","Lasku 17","1"
"29 Jun 2026","-12,50","EUR","Kauppa","Kortti","","","2"`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 EUR | Virtanen Oy |  | Lasku 17',
      '2026-06-29 -12.50 EUR | Kauppa |  | Kortti',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- - - null'], warnings: [], questions: [] });
  });

  it('Finom', async () => {
    const read = await readSample(`Date,Type,Name,IBAN,Amount,Currency,Purpose,Status
2026-06-30T12:00:00Z,Incoming,Dumas,FR7630006000011234567890189,1250.00,EUR,FA 17,Completed
2026-06-29T12:00:00Z,Card,Amazon,,-12.50,EUR,,Pending`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 EUR | Dumas | FR7630006000011234567890189 | FA 17',
      'pending 2026-06-29 -12.50 EUR | Amazon |  | ',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- - - null'], warnings: [], questions: [] });
  });

  it('blanks for nothing', async () => {
    const read = await readSample(`Date;Libellé;Débit;Crédit
13/06/2026;A;12,50; 
14/06/2026;B; ;10,00`);
    expect(read.lines).toEqual([
      '2026-06-13 -12.50 EUR |  |  | A',
      '2026-06-14 10.00 EUR |  |  | B',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- - - null'], warnings: ['currency_assumed'], questions: ['currency'] });
  });

  it('American dates', async () => {
    const read = await readSample(`Posted Date,Reference Number,Payee,Address,Amount
06/30/2026,2469216,ATELIER INC,NY,1250.00
06/14/2026,2469217,SHOP,LA,-12.50`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 USD | ATELIER INC |  | ',
      '2026-06-14 -12.50 USD | SHOP |  | ',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- - - null'], warnings: ['currency_assumed'], questions: ['currency'] });
  });
});
