import { GuessedText } from '../bytes/guessed-text.js';
import type { ReadContext } from '../format-reader.js';
import type { FileSummary, StatementEvent } from '../statement.js';
import { OfxReader } from './ofx-reader.js';

/** Element by element. */
export async function* readOfx(source: AsyncIterable<Uint8Array>, context: ReadContext): AsyncGenerator<StatementEvent[], FileSummary> {
  const reader = new OfxReader(context);
  let text: GuessedText | undefined;
  let version: string | null = null;
  for await (const chunk of source) {
    const isFirst = text === undefined;
    text ??= new GuessedText(chunk, 'windows-1252', context.file);
    let decoded = text.decode(chunk);
    if (isFirst) {
      version = /VERSION\s*[:=]\s*"?(\d{3})/.exec(decoded.slice(0, 1000).replace(/<\?xml[^>]*>/, ''))?.[1] ?? null;
      // The header of OFX 1 is no markup.
      const start = Math.max(0, decoded.indexOf('<'));
      reader.tokens.skip(decoded.slice(0, start));
      decoded = decoded.slice(start);
    }
    reader.tokens.write(decoded);
    yield reader.events;
    reader.events = [];
  }
  reader.end();
  yield reader.events;
  return { file: context.file, format: 'ofx', version, encoding: text?.encoding ?? 'utf-8', statements: reader.statements, warnings: reader.warnings.all };
}
