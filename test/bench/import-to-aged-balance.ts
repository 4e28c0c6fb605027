import { type bankImportHttp, type matchingHttp } from '@lettrage/contracts';
import { type ApiClient, until } from '@lettrage/cli';
import { camt053, type World } from '@lettrage/worlds';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { startTestKafka } from '@lettrage/testing';
import { startTestServices } from '../system/running-services.js';
import { startTestSystem } from '../system/running-system.js';
import { uploadCompany } from '../system/upload-world.js';
import { type Figure, seconds } from './figure.js';
import { xmllint } from './run-command.js';

const mostTimes = 40;

/** From the upload's first byte until the last allocation counts in the aged balance, in one process and over Kafka. */
export async function importToAgedBalance(folder: string, world: World): Promise<Figure[]> {
  const file = join(folder, 'import.xml');
  await writeFile(file, camt053(world.statement));
  const bytes = new TextEncoder().encode([...camt053(world.statement)].join(''));
  const workload = `upload of ${world.statement.transactions.length.toLocaleString('en')} transactions to the last allocation in the aged balance`;

  const one = await startTestSystem();
  let floor: number;
  let ms: number;
  try {
    floor = (await xmllint(file)).ms + (await copyRows(one.administratorUrl, world));
    ms = await timed(one.owner, world, bytes);
  } finally {
    await one.stop();
  }
  const kafka = await startTestKafka();
  let overKafka: number;
  try {
    const five = await startTestServices(kafka.brokers.join(','), 'bench.');
    try {
      overKafka = await timed(five.owner, world, bytes);
    } finally {
      await five.stop();
    }
  } finally {
    await kafka.stop();
  }
  const times = ms / floor;
  return [
    { workload: `${workload}, one process`, measured: seconds(ms), floor: `xmllint + COPY of the rows: ${seconds(floor)}`, ratio: `${times.toFixed(1)}x`, bar: `at most ${mostTimes}x`, met: times <= mostTimes },
    { workload: `${workload}, five processes over Kafka`, measured: seconds(overKafka), floor: null, ratio: `${(overKafka / floor).toFixed(1)}x`, bar: 'measured', met: true },
  ];
}

async function timed(owner: ApiClient, world: World, bytes: Uint8Array<ArrayBuffer>): Promise<number> {
  await uploadCompany(owner, world);
  const credits = world.statement.transactions.filter(({ amountMinor }) => amountMinor > 0n).length;
  const start = performance.now();
  await owner.upload<bankImportHttp.UploadResult>('statements', 'statement.xml', bytes);
  await until('every credit is decided', () => owner.get<matchingHttp.QueueSummary>('queue/summary'), (s) => s.waiting + s.requested + s.settledAutomatically >= credits, 120_000);
  // The figures have the last allocation when what they count as received and not taken is what waits for a person.
  const both = () => Promise.all([owner.get<matchingHttp.QueueSummary>('queue/summary'), owner.get<{ unidentified: { transactions: number }[] }>('aged-balance?limit=1')]);
  await until('the aged balance has the last allocation', both, ([queue, { unidentified }]) => (unidentified[0]?.transactions ?? 0) === queue.waiting, 120_000);
  return performance.now() - start;
}

/** The floor of storing: COPY of the transactions' rows into a plain table. */
async function copyRows(url: string, world: World): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query('create table public.floor (reference text, booking_date date, amount_minor bigint, currency text, name text, iban text, remittance text)');
  const rows = world.statement.transactions.map((t) => [t.reference, t.bookingDate, t.amountMinor, t.currency, t.counterpartyName ?? '\\N', t.counterpartyIban ?? '\\N', t.remittanceLines.join('').replaceAll(/[\\\t\n]/g, ' ')].join('\t')).join('\n');
  const start = performance.now();
  const stream = client.query(copyFrom('copy public.floor from stdin'));
  stream.end(`${rows}\n`);
  await finished(stream);
  const ms = performance.now() - start;
  await client.query('drop table public.floor');
  await client.end();
  return ms;
}
