import { cpus } from 'node:os';
import type { MethodRun } from './compare-methods.js';
import { type RunWorld, type Variant, variants } from './compare-worlds.js';
import { type Judgement, isRight } from './score.js';
import { bandsOf, groupBy, type Share, summarize } from './summary.js';
import type { EngineTimes } from './time-engine.js';
import type { RowTimes } from './time-in-a-row.js';

export interface Results {
  readonly fresh: readonly RunWorld[];
  readonly fitted: readonly RunWorld[];
  readonly methods: readonly MethodRun[];
  readonly sizes: readonly EngineTimes[];
  /** A million transactions decided in a row; null where that was left out. */
  readonly row: RowTimes | null;
}

const heading = `# Figures of the matching engine

Written by \`npm run bench:match\`; never edited by hand. What the words mean and how the worlds are made stands in [matching.md](matching.md). Worlds and figures are the same in every
run; times are those of the machine.
`;

/** The page of figures. */
export function report({ fresh, fitted, methods, sizes, row }: Results): string {
  const all = fresh.flatMap(({ judgements }) => judgements.CAMT);
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}`;
  return [
    heading,
    '## Beside two simple methods\n', methodTable(methods),
    `## Fresh worlds\n\nSeeds \`fresh-STYLE-LETTER\`, used for these figures only.\n`,
    table(['world', 'what it is like', 'open items', 'history'], fresh.map(({ planned, openItems, history }) => [planned.name, planned.about, count(openItems), count(history)])),
    ...variants.flatMap((variant) => [`### ${variant}\n`, variantTable(fresh, variant)]),
    '## Fitting worlds\n\nSeeds `fit-STYLE-1`, whose mistakes were looked at while the engine was built; as CAMT, with history. Better figures here than above would be a sign of tuning.\n',
    variantTable(fitted, 'CAMT'),
    '## By kind of noise\n\nFresh worlds as CAMT with history. A payment counts under every kind that befell it.\n',
    groupTable('noise', groupBy(all, ({ truth }) => (truth.noise.length > 0 ? truth.noise : ['(none)']))),
    '## By kind of payment\n', groupTable('kind', groupBy(all, ({ truth }) => [truth.kind.startsWith('other:') ? 'pays nothing' : truth.kind])),
    '## By habit of reference\n', groupTable('habit', groupBy(all, ({ truth }) => (truth.habit === '-' ? [] : [truth.habit]))),
    '## By method\n\nWhat was allocated automatically, by the first thing that the text names.\n', methodOfTable(all),
    '## By confidence\n\nProposals that allocate something, right or not, automatic or not.\n', bandTable(all),
    `## Time and memory\n\nThe engine alone, history at hand; each size in a process of its own, in processor time of all its threads. Machine: ${machine}.\n`,
    '### First call of a process, by size\n', sizeTable(sizes),
    ...(row ? ['### A million transactions\n', rowTable(sizes.find(({ openItems }) => openItems === row.openItems)!, row)] : []),
  ].join('\n');
}

function methodTable(runs: readonly MethodRun[]): string {
  const names = [...new Set(runs.map(({ method }) => method))];
  const rows = names.map((method) => {
    const own = runs.filter((run) => run.method === method);
    const sum = (share: (run: MethodRun) => Share): Share => add(own.map(share));
    const ms = own.reduce((total, { msPerTransaction }) => total + msPerTransaction, 0) / own.length;
    return [method, percent(sum(({ summary }) => summary.allocated)), precision(sum(({ summary }) => summary.precision)), `${milliseconds(ms)} ms`];
  });
  const worlds = [...new Set(runs.map(({ world }) => world))].join(', ');
  const credits = runs.filter(({ method }) => method === names[0]).reduce((total, { summary }) => total + summary.entries, 0);
  return `${count(credits)} credits of the worlds ${worlds}, the same for all.\n\n${table(['method', 'allocated by itself and right', 'right of allocated', 'a transaction'], rows)}`;
}

function variantTable(worlds: readonly RunWorld[], variant: Variant): string {
  const row = (name: string, judgements: readonly Judgement[]): string[] => {
    const of = summarize(judgements);
    return [name, count(of.payments), percent(of.allocated), precision(of.precision), percent(of.topThree), percent(of.differences), decimal(of.calibrationError, 4)];
  };
  const rows = worlds.map(({ planned, judgements }) => row(planned.name, judgements[variant]));
  rows.push(row('**all**', worlds.flatMap(({ judgements }) => judgements[variant])));
  return table(['world', 'payments', 'allocated by itself and right', 'right of allocated', 'right among first three', 'differences named', 'calibration error'], rows);
}

function groupTable(label: string, groups: readonly [string, Judgement[]][]): string {
  const rows = groups.map(([name, judgements]) => {
    const of = summarize(judgements);
    return [name, count(of.entries), percent(of.allocated), precision(of.precision), percent(of.topThree)];
  });
  return table([label, 'entries', 'allocated by itself and right', 'right of allocated', 'right among first three'], rows);
}

function methodOfTable(judgements: readonly Judgement[]): string {
  const groups = groupBy(judgements.filter(({ automatic }) => automatic), ({ method }) => [method]);
  return table(['method', 'allocated', 'right'], groups.map(([method, own]) => [method, count(own.length), precision({ count: own.filter(isRight).length, of: own.length })]));
}

function bandTable(judgements: readonly Judgement[]): string {
  const rows = bandsOf(judgements, [0, 0.25, 0.5, 0.75, 0.9, 0.95, 0.97, 0.985, 0.995, 0.999]).map(({ from, to, proposals, meanConfidence, right }) => [
    `${decimal(from, 3)} to ${decimal(to, 3)}`, count(proposals), proposals === 0 ? '' : decimal(meanConfidence, 4), proposals === 0 ? '' : decimal(right / proposals, 4),
  ]);
  return table(['confidence', 'proposals', 'mean confidence', 'right'], rows);
}

function sizeTable(sizes: readonly EngineTimes[]): string {
  const first = sizes[0]!;
  const cost = ({ decideMs, credits }: EngineTimes): number => decideMs / credits;
  const rows = sizes.map((of) => [
    count(of.openItems), count(of.customers), count(of.credits), count(of.history), `${decimal(of.indexMs / 1000, 2)} s`, `${decimal(of.learnMs / 1000, 1)} s`,
    `${decimal(cost(of) * 1000, 0)} µs`, count(Math.round(1000 / cost(of))), `${decimal(cost(of) / cost(first), 2)}x`, `${count(Math.round(of.indexBytes / of.openItems))} B`,
  ]);
  return table(['open items', 'customers', 'credits', 'history', 'building the index', 'learning the history', 'a transaction', 'a second', `cost beside ${count(first.openItems)} items`, 'memory an item, customers included'], rows);
}

/** The first call of a process beside a million transactions in a row, with the same open items and history. */
export function rowTable(first: EngineTimes, row: RowTimes): string {
  const line = (name: string, { credits, decideMs }: Pick<RowTimes, 'credits' | 'decideMs'>): string[] => {
    const aSecond = credits / (decideMs / 1000);
    return [name, count(credits), `${decimal(decideMs / 1000, 1)} s`, count(Math.round(aSecond)), `${decimal(1_000_000 / aSecond, 1)} s`];
  };
  return `With ${count(row.openItems)} open items and a history of ${count(row.history)}. Asked for: at least 16,700 a second on one core, 60 s for a million.\n\n${table(
    ['decided', 'transactions', 'processor time', 'a second', 'a million take'], [line('first call of a process', first), line('a million in a row', row)],
  )}`;
}

function add(shares: readonly Share[]): Share {
  return { count: shares.reduce((sum, share) => sum + share.count, 0), of: shares.reduce((sum, share) => sum + share.of, 0) };
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return `${[line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')}\n`;
}

const count = (value: number): string => new Intl.NumberFormat('en').format(value);
const decimal = (value: number, digits: number): string => new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
const milliseconds = (value: number): string => new Intl.NumberFormat('en', { maximumSignificantDigits: 2 }).format(value);
const percent = (share: Share): string => (share.of === 0 ? '' : `${decimal((100 * share.count) / share.of, 1)} %`);
/** With the wrong ones counted: at this height a share alone says little. */
const precision = (share: Share): string => (share.of === 0 ? '' : `${decimal((100 * share.count) / share.of, 2)} % (${count(share.of - share.count)} of ${count(share.of)} wrong)`);
