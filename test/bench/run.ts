import { startEmbeddedPostgres } from '@lettrage/persistence';
import { generateWorld } from '@lettrage/worlds';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { type Figure } from './figure.js';
import { importToAgedBalance } from './import-to-aged-balance.js';
import { liveLatency } from './live-latency.js';
import { matchStatement } from './match-statement.js';
import { parseStatement } from './parse-statement.js';
import { readCamtPeers } from './read-camt-peers.js';
import { readCsv } from './read-csv.js';

const folder = await mkdtemp(join(tmpdir(), 'lettrage-bench-'));
const server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
Object.assign(process.env, { LETTRAGE_TEST_POSTGRES_URL: server.url, LETTRAGE_TEST_RUN: 'bench' });
const figures: Figure[] = [];
const show = (more: readonly Figure[]) => {
  figures.push(...more);
  for (const { workload, measured, floor, ratio, bar, met } of more) process.stdout.write(`${met ? ' ok ' : 'MISS'} ${workload}\n       ${measured}${floor ? `; floor ${floor}` : ''}${ratio ? `; ${ratio}` : ''}; bar: ${bar}\n`);
};
try {
  const world = generateWorld({ seed: 'bench', customers: 6000, months: 2, today: '2026-11-01', statementDays: 62, openItemsTarget: 7000 });
  show(await parseStatement(folder));
  show(await readCamtPeers(folder));
  show(await readCsv(folder, world));
  show(await matchStatement(folder, world));
  show(await importToAgedBalance(folder, world));
  show(await liveLatency());
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
await writeFile('docs/benchmarks.md', report(figures));
process.exitCode = figures.every(({ met }) => met) ? 0 : 1;

function report(lines: readonly Figure[]): string {
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, PostgreSQL 18 with its usual settings (fsync on)`;
  const rows = lines.map(({ workload, measured, floor, ratio, bar, met }) => `| ${workload} | ${measured} | ${floor ?? ''} | ${ratio ?? ''} | ${bar} | ${met ? 'yes' : '**no**'} |`);
  return `# Benchmarks\n\nWritten by \`npm run bench\`; never edited by hand. Each figure stands beside the same work by the simplest means, measured in the same run, because machines differ and are shared.\nThe workloads are generated with fixed seeds (\`libs/worlds\`).\n\nMachine of this run: ${machine}.\n\n| workload | measured | floor | ratio | bar | met |\n|---|---|---|---|---|---|\n${rows.join('\n')}\n`;
}
