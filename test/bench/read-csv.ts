import { addDays, daysBetween } from '@lettrage/calendar';
import { statementCsv, type World, type WorldTransaction } from '@lettrage/worlds';
import { createWriteStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Figure, median, seconds } from './figure.js';
import { parseToLines, runCommand } from './run-command.js';

const rows = 300_000;
const rounds = 5;
const mostTimes = 2;
const mostMb = 150;

/**
 * 300,000 rows as a French bank exports them, read by `parse` to JSON lines, detection included; beside it papaparse alone on the same file in its stream mode for Node
 * (`Papa.NODE_STREAM_INPUT`), which splits rows into cells and throws them away. Both are whole processes, in turn.
 */
export async function readCsv(folder: string, world: World): Promise<Figure[]> {
  const file = join(folder, 'large.csv');
  await pipeline(Readable.from(statementCsv({ ...world.statement, transactions: repeated(world) })), createWriteStream(file));
  const script = join(folder, 'papaparse-alone.mjs');
  await writeFile(script, papaparseAlone);
  const ours: number[] = [];
  const floor: number[] = [];
  let peakMb = 0;
  for (let round = 0; round < rounds; round++) {
    const run = await parseToLines(file, join(folder, 'large-csv.jsonl'));
    ours.push(run.ms);
    peakMb = Math.max(peakMb, run.peakMb);
    floor.push((await runCommand(process.execPath, [script, file, import.meta.resolve('papaparse')])).ms);
  }
  const times = median(ours) / median(floor);
  const workload = `parse, CSV of ${rows.toLocaleString('en')} rows (${((await stat(file)).size / 1e6).toFixed(0)} MB)`;
  return [
    { workload, measured: seconds(median(ours)), floor: `papaparse, stream mode, rows thrown away: ${seconds(median(floor))}`, ratio: `${times.toFixed(2)}x`, bar: `at most ${mostTimes}x`, met: times <= mostTimes },
    { workload: 'peak memory of the same', measured: `${peakMb.toFixed(0)} MB`, floor: null, ratio: null, bar: `at most ${mostMb} MB`, met: peakMb <= mostMb },
  ];
}

/** The world's statement again and again, later and with other references and amounts, until there are enough rows. */
function repeated(world: World): WorldTransaction[] {
  const { transactions, from, to } = world.statement;
  const days = daysBetween(from, to) + 1;
  return Array.from({ length: rows }, (_, index) => {
    const transaction = transactions[index % transactions.length]!;
    const round = Math.floor(index / transactions.length);
    const more = transaction.amountMinor < 0n ? -BigInt(round) : BigInt(round);
    return {
      ...transaction,
      reference: `BKR${String(index + 1).padStart(8, '0')}`,
      amountMinor: transaction.amountMinor + more,
      bookingDate: addDays(transaction.bookingDate, days * round),
      valueDate: addDays(transaction.valueDate, days * round),
    };
  });
}

const papaparseAlone = `
import { createReadStream } from 'node:fs';
const { default: Papa } = await import(process.argv[3]);
let rows = 0;
createReadStream(process.argv[2]).pipe(Papa.parse(Papa.NODE_STREAM_INPUT)).on('data', () => rows++).on('end', () => { if (rows !== ${rows + 1}) process.exitCode = 1; });
`;
