import { type bankImportHttp } from '@lettrage/contracts';
import { startTestSystem } from '../system/running-system.js';
import { camtOf } from '../system/statements.js';
import { type Figure, percentile } from './figure.js';
import { until } from '@lettrage/cli';

const uploads = 100;
/** One stays open, so that the balance always has a total to show. */
const invoices = uploads + 1;
const mostMs = 1000;
const patienceMs = 20_000;
const keptCharacters = 20_000;

/** One transaction uploaded, and the aged balance with it on the live stream: from the request to the event, one after another. */
export async function liveLatency(): Promise<Figure[]> {
  const system = await startTestSystem();
  try {
    await system.owner.send('customers/import', 'id,name,country,iban,vat_id,payment_terms_days\nC1,Atelier Durand SAS,FR,,,30\n', 'text/csv');
    const rows = Array.from({ length: invoices }, (_, n) => `FA2026-${String(n + 1).padStart(5, '0')},C1,invoice,2026-09-01,2026-10-01,EUR,${100 + n}.00,${100 + n}.00,,\n`).join('');
    await system.owner.send('invoices/import', `number,customer_id,kind,issue_date,due_date,currency,total,open_amount,structured_reference,order_reference\n${rows}`, 'text/csv');
    await until('the figures show the invoices', () => system.owner.get<{ totals: { total: string }[] }>('aged-balance'), ({ totals }) => totals[0] !== undefined && totals[0].total !== '0.00');
    const stream = await follow(await system.owner.raw('GET', 'stream'));
    let total = BigInt(invoices * 100 + (invoices * (invoices - 1)) / 2);
    let opening = 1000n;
    const latencies: number[] = [];
    for (let n = 0; n < uploads; n++) {
      const amount = BigInt(100 + n);
      total -= amount;
      const arrived = stream.until((text) => text.includes(`"total":"${total}.00"`));
      const start = performance.now();
      const bytes = camtOf(`L${n}`, [{ reference: `L${n}`, amount: `${amount}.00`, name: 'ATELIER DURAND', text: `FACTURE FA2026-${String(n + 1).padStart(5, '0')}` }], `${opening}.00`);
      await system.owner.upload<bankImportHttp.UploadResult>('statements', `L${n}.xml`, bytes);
      await arrived;
      latencies.push(performance.now() - start);
      opening += amount;
    }
    stream.close();
    const p95 = percentile(latencies, 0.95);
    return [
      { workload: `one transaction uploaded, aged balance changed on the live stream (${uploads} in turn)`, measured: `p50 ${percentile(latencies, 0.5).toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, max ${Math.max(...latencies).toFixed(0)} ms`,
        floor: null, ratio: null, bar: `p95 at most ${mostMs} ms`, met: p95 <= mostMs },
    ];
  } finally {
    await system.stop();
  }
}

async function follow(response: Response): Promise<{ until(wanted: (text: string) => boolean): Promise<void>; close(): void }> {
  const waiting = new Set<{ wanted: (text: string) => boolean; resolve: () => void }>();
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  void (async () => {
    for (;;) {
      const { value, done } = await reader.read().catch(() => ({ value: undefined, done: true }));
      if (done) return;
      text = (text + value!).slice(-keptCharacters); // an event may come in two pieces
      for (const one of waiting) {
        if (!one.wanted(text)) continue;
        waiting.delete(one);
        one.resolve();
      }
    }
  })();
  return {
    until: (wanted) =>
      new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error(`The live stream did not say within 20 s what was waited for; its last words: ${text.slice(-1500)}`)), patienceMs).unref();
        waiting.add({ wanted, resolve });
      }),
    close: () => void reader.cancel().catch(() => undefined),
  };
}
