import { describe, expect, it } from '@jest/globals';
import { readSample } from './read-sample.js';

// Made up in the shape of each bank's export.
describe('Online exports', () => {
  it('Wise', async () => {
    const read = await readSample(`TransferWise ID,Date,Amount,Currency,Description,Payment Reference,Running Balance,Exchange From,Exchange To,Exchange Rate,Payer Name,Payee Name,Payee Account Number,Merchant,Card Last Four Digits,Card Holder Full Name,Attachment,Note,Total fees
TRANSFER-91,12-06-2026,-100.35,EUR,Sent money to Anna Berg,FA-77,899.65,EUR,EUR,,,Anna Berg,DE89370400440532013000,,,,,,0.35
TRANSFER-90,11-06-2026,1000.00,EUR,Received money from ATELIER DUMAS with reference FA2026-9,FA2026-9,1000.00,EUR,,,ATELIER DUMAS,,,,,,,,0.00`);
    expect(read.lines).toEqual([
      '2026-06-12 -100.35 EUR | Anna Berg | DE89370400440532013000 | Sent money to Anna Berg FA-77',
      '2026-06-11 1000.00 EUR | ATELIER DUMAS |  | Received money from ATELIER DUMAS with reference FA2026-9',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- 0.00 899.65 true'], warnings: [], questions: [] });
  });

  it('PayPal', async () => {
    const read = await readSample(`"Datum","Uhrzeit","Zeitzone","Name","Typ","Status","Währung","Brutto","Gebühr","Netto","Absender E-Mail-Adresse","Empfänger E-Mail-Adresse","Transaktionscode","Betreff","Guthaben"
"29.06.2026","12:00:00","CEST","Anna Berg","Zahlung","Abgeschlossen","EUR","100,00","-2,84","97,16","a@b.de","c@d.de","8AB1","Rechnung 17","597,16"
"30.06.2026","12:00:00","CEST","","Abbuchung","Abgeschlossen","EUR","-500,00","0,00","-500,00","c@d.de","","8AB2","","97,16"`);
    expect(read.lines).toEqual([
      '2026-06-29 100.00 EUR | Anna Berg |  | Rechnung 17',
      '2026-06-30 -500.00 EUR |  |  | ',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- 500.00 97.16 true'], warnings: [], questions: [] });
  });

  it('Revolut, older export', async () => {
    const read = await readSample(`Completed Date ; Description ; Paid Out (EUR) ; Paid In (EUR) ; Exchange Out; Exchange In; Balance (EUR); Category; Notes
30 Jun 2026 ; From Anna ;  ; 1,250.00 ;  ;  ; 3,250.00; general; 
29 Jun 2026 ; Shop ; 12.50 ;  ;  ;  ; 2,000.00; shopping; `);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 EUR |  |  | From Anna',
      '2026-06-29 -12.50 EUR |  |  | Shop',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- 2012.50 3250.00 true'], warnings: [], questions: [] });
  });

  it('Wise, all transfers: what the balance is charged or holds, whichever side it stands on', async () => {
    const read = await readSample(`ID,Status,Direction,Created on,Finished on,Source fee amount,Source fee currency,Target fee amount,Target fee currency,Source name,Source amount (after fees),Source currency,Target name,Target amount (after fees),Target currency,Exchange rate,Reference,Batch,Created by,Category,Note
TRANSFER-1,COMPLETED,OUT,2026-06-03 14:20:05,2026-06-03 14:23:11,0.45,EUR,,,Co Ltd,120.00,EUR,Shop AG,114.00,CHF,0.95,INV 17,,Ann,Bills,
TRANSFER-2,COMPLETED,IN,2026-06-05 09:00:00,2026-06-05 09:01:30,1.00,EUR,5.00,GBP,Atelier SARL,2900.00,EUR,Co Ltd,2500.00,GBP,0.86,FAC 42,,,,
TRANSFER-3,CANCELLED,OUT,2026-06-06 10:00:00,,0.45,EUR,,,Co Ltd,10.00,EUR,Shop AG,10.00,EUR,1,,,Ann,,`);
    expect(read.lines).toEqual([
      '2026-06-03 -120.00 EUR | Shop AG |  | INV 17',
      '2026-06-05 2500.00 GBP | Atelier SARL |  | FAC 42',
      'information 2026-06-06 -10.00 EUR | Shop AG |  | ',
    ]);
    expect({ warnings: read.warnings, sums: read.summary.statements.map(({ credits, debits }) => [credits, debits]) }).toEqual({
      warnings: [],
      sums: [[{ minor: 0n, currency: 'EUR' }, { minor: 12045n, currency: 'EUR' }], [{ minor: 250000n, currency: 'GBP' }, { minor: 0n, currency: 'GBP' }]],
    });
  });
});
