import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareMethods, type MethodRun } from './compare-methods.js';
import { type RunWorld, runWorld } from './compare-worlds.js';
import { describeMistakes } from './mistakes.js';
import { comparedWorlds, fittingWorlds, freshWorlds } from './plan.js';
import { report } from './report.js';
import { summarize } from './summary.js';
import { large, million, timeRow, timeSize, usualSizes } from './time-sizes.js';
import type { EngineTimes } from './time-engine.js';

const { values } = parseArgs({ allowNegative: true, options: { million: { type: 'boolean', default: false }, 'in-a-row': { type: 'boolean', default: true } } });
const root = 'test/reports/match-worlds';
const page = 'docs/matching-figures.md';
const began = performance.now();
const say = (text: string): void => void process.stdout.write(`${Math.round((performance.now() - began) / 1000)} s  ${text}\n`);

await rm(root, { recursive: true, force: true });
await mkdir(root, { recursive: true });

const runAll = async (planned: typeof freshWorlds): Promise<RunWorld[]> => {
  const worlds: RunWorld[] = [];
  // Two at a time: a laptop has two cores, and each run is a process of its own.
  for (let at = 0; at < planned.length; at += 2) worlds.push(...(await Promise.all(planned.slice(at, at + 2).map((world) => runWorld(world, root)))));
  for (const { planned: { name }, judgements } of worlds) {
    const { allocated, precision } = summarize(judgements.CAMT);
    say(`${name}: ${allocated.count} of ${allocated.of} payments allocated and right, ${precision.of - precision.count} of ${precision.of} allocations wrong`);
  }
  return worlds;
};
const fresh = await runAll(freshWorlds);
const fitted = await runAll(fittingWorlds);
await writeFile(join(root, 'mistakes.txt'), fresh.map(({ planned, judgements }) => describeMistakes(planned.name, judgements.CAMT)).join('\n'));

const methods: MethodRun[] = [];
for (const world of fresh.filter(({ planned }) => comparedWorlds.includes(planned.name))) {
  methods.push(...(await compareMethods(world)));
  say(`${world.planned.name}: the simple methods beside the engine`);
}

const sizes: EngineTimes[] = [];
for (const size of values.million ? [...usualSizes, million] : usualSizes) {
  const times = await timeSize(size);
  sizes.push(times);
  say(`${times.openItems} open items: ${Math.round((times.credits / times.decideMs) * 1000)} transactions a second in the first call`);
}
const row = values['in-a-row'] ? await timeRow(large) : null;
if (row) say(`${row.credits} transactions in a row: ${Math.round(row.decideMs / 1000)} s`);

await writeFile(page, report({ fresh, fitted, methods, sizes, row }));
say(`${page} and ${root}/mistakes.txt written`);
