import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hostileFiles } from '../../testing/hostile-files.js';
import { camt, credits } from '../../testing/statements.js';
import { readInWorker, UnreadableFile } from './read-in-worker.js';

const limits = { memoryMb: 256, stallMs: 30_000 };
const uploadPieceBytes = 1_048_576;

async function* inPieces(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) for (let at = 0; at < piece.length; at += uploadPieceBytes) yield piece.subarray(at, at + uploadPieceBytes);
}

/** The code of the refusal, or `read`; anything else that happens is thrown. */
async function outcome(pieces: Iterable<Uint8Array>): Promise<string> {
  const reading = readInWorker({ source: inPieces(pieces), file: 'hostile.dat', account: null, compressed: false, limits });
  try {
    for (;;) if ((await reading.next()).done) return 'read';
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    expect(error.problem).toMatchObject({ message: expect.stringMatching(/\w/), remedy: expect.stringMatching(/\w/) });
    return error.problem.code;
  }
}

/**
 * The largest memory of this process, and the longest time in which it could not have answered, while something ran: by the processor that its own
 * thread has used meanwhile, because a busy machine keeps it waiting too; and by the clock, in case it only waited.
 */
class Watch {
  private readonly start = process.memoryUsage.rss();
  private readonly processor = process.cpuUsage();
  private peak = this.start;
  private last = performance.now();
  private lastThread = threadMs();
  private readonly timer = setInterval(() => this.look(), 5);
  longestWork = 0;
  longestSilence = 0;

  get grownMb(): number {
    return (this.peak - this.start) / 1024 ** 2;
  }

  get processorMs(): number {
    const { user, system } = process.cpuUsage(this.processor);
    return (user + system) / 1000;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const now = performance.now();
    this.longestSilence = Math.max(this.longestSilence, now - this.last);
    this.last = now;
    const thread = threadMs();
    this.longestWork = Math.max(this.longestWork, thread - this.lastThread);
    this.lastThread = thread;
    this.peak = Math.max(this.peak, process.memoryUsage.rss());
  }
}

function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

let watch: Watch;
beforeEach(() => {
  watch = new Watch();
});
afterEach(() => watch.stop());

describe('a file that was made to harm', () => {
  it.each(hostileFiles.map((file) => [file.name, file] as const))('%s: refused in two seconds and 256 MB, by name, and others are answered meanwhile', async (_, { pieces, refused }) => {
    // Made before the clock runs where it comes in one piece.
    const made = pieces();
    watch.stop();
    watch = new Watch();
    const said = await outcome(made);
    if (refused === null) expect(said).toBe('read');
    else expect(refused).toContain(said);
    // Of the processor, because the clock also counts what else the machine does.
    expect(watch.processorMs).toBeLessThan(2000);
    expect(watch.grownMb).toBeLessThan(256);
    expect(watch.longestWork).toBeLessThan(500);
    expect(watch.longestSilence).toBeLessThan(5000);
  });

  it('has not harmed the next one', async () => expect(await outcome([Buffer.from(camt({ opening: 0, entries: credits(50) }))])).toBe('read'));
});

const fixtures = join(import.meta.dirname, '../../../../libs/bank-formats/fixtures');
const samples = ['camt', 'csv', 'mt940', 'ofx', 'cfonb120', 'zip'].flatMap((format) => readdirSync(join(fixtures, format)).filter((name) => !name.endsWith('.json')).map((name) => readFileSync(join(fixtures, format, name))));
const damage = fc.record({ kind: fc.constantFrom('cut', 'flip', 'repeat'), at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }), length: fc.integer({ min: 1, max: 200 }) });

it('damaged copies of statements are read or refused by name, whatever the damage', async () => {
  const outcomes = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...samples), fc.array(damage, { minLength: 1, maxLength: 4 }), async (sample, damages) => {
      let copy = Buffer.from(sample);
      for (const { kind, at, byte, length } of damages) {
        const start = at % (copy.length + 1);
        if (kind === 'cut') copy = Buffer.concat([copy.subarray(0, start), copy.subarray(start + length)]);
        else if (kind === 'repeat') copy = Buffer.concat([copy.subarray(0, start + length), copy.subarray(start)]);
        else if (start < copy.length) copy[start] = byte;
      }
      const said = await outcome([copy]);
      outcomes.set(said, (outcomes.get(said) ?? 0) + 1);
    }),
    { numRuns: Number(process.env['LETTRAGE_DAMAGED_COPIES_IN_THREAD'] ?? 200) },
  );
  expect(outcomes.size).toBeGreaterThan(3);
}, 3_600_000);
