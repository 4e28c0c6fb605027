import { limits } from '../limits.js';
import { StatementFault } from '../statement-fault.js';
import type { TextDecoding } from './text-decoding.js';
import { say } from '../catalogue/sentences.js';

/** The lines of a text file, chunk by chunk, without their ends; CR, LF and CR LF all end a line. */
export async function* textLines(source: AsyncIterable<Uint8Array>, open: (head: Uint8Array) => TextDecoding, file: string): AsyncGenerator<string[]> {
  let decoding: TextDecoding | undefined;
  let rest = '';
  let complete = 0;
  for await (const chunk of source) {
    decoding ??= open(chunk);
    const text = rest + decoding.decode(chunk);
    // A carriage return at the end may be half of a line end.
    const held = text.endsWith('\r') ? 1 : 0;
    const lines = text.slice(0, text.length - held).split(/\r\n|\r|\n/);
    rest = lines.pop()! + text.slice(text.length - held);
    if (rest.length > limits.csvRowChars) throw new StatementFault('limit_exceeded', file, { line: complete + lines.length + 1 }, say('file_line', { most: String(limits.csvRowChars) }), rest);
    complete += lines.length;
    yield lines;
  }
  rest += decoding?.end() ?? '';
  if (rest !== '') yield rest.split(/\r\n|\r|\n/);
}
