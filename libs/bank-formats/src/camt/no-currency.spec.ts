import { describe, expect, it } from '@jest/globals';
import { readWholeStatementFile, StatementFault } from '../index.js';

const balance = (code: string, currency: string, amount: string) =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-06-30</Dt></Dt></Bal>`;

function statement({ account = 'EUR', balances = '', entry = 'EUR', charges = '', details = '' }: { account?: string; balances?: string; entry?: string; charges?: string; details?: string }): Uint8Array {
  return new TextEncoder().encode(
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr><Stmt><Id>S</Id><Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id><Ccy>${account}</Ccy></Acct>${balances}
<Ntry><Amt Ccy="${entry}">120.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-06-30</Dt></BookgDt>${charges}<NtryDtls><TxDtls>${details}</TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`,
  );
}
const read = async (parts: Parameters<typeof statement>[0]) => {
  const { transactions, summary } = await readWholeStatementFile(statement(parts), { file: 'a.xml' });
  return { transaction: transactions[0]!, statement: summary.statements[0]!, warned: summary.warnings.map(({ code }) => code) };
};
const refusal = (parts: Parameters<typeof statement>[0]) => read(parts).then(() => null, (error: unknown) => (error instanceof StatementFault ? error.code : error));

describe('no currency (XXX)', () => {
  it('beside an entry is left out with a warning: charges, original amounts, amounts of documents', async () => {
    const { transaction, warned } = await read({
      charges: '<Chrgs><TtlChrgsAndTaxAmt Ccy="XXX">0.00</TtlChrgsAndTaxAmt><Rcrd><Amt Ccy="XXX">0</Amt></Rcrd><Rcrd><Amt Ccy="EUR">1.50</Amt></Rcrd></Chrgs>',
      details:
        '<Amt Ccy="XXX">7</Amt><AmtDtls><InstdAmt><Amt Ccy="XXX">3.00</Amt></InstdAmt><TxAmt><Amt Ccy="USD">130.00</Amt></TxAmt></AmtDtls><RmtInf><Strd><RfrdDocInf><Nb>FA1</Nb></RfrdDocInf><RfrdDocAmt><RmtdAmt Ccy="XXX">1</RmtdAmt></RfrdDocAmt></Strd></RmtInf>',
    });
    expect(transaction).toMatchObject({ amount: { minor: 12_000n, currency: 'EUR' }, originalAmount: { minor: 13_000n, currency: 'USD' }, charges: [{ amount: { minor: 150n, currency: 'EUR' } }], documents: [{ number: 'FA1', amount: null }] });
    expect(warned).toEqual(['no_currency', 'no_currency', 'no_currency', 'no_currency', 'no_currency']);
  });

  it('of the account is that of its entries and balances', async () => {
    const { statement: summary, warned } = await read({ account: 'XXX', balances: balance('OPBD', 'EUR', '10.00') + balance('CLBD', 'EUR', '130.00') });
    expect([summary.currency, summary.balanced, warned]).toEqual(['EUR', true, ['no_currency']]);
  });

  it('of a balance is left out where the balance is zero', async () => {
    const { statement: summary, warned } = await read({ balances: balance('OPBD', 'EUR', '10.00') + balance('CLBD', 'EUR', '130.00') + balance('INFO', 'XXX', '0.00') });
    expect([summary.balanced, warned]).toEqual([true, ['no_currency']]);
    expect(await refusal({ balances: balance('CLBD', 'XXX', '130.00') })).toBe('unknown_currency');
  });

  it('of money that moves is refused, as any code is that is none', async () => {
    expect(await refusal({ entry: 'XXX' })).toBe('unknown_currency');
    expect(await refusal({ account: 'QQQ' })).toBe('unknown_currency');
    expect(await refusal({ charges: '<Chrgs><TtlChrgsAndTaxAmt Ccy="QQQ">0</TtlChrgsAndTaxAmt></Chrgs>' })).toBe('unknown_currency');
  });

  it('of an OFX is as good as none', async () => {
    const ofx = (currency: string) =>
      new TextEncoder().encode(`OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS>${currency}<BANKACCTFROM><ACCTID>123456</BANKACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260630<TRNAMT>12.00<FITID>F1</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`);
    const told = async (currency: string, accountCurrency?: string) => {
      const { transactions, summary } = await readWholeStatementFile(ofx(currency), { file: 'a.ofx', accountCurrency });
      return [transactions[0]!.amount.currency, summary.warnings.map(({ code }) => code)];
    };
    expect(await told('<CURDEF>XXX')).toEqual(await told(''));
    expect(await told('<CURDEF>XXX', 'CHF')).toEqual(['CHF', []]);
  });
});
