import { textDecoding, xmlEncoding } from '../bytes/text-decoding.js';
import type { ReadContext } from '../format-reader.js';
import type { FileSummary, StatementEvent } from '../statement.js';
import { CamtReader } from './camt-reader.js';

/** One entry at a time, whatever the version of the message. */
export async function* readCamt(source: AsyncIterable<Uint8Array>, context: ReadContext): AsyncGenerator<StatementEvent[], FileSummary> {
  const reader = new CamtReader(context);
  let decoding: ReturnType<typeof textDecoding> | undefined;
  for await (const chunk of source) {
    decoding ??= textDecoding(xmlEncoding(chunk), context.file);
    reader.xml.write(decoding.decode(chunk));
    if (reader.events.length === 0) continue;
    yield reader.events;
    reader.events = [];
  }
  if (decoding) reader.xml.write(decoding.end());
  reader.end();
  if (reader.events.length > 0) yield reader.events;
  return { file: context.file, format: 'camt', version: reader.version, encoding: decoding?.encoding ?? 'utf-8', statements: reader.statements, warnings: reader.warnings.all };
}
