import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from '@jest/globals';
import { readItems } from './files.js';
import { type ProposalLine, readJsonLines, type TruthLine } from './lines.js';
import { judgeWorld } from './score.js';
import { summarize } from './summary.js';

const samples = resolve(import.meta.dirname, '../../../../shared/bench');
const world = join(samples, 'small');
const present = existsSync(join(samples, 'score.mjs')) && existsSync(world);

/** Proposals of every sort: right ones, wrong items, wrong amounts, unbalanced ones, missing ones. */
function drawProposals(truths: readonly TruthLine[]): ProposalLine[] {
  return truths.flatMap((truth, index): ProposalLine[] => {
    const other = truths[(index * 7 + 3) % truths.length]!;
    const shown = index % 11 === 0 ? other : truth;
    const decision = shown.allocations.length === 0 ? 'none' : index % 5 === 0 ? 'suggest' : 'auto';
    const difference = index % 13 === 0 ? null : shown.difference;
    const alternatives = [other.allocations, truth.allocations].map((allocations) => ({ allocations }));
    return index % 17 === 0 ? [] : [{ reference: truth.reference, decision, allocations: shown.allocations, difference, confidence: ((index * 37) % 101) / 101, reasons: [], alternatives }];
  });
}

// The sample worlds lie beside the repository where they are present; score.spec.ts carries the proof where they are not.
it('agrees with the scorer of the sample worlds, where these are present', async () => {
  if (!present) return expect(existsSync(join(samples, 'score.mjs'))).toBe(false);
  const truths = (await readJsonLines<Omit<TruthLine, 'noise'>>(join(world, 'truth.jsonl'))).map((truth) => ({ noise: [], ...truth }));
  const proposals = drawProposals(truths);
  const folder = mkdtempSync(join(tmpdir(), 'lettrage-score-'));
  try {
    const file = join(folder, 'proposals.jsonl');
    writeFileSync(file, proposals.map((proposal) => `${JSON.stringify(proposal)}\n`).join(''));
    const theirs = JSON.parse(execFileSync(process.execPath, [join(samples, 'score.mjs'), `${world}=${file}`, '--json'], { encoding: 'utf8' })) as Record<string, number>;
    const ours = summarize(judgeWorld(readItems(readFileSync(join(world, 'invoices.csv'), 'utf8')), truths, proposals));
    expect(ours).toMatchObject({
      entries: theirs['entries'], payments: theirs['payments'], allocatedOnOther: theirs['autoOnOther'],
      allocated: { count: theirs['autoRight'] }, precision: { count: theirs['autoRight'], of: theirs['auto'] }, topThree: { count: theirs['top3'] },
      differences: { count: theirs['differencesNamed'], of: theirs['differences'] }, payingNothing: { count: theirs['duplicatesNamed'], of: theirs['duplicates'] },
    });
    expect(ours.calibrationError).toBeCloseTo(theirs['calibrationError']!, 3);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
