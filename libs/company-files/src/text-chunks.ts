import { createReadStream } from 'node:fs';
import { type CompanyFile, CompanyFileFault, nameOf } from './company-file.js';
import { say } from './company-sentences.js';

/** The file's text, chunk by chunk, as strict UTF-8 without its byte order mark; an unreadable file or a wrong encoding is refused. */
export async function* textChunks(file: CompanyFile): AsyncGenerator<string> {
  const path = nameOf(file);
  const source = typeof file === 'string' ? (createReadStream(file, { highWaterMark: 1 << 18 }) as AsyncIterable<Uint8Array>) : file.bytes;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  const decoded = (chunk?: Uint8Array): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      const sound = chunk ? new TextDecoder('utf-8').decode(chunk).split('\ufffd')[0]! : '';
      throw new CompanyFileFault('not_utf8', path, { byte: bytes + Buffer.byteLength(sound) }, say('company_not_utf8'), 'save the file as UTF-8 and try again', sound.slice(-40));
    }
  };
  try {
    for await (const chunk of source) {
      yield decoded(chunk);
      bytes += chunk.length;
    }
  } catch (error) {
    const { syscall, message } = error as NodeJS.ErrnoException;
    if (syscall) throw new CompanyFileFault('file_unreadable', path, {}, say('company_unreadable', { quoted: message }), 'check the path and its rights');
    throw error;
  }
  const rest = decoded();
  if (rest !== '') yield rest;
}

/** The longest line a JSONL file may have, in characters: far above any real credit, far below what would exhaust memory. */
const longestLine = 4_000_000;

/** The file's lines with their numbers from 1, without line ends; the last may lack one. */
export async function* textLines(file: CompanyFile): AsyncGenerator<{ line: number; text: string }> {
  const path = nameOf(file);
  let line = 1;
  let rest = '';
  for await (const chunk of textChunks(file)) {
    let start = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
      yield { line, text: withoutReturn(rest + chunk.slice(start, end)) };
      rest = '';
      start = end + 1;
      line += 1;
    }
    rest += chunk.slice(start);
    if (rest.length > longestLine) throw new CompanyFileFault('line_too_long', path, { line }, say('company_line', { most: String(longestLine) }), 'write one JSON object a line', rest);
  }
  if (rest !== '') yield { line, text: withoutReturn(rest) };
}

function withoutReturn(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}
