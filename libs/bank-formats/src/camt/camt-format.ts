import { textDecoding, xmlEncoding } from '../bytes/text-decoding.js';
import type { FileHead, FormatReader, ReadContext } from '../format-reader.js';
import type { FileSummary, StatementEvent } from '../statement.js';
import { afterProlog } from '../xml/prolog.js';
import { CamtReader } from './camt-reader.js';

/** CAMT.052, .053 and .054: any XML that is not another format's, so that the refusal can say which message it is. */
export const camtFormat: FormatReader = {
  name: 'camt',
  lookedFor: 'XML of ISO 20022 (camt.052, camt.053, camt.054)',
  detect: (head: FileHead) => /^\s*<(?:\?xml|!--|!DOCTYPE|[A-Za-z_])/.test(head.text) && !/^<(?:\?OFX|OFX[\s>]|!DOCTYPE html|html)/i.test(afterProlog(head.text)),
  read,
};

async function* read(source: AsyncIterable<Uint8Array>, context: ReadContext): AsyncGenerator<StatementEvent[], FileSummary> {
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
