import { it } from '@jest/globals';
import { BankImportUnderTest } from '../testing/bank-import-under-test.js';
import { camt, credits, csv, iban } from '../testing/statements.js';
it('measures', async () => {
  const test = await BankImportUnderTest.start({ uploadLimitBytes: 200_000_000 });
  const organisation = test.organisation();
  await organisation.post('/bank-accounts', { name: 'Compte', identification: iban, currency: 'EUR' });
  const N = 10_000;
  const entries = credits(N).map((entry) => ({ ...entry, cents: 1000 + (entry.cents % 700) }));
  const timed = async (name: string, content: string) => {
    const t = Date.now();
    const timer = setInterval(() => void test.onlooker.query(`select left(query, 300) as q, now() - query_start as t from pg_stat_activity where state = 'active' and query not like '%pg_stat_activity%'`).then(({ rows }) => process.stderr.write(JSON.stringify(rows) + '\n')), 3000);
    const f = await organisation.import(name, content);
    clearInterval(timer);
    process.stderr.write(`${name}: ${f.state} ${f.imported} new ${f.known} known ${f.probableDuplicates} held, wall ${Date.now() - t} ms ${JSON.stringify(f.problem)}\n`);
  };
  await timed('new.xml', camt({ opening: 0, entries }));
  await timed('again.xml', camt({ id: 'S2', entries }));
  await timed('same.csv', csv(entries.map(({ reference: _, ...entry }) => entry)));
  await timed('again.csv', csv(entries.map(({ reference: _, ...entry }) => entry)) + '\n');
  await test.stop();
}, 240_000);
