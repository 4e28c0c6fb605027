import { GuessedText } from '../bytes/guessed-text.js';
import { textLines } from '../bytes/text-lines.js';
import type { ReadContext } from '../format-reader.js';
import type { FileSummary, StatementEvent } from '../statement.js';
import { Mt940Reader } from './mt940-reader.js';

// By the country of the account, or by its currency.
const isCentralEuropean = /^:(?:25P?:(?:\/|[A-Z]{6}[A-Z0-9]{2,5}\/)?(?:PL|CZ|SK|HU|RO|HR|SI)\d\d|60[FM]:[CD]\d{6}(?:PLN|CZK|HUF|RON))/m;

/** The encoding that the bytes have where they are not UTF-8. */
function singleByteOf(head: Uint8Array): string {
  return isCentralEuropean.test(new TextDecoder('latin1').decode(head)) ? 'windows-1250' : 'windows-1252';
}

/** Line by line. */
export async function* readMt940(source: AsyncIterable<Uint8Array>, context: ReadContext): AsyncGenerator<StatementEvent[], FileSummary> {
  const reader = new Mt940Reader(context);
  let text: GuessedText | undefined;
  let hasSigns: boolean | undefined;
  const open = (head: Uint8Array): GuessedText => (text = new GuessedText(head, singleByteOf(head), context.file));
  for await (const lines of textLines(source, open, context.file)) {
    for (const line of lines) {
      // What comes by HBCI may have two signs for each line break.
      hasSigns ??= line.startsWith('@@:20:');
      if (hasSigns) for (const part of line.split('@@')) reader.line(part);
      else reader.line(line);
    }
    yield reader.events;
    reader.events = [];
  }
  reader.end();
  yield reader.events;
  return { file: context.file, format: 'mt940', version: reader.isInterim ? 'MT942' : 'MT940', encoding: text?.encoding ?? 'utf-8', statements: reader.statements, warnings: reader.warnings.all };
}
