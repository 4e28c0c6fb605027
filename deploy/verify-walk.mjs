// A user's way through the public door, for deploy/verify:  node verify-walk.mjs BASE_URL STATE_FILE STEP [TOKEN]
// STEP is `first` (sign in with the one-time token, bring the books, upload a statement, see the aged balance move),
// `upload` (a second statement) or `second` (see the aged balance move again). Amounts are decimal strings; nothing here computes with them.
import { readFileSync, writeFileSync } from 'node:fs';

const [base, stateFile, step, token] = process.argv.slice(2);
const WAIT_LIMIT_MS = 90_000;
const OWN_IBAN = 'FR7630006000011234567890189';
let cookie = '';

const day = (offset) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

const customers = `id,name,country,iban,vat_id,payment_terms_days
C1,Boulangerie Martin SARL,FR,FR1420041010050500013M02606,,30
C2,Holzbau Schröder GmbH,DE,DE89370400440532013000,,14
C3,Drukkerij De Witte BV,BE,BE68539007547034,,30
`;
const invoices = `number,customer_id,kind,issue_date,due_date,currency,total,open_amount,structured_reference,order_reference
FA2026-0101,C1,invoice,${day(-50)},${day(-20)},EUR,1200.00,1200.00,,
FA2026-0102,C1,invoice,${day(-31)},${day(-1)},EUR,350.50,350.50,,
FA2026-0103,C2,invoice,${day(-40)},${day(-26)},EUR,980.40,980.40,,
FA2026-0104,C2,invoice,${day(-20)},${day(-6)},EUR,19.60,19.60,,
FA2026-0105,C3,invoice,${day(-10)},${day(20)},EUR,5000.00,5000.00,,
`;
const credit = (reference, amount, name, iban, text) => `<Ntry><NtryRef>${reference}</NtryRef><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
  <BookgDt><Dt>${day(-1)}</Dt></BookgDt><ValDt><Dt>${day(-1)}</Dt></ValDt><AcctSvcrRef>${reference}</AcctSvcrRef>
  <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
  <NtryDtls><TxDtls><Refs><AcctSvcrRef>${reference}</AcctSvcrRef></Refs><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>
  <RltdPties><Dbtr><Pty><Nm>${name}</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>${iban}</IBAN></Id></DbtrAcct></RltdPties>
  <RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
const balance = (code, amount) => `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${day(-1)}</Dt></Dt></Bal>`;
const statement = (number, opening, closing, entries) => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>VERIFY-${number}</MsgId><CreDtTm>${day(-1)}T18:00:00</CreDtTm></GrpHdr>
<Stmt><Id>VERIFY-${number}</Id><ElctrncSeqNb>${number}</ElctrncSeqNb><CreDtTm>${day(-1)}T18:00:00</CreDtTm><Acct><Id><IBAN>${OWN_IBAN}</IBAN></Id><Ccy>EUR</Ccy></Acct>
${balance('OPBD', opening)}${balance('CLBD', closing)}
${entries.join('\n')}
</Stmt></BkToCstmrStmt></Document>
`;
const statements = {
  first: statement(1, '10000.00', '12277.00', [
    credit('VERIFY000001', '1200.00', 'BOULANGERIE MARTIN', 'FR1420041010050500013M02606', 'Facture FA2026-0101'),
    credit('VERIFY000002', '1000.00', 'Holzbau Schroeder GmbH', 'DE89370400440532013000', 'RG FA2026-0103 UND FA2026-0104'),
    credit('VERIFY000003', '77.00', 'M. Inconnu', 'NL91ABNA0417164300', 'merci'),
  ]),
  second: statement(2, '12277.00', '12627.50', [credit('VERIFY000004', '350.50', 'BOULANGERIE MARTIN', 'FR1420041010050500013M02606', 'FA2026-0102')]),
};

async function call(method, path, body, type) {
  const headers = { accept: 'application/json', origin: base, ...(cookie && { cookie }), ...(type && { 'content-type': type }) };
  const response = await fetch(`${base}${path}`, { method, headers, body, signal: AbortSignal.timeout(30_000) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  const set = response.headers.getSetCookie().map((line) => line.split(';')[0]);
  if (set.length > 0) cookie = set.join('; ');
  return text === '' ? undefined : JSON.parse(text);
}
const post = (path, body) => call('POST', path, JSON.stringify(body), 'application/json');

async function until(what, ask) {
  const deadline = Date.now() + WAIT_LIMIT_MS;
  for (;;) {
    const { done, seen } = await ask();
    if (done) return seen;
    if (Date.now() > deadline) throw new Error(`${what}: not within ${WAIT_LIMIT_MS / 1000} s; last seen: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function upload(name) {
  const form = new FormData();
  form.append('file', new Blob([statements[name]], { type: 'application/xml' }), `${name}.xml`);
  const { statementFile } = await call('POST', '/api/statements', form);
  const seen = await until(`statement ${name}`, async () => {
    const file = await call('GET', `/api/statements/${statementFile.statementFileId}`);
    if (file.state === 'refused') throw new Error(`statement ${name} was refused: ${JSON.stringify(file.problem)}`);
    return { done: file.state === 'completed', seen: file };
  });
  console.log(`statement ${name}: ${seen.imported} transactions imported, balanced: ${seen.statements.map((one) => one.balanced).join()}`);
}

async function showAgedBalance(expectedTotal) {
  const aged = await until(`aged balance of ${expectedTotal}`, async () => {
    const seen = await call('GET', '/api/aged-balance?currency=EUR');
    return { done: seen.totals[0]?.total === expectedTotal, seen };
  });
  const columns = ['notDue', 'd0to30', 'd31to60', 'd61to90', 'd91plus', 'unapplied', 'total'];
  const line = (name, row) => console.log(name.padEnd(26) + columns.map((column) => String(row[column]).padStart(11)).join(''));
  line(`aged balance, ${aged.asOf}`, Object.fromEntries(columns.map((column) => [column, column])));
  for (const row of aged.items) line(row.customerName, row);
  line('total', aged.totals[0]);
  for (const { amount, transactions } of aged.unidentified) console.log(`not identified yet: ${amount} EUR in ${transactions} transaction(s)`);
}

const steps = {
  async first() {
    await post('/api/session/one-time', { token, email: 'owner@example.com', password: `verify-${token}`.slice(0, 60), name: 'Owner', organisationName: 'Verify SARL' });
    console.log(`signed in as ${(await call('GET', '/api/session')).role}`);
    await post('/api/bank-accounts', { name: 'Main account', identification: OWN_IBAN, currency: 'EUR' });
    console.log(`customers: ${(await call('POST', '/api/customers/import', customers, 'text/csv')).imported}`);
    console.log(`invoices: ${(await call('POST', '/api/invoices/import', invoices, 'text/csv')).imported}`);
    await showAgedBalance('7550.50');
    await upload('first');
    await showAgedBalance('5350.50');
    writeFileSync(stateFile, cookie, { mode: 0o600 });
  },
  upload: () => upload('second'),
  second: () => showAgedBalance('5000.00'),
};

try {
  if (step !== 'first') cookie = readFileSync(stateFile, 'utf8');
  await steps[step]();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
