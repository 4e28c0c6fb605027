import { parseArgs } from 'node:util';
import { type FileSummary, type FormatName, readStatementRows, StatementFault } from '@lettrage/bank-formats';
import { Refusal, WrongUsage } from '../cli/exit.js';
import { givenOnce } from '../cli/given-once.js';
import { fileBytes } from '../cli/file-bytes.js';
import { type FileSink, writeWhole, writeWholeFile } from '../cli/output.js';
import { refuseOverwriting } from '../cli/own-files.js';
import { linesOf } from './parse/plain-line.js';
import { summaryOf, TransactionLines } from './parse/transaction-line.js';

const formats = ['auto', 'camt', 'csv', 'mt940', 'ofx', 'cfonb120'] as const;
export const usage = `lettrage parse FILE... --out transactions.jsonl [--summary summary.json] [--format ${formats.join('|')}] [--profile NAME]`;

/** Statement files to one JSON line a transaction, and a summary of balances and warnings; whole or not at all. */
export async function run(args: string[]): Promise<void> {
  const { files, out, summary, format, profile } = options(args);
  await refuseOverwriting(files, [out, summary]);
  const read: FileSummary[] = [];
  await writeWholeFile(out, async (sink) => {
    let statementsBefore = 0;
    for (const file of files) {
      const done = await writeFile(file, format, profile, statementsBefore, sink);
      statementsBefore += done.statements.length;
      read.push(done);
    }
    if (summary !== undefined) await writeWhole(summary, async (summarySink) => summarySink.write(`${JSON.stringify({ files: read.map(summaryOf) }, null, 2)}\n`));
  });
}

async function writeFile(file: string, format: 'auto' | FormatName, profile: string | undefined, statementsBefore: number, sink: FileSink): Promise<FileSummary> {
  const events = readStatementRows(fileBytes(file), { file, format, profile, today: new Date().toISOString().slice(0, 10) });
  const lines = new TransactionLines(statementsBefore);
  try {
    for (;;) {
      const next = await events.next();
      if (next.done) return next.value;
      for (const event of next.value) {
        const full = event.kind === 'transaction' ? sink.write(lines.line(event.transaction)) : undefined;
        if (full) await full;
        if (event.kind === 'plain') for (const more of linesOf(event, statementsBefore)) await sink.copy(more);
      }
    }
  } catch (error) {
    if (error instanceof StatementFault) throw new Refusal(error.message);
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code !== undefined && (syscall === 'open' || syscall === 'read')) throw new Refusal(`${file}: cannot be read (${code}); check the path and its rights`);
    throw error;
  }
}

function options(args: string[]): { files: string[]; out: string; summary: string | undefined; format: 'auto' | FormatName; profile: string | undefined } {
  const strings = { type: 'string', multiple: true } as const;
  try {
    const { values, positionals: files } = parseArgs({ args, allowPositionals: true, options: { out: strings, summary: strings, format: strings, profile: strings } });
    const [out, named = 'auto'] = [givenOnce(values, 'out'), givenOnce(values, 'format')];
    const format = formats.find((name) => name === named);
    if (format === undefined) throw new TypeError(`--format ${named} is not one of ${formats.join(', ')}`);
    if (files.length === 0) throw new TypeError('no file given');
    if (out === undefined) throw new TypeError('--out is missing');
    return { files, out, summary: givenOnce(values, 'summary'), format, profile: givenOnce(values, 'profile') };
  } catch (error) {
    throw new WrongUsage(`lettrage parse: ${(error as Error).message}\nusage: ${usage}`);
  }
}
