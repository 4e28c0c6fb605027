import { largeStatement } from '@lettrage/worlds';
import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Figure, median, seconds } from './figure.js';
import { parseToLines, xmllint } from './run-command.js';

const entries = 100_000;
const rounds = 3;
const mostTimes = 3;
const mostMb = 150;

/** `parse` of a generated CAMT.053 of 100,000 entries beside xmllint on the same file, in turn. */
export async function parseStatement(folder: string): Promise<Figure[]> {
  const file = join(folder, 'large.xml');
  await pipeline(largeStatement({ seed: 1, entries }), createWriteStream(file));
  const megabytes = (await stat(file)).size / 1e6;
  const ours: number[] = [];
  const floor: number[] = [];
  let peakMb = 0;
  for (let round = 0; round < rounds; round++) {
    const run = await parseToLines(file, join(folder, 'large.jsonl'));
    ours.push(run.ms);
    peakMb = Math.max(peakMb, run.peakMb);
    floor.push((await xmllint(file)).ms);
  }
  const times = median(ours) / median(floor);
  const workload = `parse, CAMT.053 of ${entries.toLocaleString('en')} entries (${megabytes.toFixed(0)} MB)`;
  return [
    { workload, measured: seconds(median(ours)), floor: `xmllint --stream: ${seconds(median(floor))}`, ratio: `${times.toFixed(2)}x`, bar: `at most ${mostTimes}x`, met: times <= mostTimes },
    { workload: 'peak memory of the same', measured: `${peakMb.toFixed(0)} MB`, floor: null, ratio: null, bar: `at most ${mostMb} MB`, met: peakMb <= mostMb },
  ];
}
