import { GuessedText } from '../bytes/guessed-text.js';
import type { FormatReader, ReadContext } from '../format-reader.js';
import type { FileSummary, StatementEvent } from '../statement.js';
import { Cfonb120Reader } from './cfonb120-reader.js';
import { RecordCutter } from './record.js';

/** CFONB 120, the account statement of the French banks: fixed records of 120 characters. */
export const cfonb120Format: FormatReader = {
  name: 'cfonb120',
  lookedFor: 'CFONB 120 (records 01, 04, 05, 07)',
  detect: (head) => /^\s*0[1457][0-9A-Z ]{5}.{4}[0-9A-Z ]{5}(?:[A-Z]{3}| {3})[\d ].[0-9A-Z ]{11}.{2}\d{6}/.test(head.text),
  read,
};

async function* read(source: AsyncIterable<Uint8Array>, context: ReadContext): AsyncGenerator<StatementEvent[], FileSummary> {
  const reader = new Cfonb120Reader(context);
  const cutter = new RecordCutter();
  let text: GuessedText | undefined;
  for await (const chunk of source) {
    text ??= new GuessedText(chunk, 'windows-1252', context.file);
    for (const record of cutter.write(text.decode(chunk))) reader.record(record);
    yield reader.events;
    reader.events = [];
  }
  for (const record of [...cutter.write(text?.end() ?? ''), ...cutter.end()]) reader.record(record);
  reader.end();
  yield reader.events;
  return { file: context.file, format: 'cfonb120', version: null, encoding: text?.encoding ?? 'utf-8', statements: reader.statements, warnings: reader.warnings.all };
}
