import { GuessedText } from '../bytes/guessed-text.js';
import type { ReadContext } from '../format-reader.js';
import type { FileSummary, StatementEvent } from '../statement.js';
import { Cfonb120Reader } from './cfonb120-reader.js';
import { RecordCutter } from './record.js';

/** Record by record. */
export async function* readCfonb120(source: AsyncIterable<Uint8Array>, context: ReadContext): AsyncGenerator<StatementEvent[], FileSummary> {
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
