import { largeStatement } from '@lettrage/worlds';
import { createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Figure, median, seconds } from './figure.js';
import { type CommandRun, parseToLines, runCommand } from './run-command.js';

// The largest first: the peer holds the whole file, and where that is too much the comparison is made on half of it.
const sizes = [100_000, 50_000, 25_000];
const rounds = 3;
const leastTimes = 8;

/**
 * `parse` of a generated CAMT.053 beside camt-parser 1.1.0 on the same file, both to JSON lines, in turn. camt-parser leaves out all debtors and all
 * unstructured remittance, which we write.
 */
export async function readCamtPeers(folder: string): Promise<Figure[]> {
  for (const entries of sizes) {
    const file = join(folder, `peers-${entries}.xml`);
    await pipeline(largeStatement({ seed: 1, entries }), createWriteStream(file));
    try {
      const compared = await compare(file, folder);
      if (compared) return [figure(entries, (await stat(file)).size / 1e6, compared)];
    } finally {
      await rm(file);
    }
  }
  return [{ workload: 'camt-parser on the same file', measured: 'it reads none of the sizes', floor: null, ratio: null, bar: `${leastTimes}x`, met: false }];
}

interface Compared {
  readonly ours: readonly CommandRun[];
  readonly theirs: readonly CommandRun[];
}

async function compare(file: string, folder: string): Promise<Compared | null> {
  const compared = { ours: [] as CommandRun[], theirs: [] as CommandRun[] };
  for (let round = 0; round < rounds; round++) {
    compared.ours.push(await parseToLines(file, join(folder, 'ours.jsonl')));
    const theirLines = join(folder, 'theirs.jsonl');
    await rm(theirLines, { force: true });
    try {
      compared.theirs.push(await runCommand(process.execPath, ['test/dist/bench/peers/camt-parser.js', file, theirLines]));
    } catch {
      return null;
    }
  }
  return compared;
}

function figure(entries: number, megabytes: number, { ours, theirs }: Compared): Figure {
  const [own, other] = [ours, theirs].map((runs) => median(runs.map(({ ms }) => ms))) as [number, number];
  const [ownMb, otherMb] = [ours, theirs].map((runs) => Math.max(...runs.map(({ peakMb }) => peakMb))) as [number, number];
  return {
    workload: `parse beside camt-parser, CAMT.053 of ${entries.toLocaleString('en')} entries (${megabytes.toFixed(0)} MB), to JSON lines`,
    measured: `${seconds(own)}, ${ownMb.toFixed(0)} MB`,
    floor: `camt-parser: ${seconds(other)}, ${otherMb.toFixed(0)} MB`,
    ratio: `${(other / own).toFixed(1)} times as fast`,
    bar: `at least ${leastTimes} times`,
    met: other / own >= leastTimes,
  };
}
