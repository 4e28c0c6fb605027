import { expect, it } from '@jest/globals';
import { readWholeStatementFile } from '../index.js';

const message = (root: string, statement: string): Uint8Array =>
  new TextEncoder().encode(
    `<Document><${root}><${statement}><Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id></Acct><Ntry><Amt Ccy="EUR">120.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-06-30</Dt></BookgDt></Ntry></${statement}></${root}></Document>`,
  );

it('what has no status is booked in a statement, also where no namespace names the message', async () => {
  const { transactions, summary } = await readWholeStatementFile(message('BkToCstmrStmt', 'Stmt'), { file: 'a.xml' });
  expect([transactions.map(({ status }) => status), summary.statements[0]!.entries, summary.warnings]).toEqual([['booked'], 1, []]);
});

it('in any other message it says nothing', async () => {
  const { transactions, summary } = await readWholeStatementFile(message('BkToCstmrAcctRpt', 'Rpt'), { file: 'a.xml' });
  expect([transactions.map(({ status }) => status), summary.warnings.map(({ code }) => code)]).toEqual([['information'], ['unknown_status']]);
});
