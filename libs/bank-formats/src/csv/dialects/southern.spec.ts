import { describe, expect, it } from '@jest/globals';
import { readSample } from './read-sample.js';

// Made up in the shape of each bank's export.
describe('Southern exports', () => {
  it('UniCredit', async () => {
    const read = await readSample(`Data Registrazione;Data valuta;Descrizione;Importo (EUR);
30.06.2026;30.06.2026;BONIFICO A VOSTRO FAVORE DA ROSSI SRL FATT 17;1.250,00;
29.06.2026;28.06.2026;PAGAMENTO POS;-12,50;`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 EUR |  |  | BONIFICO A VOSTRO FAVORE DA ROSSI SRL FATT 17',
      '2026-06-29 -12.50 EUR |  |  | PAGAMENTO POS',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- - - null'], warnings: [], questions: [] });
  });

  it('Intesa Sanpaolo', async () => {
    const read = await readSample(`Data contabile;Data valuta;Descrizione;Accrediti;Addebiti;Descrizione estesa
30/06/2026;30/06/2026;Bonifico;1.250,00;;ROSSI SRL FATT 17
29/06/2026;28/06/2026;POS;;-12,50;NEGOZIO`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 EUR |  |  | Bonifico ROSSI SRL FATT 17',
      '2026-06-29 -12.50 EUR |  |  | POS NEGOZIO',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- - - null'], warnings: ['currency_assumed'], questions: ['currency'] });
  });

  it('BBVA', async () => {
    const read = await readSample(`F.Valor;Fecha;Concepto;Movimiento;Importe;Divisa;Disponible;Divisa;Observaciones
30/06/2026;30/06/2026;Transferencia recibida;GARCIA SL;1.250,00;EUR;3.250,00;EUR;Factura 17
29/06/2026;29/06/2026;Pago con tarjeta;TIENDA;-12,50;EUR;2.000,00;EUR;`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 EUR |  |  | Transferencia recibida GARCIA SL Factura 17',
      '2026-06-29 -12.50 EUR |  |  | Pago con tarjeta TIENDA',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- 2012.50 3250.00 true'], warnings: [], questions: [] });
  });

  it('Santander', async () => {
    const read = await readSample(`Fecha operación;Fecha valor;Concepto;Importe;Divisa;Saldo;Divisa
30/06/2026;30/06/2026;TRANSFERENCIA DE GARCIA SL, FACTURA 17;1.250,00;EUR;3.250,00;EUR
29/06/2026;29/06/2026;PAGO TARJETA TIENDA;-12,50;EUR;2.000,00;EUR`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 EUR |  |  | TRANSFERENCIA DE GARCIA SL, FACTURA 17',
      '2026-06-29 -12.50 EUR |  |  | PAGO TARJETA TIENDA',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- 2012.50 3250.00 true'], warnings: [], questions: [] });
  });

  it('CaixaBank', async () => {
    const read = await readSample(`Fecha;Fecha valor;Movimiento;Más datos;Importe;Saldo
30/06/2026;30/06/2026;TRANSF. A SU FAVOR;GARCIA SL FACT 17;1.250,00EUR;3.250,00EUR
29/06/2026;29/06/2026;COMPRA;TIENDA;-12,50EUR;2.000,00EUR`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 EUR |  |  | TRANSF. A SU FAVOR GARCIA SL FACT 17',
      '2026-06-29 -12.50 EUR |  |  | COMPRA TIENDA',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- 2012.50 3250.00 true'], warnings: [], questions: [] });
  });

  it('Sabadell', async () => {
    const read = await readSample(`30/06/2026|TRANSFERENCIA DE GARCIA SL|30/06/2026|1250,00|3250,00|4.1234|
29/06/2026|COMPRA TARJ. TIENDA|29/06/2026|-12,50|2000,00|5.1234|
28/06/2026|COMPRA TARJ. TIENDA|28/06/2026|-10,00|2012,50|5.1234|`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 EUR |  |  | TRANSFERENCIA DE GARCIA SL',
      '2026-06-29 -12.50 EUR |  |  | COMPRA TARJ. TIENDA',
      '2026-06-28 -10.00 EUR |  |  | COMPRA TARJ. TIENDA',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- 2022.50 3250.00 true'], warnings: ['header_assumed', 'currency_assumed'], questions: ['columns', 'currency'] });
  });

  it('CGD', async () => {
    const read = await readSample(`Consultar saldos e movimentos à ordem - 01-07-2026 ;
Conta ;0123456789012 - EUR - Conta Extracto ;
Data de início ;01-06-2026 ;
Data de fim ;30-06-2026 ;

Data mov. ;Data valor ;Descrição ;Débito ;Crédito ;Saldo contabilístico ;Saldo disponível ;Categoria ;
30-06-2026 ;30-06-2026 ;TFI SILVA LDA FATURA 17 ; ;1.250,00 ;3.250,00 ;3.250,00 ;Diversos ;
29-06-2026 ;29-06-2026 ;COMPRA LOJA ;12,50 ; ;2.000,00 ;2.000,00 ;Compras ;
 ; ; ; ; ;Saldo contabilístico ;3.250,00 EUR ;`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 EUR |  |  | TFI SILVA LDA FATURA 17',
      '2026-06-29 -12.50 EUR |  |  | COMPRA LOJA',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['0123456789012 2012.50 3250.00 true'], warnings: [], questions: [] });
  });

  it('Millennium bcp', async () => {
    const read = await readSample(`Data lançamento;Data valor;Descrição;Montante;Tipo;Saldo
30-06-2026;30-06-2026;TRF SILVA LDA;1250,00;Crédito;3250,00
29-06-2026;29-06-2026;COMPRA LOJA;-12,50;Débito;2000,00`);
    expect(read.lines).toEqual([
      '2026-06-30 1250.00 EUR |  |  | TRF SILVA LDA',
      '2026-06-29 -12.50 EUR |  |  | COMPRA LOJA',
    ]);
    expect({ statements: read.statements, warnings: read.warnings, questions: read.questions }).toEqual({ statements: ['- 2012.50 3250.00 true'], warnings: ['currency_assumed'], questions: ['currency'] });
  });

  it('the number of the account in front of the balance', async () => {
    const read = await readSample(`\tConto\t000004444444\t\tSaldo contabile\t4.140,50 €\t
\tIBAN\tIT60X0542811101000000123456\t\t\t\t
\tData operazione\tData valuta\tDescrizione\tEntrate\tUscite\tStato
\t29 giugno 2026\t29 giugno 2026\tIncasso fattura 17\t1.250\t\tContabilizzato
\t26 giugno 2026\t25 giugno 2026\tSpese\t\t-0,5\tContabilizzato`);
    expect(read.lines).toEqual(['2026-06-29 1250.00 EUR |  |  | Incasso fattura 17', '2026-06-26 -0.50 EUR |  |  | Spese']);
    expect(read).toMatchObject({ statements: ['IT60X0542811101000000123456 - 4140.50 null'], warnings: [], questions: [] });
  });

  it('the code of the movement in three figures, and the operation as part of the text', async () => {
    expect((await readSample('Data;Valuta;Descrizione;Importo;Divisa;Causale\n30/06/2026;30/06/2026;BONIFICO BIANCHI;1.250,00;EUR;048\n29/06/2026;28/06/2026;POS;-45,10;EUR;043')).lines).toEqual(['2026-06-30 1250.00 EUR |  |  | BONIFICO BIANCHI', '2026-06-29 -45.10 EUR |  |  | POS']);
    expect((await readSample('Data;Operazione;Dettagli;Valuta;Importo\n30/06/2026;Bonifico da Bianchi;FT 17;EUR;1250.00\n29/06/2026;Bar Nove;PAGAMENTO POS;EUR;-45.10')).lines).toEqual(['2026-06-30 1250.00 EUR |  |  | Bonifico da Bianchi FT 17', '2026-06-29 -45.10 EUR |  |  | Bar Nove PAGAMENTO POS']);
    expect((await readSample("Data,Descrizione movimento,Rif. esterno,Testo contabilizzazione,Data valuta,Quantità,Saldo,Divisa\n09.06.26,Versamento,40508997,Entrata: Rossi SA,10.06.26,6'500.00,7'308.94,CHF\n05.06.26,Spese,39638441,Spese conto,05.06.26,-3.00,808.94,CHF")).lines).toEqual(['2026-06-09 6500.00 CHF |  |  | Versamento Entrata: Rossi SA', '2026-06-05 -3.00 CHF |  |  | Spese conto']);
  });
});
