import { type bankImportHttp, type cashHttp, type invoicingHttp, type matchingHttp } from '@lettrage/contracts';
import { dateOfInstant } from '@lettrage/calendar';
import { type ApiClient } from './api-client.js';
import { until } from './patience.js';
import { sampleCompany } from './sample-company.js';
import { agedTable, forecastTable, shown } from './tables.js';

type Say = (text: string) => void;

/** Figures that are the same after so long have arrived: what changed them is announced within a second. */
const restMs = 3000;

interface Figures {
  readonly balance: cashHttp.AgedBalance;
  readonly forecast: cashHttp.Forecast;
}

/** The main job through the public API, told as it goes: a company, two statements, what was matched, and how the figures moved. */
export async function runDemo(api: ApiClient, say: Say, now: Date): Promise<void> {
  const company = sampleCompany(dateOfInstant(now, 'Europe/Paris'));
  say(`\nA sample company: ${company.counts.customers} customers, ${company.counts.invoices} open invoices and credit notes, ${company.counts.history} confirmed payments of the past year.`);
  await api.send<invoicingHttp.ImportResult>('customers/import', company.customers, 'text/csv');
  await api.send<invoicingHttp.ImportResult>('invoices/import', company.invoices, 'text/csv');
  await until('the history finds its customers', () => api.send('history', company.history, 'application/jsonl').then(() => true, (error: Error) => error.message), (answer) => answer === true);
  const expected = openTotal(company.invoices);
  await until('the aged balance shows all open invoices', () => figures(api), ({ balance }) => balance.totals[0]?.total === expected);
  const before = await settledFigures(api);

  for (const { filename, bytes } of company.statements) await uploadAndFollow(api, say, filename, bytes);
  const summary = await api.get<matchingHttp.QueueSummary>('queue/summary');
  say(`\nOf all credits: ${summary.settledAutomatically} were allocated by themselves, ${summary.waiting} wait for a reviewer (${because(summary)}).`);
  await showThree(api, say);

  const after = await settledFigures(api);
  say(`\nAged balance\n${agedTable([{ label: 'before', balance: before.balance }, { label: 'after', balance: after.balance }])}`);
  for (const { currency, amount, transactions } of after.balance.unidentified) say(`  and ${shown(amount)} ${currency} received in ${transactions} transactions whose customer nobody has named yet`);
  say(`\nForecast of the next four weeks, cumulative\n${forecastTable([{ label: 'before', forecast: before.forecast }, { label: 'after', forecast: after.forecast }])}`);
}

async function figures(api: ApiClient): Promise<Figures> {
  const [balance, forecast] = await Promise.all([api.get<cashHttp.AgedBalance>('aged-balance?limit=1'), api.get<cashHttp.Forecast>('forecast?days=28')]);
  return { balance, forecast };
}

/** The figures once they rest: a history of a year takes a moment to be learned from. */
async function settledFigures(api: ApiClient): Promise<Figures> {
  let last = '';
  return until('the figures rest', async () => {
    await new Promise((resolve) => setTimeout(resolve, restMs));
    return figures(api);
  }, (now) => {
    const same = JSON.stringify(now) === last;
    last = JSON.stringify(now);
    return same && now.forecast.days.length > 0;
  });
}

async function uploadAndFollow(api: ApiClient, say: Say, filename: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  say(`\nUploading ${filename} (${bytes.length.toLocaleString('en')} bytes)`);
  const { statementFile } = await api.upload<bankImportHttp.UploadResult>('statements', filename, bytes);
  const path = `statements/${statementFile.statementFileId}`;
  let last = '';
  const file = await until(`${filename} is read`, async () => {
    const state = await api.get<bankImportHttp.StatementFile>(path);
    if (state.state !== last) say(`  ${(last = state.state)}`);
    return state;
  }, ({ state }) => state === 'completed' || state === 'refused');
  if (file.problem) throw new Error(`${filename} was refused: ${file.problem.message}; ${file.problem.remedy}`);
  const balances = file.statements.map(({ balanced, openingBalance, closingBalance }) =>
    balanced === null ? 'the file gives no balances' : `${shown(openingBalance!)} + entries ${balanced ? '=' : 'is NOT'} ${shown(closingBalance!)}: ${balanced ? 'balanced' : 'not balanced'}`);
  say(`  ${file.format}: ${file.imported} transactions imported, ${file.known} known already; ${balances.join('; ')}`);
  for (const warning of file.warnings) say(`  warning: ${warning.message}`);
  const summary = await until(`the credits of ${filename} are decided`, () => api.get<matchingHttp.QueueSummary>(`queue/summary?statementFileId=${file.statementFileId}`),
    (s) => s.requested === 0 && s.waiting + s.settledAutomatically > 0);
  say(`  ${summary.settledAutomatically} allocated by themselves, ${summary.waiting} to the queue`);
}

async function showThree(api: ApiClient, say: Say): Promise<void> {
  const { items } = await api.get<{ items: matchingHttp.QueueEntry[] }>('queue?limit=100');
  const byChance = items.filter((entry) => entry.proposals.length > 0).toSorted((a, b) => b.proposals[0]!.confidence - a.proposals[0]!.confidence);
  const [invoice, account] = [true, false].map((named) => byChance.find((entry) => entry.proposals[0]!.lines.length > 0 === named));
  const three = [invoice, account, items.find((entry) => entry.proposals.length === 0) ?? byChance[1]];
  say('Three of them:');
  for (const entry of new Set(three)) if (entry) say(entryText(entry));
}

function entryText(entry: matchingHttp.QueueEntry): string {
  const head = `  ${entry.bookingDate}  ${shown(entry.amount)} ${entry.currency}  ${entry.counterpartyName ?? '(no name)'}  "${entry.remittance ?? ''}"`;
  const [best] = entry.proposals;
  if (!best) return `${head}\n    no open item explains it`;
  const lines = best.lines.map((line) => `${line.number} ${shown(line.amount)}`).join(', ') || best.difference?.kind.replaceAll('_', ' ') || '';
  const reasons = best.reasons.map(({ text }) => `      - ${text}`).join('\n');
  return `${head}\n    perhaps ${best.customerName ?? 'someone'}: ${lines} (${Math.round(best.confidence * 100)} %), ${entry.proposals.length === 1 ? 'the only candidate' : `the first of ${entry.proposals.length} candidates`}\n${reasons}`;
}

function because({ waitingBecause }: matchingHttp.QueueSummary): string {
  return Object.entries(waitingBecause).map(([why, count]) => `${count} ${why.replaceAll('_', ' ')}`).join(', ');
}

/** Sum of the column open_amount, as a decimal string. */
function openTotal(invoicesCsv: string): string {
  const cents = invoicesCsv.trimEnd().split('\n').slice(1).reduce((sum, line) => sum + BigInt(line.split(',')[7]!.replace('.', '')), 0n);
  return `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
}
