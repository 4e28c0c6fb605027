import { isAscii, isUtf8 } from 'node:buffer';
import { StatementFault } from '../statement-fault.js';
import { say } from '../catalogue/sentences.js';

/** Labels of the WHATWG encoding standard, lower case; `ascii`, `iso-8859-1` and `windows-1252` are one there. */
export type Encoding = string;

/** The encoding that the first bytes prove: a byte order mark, or the zero bytes of UTF-16. Null when they prove none. */
export function provenEncoding(head: Uint8Array): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head.length >= 4 && head[0] !== 0 && head[1] === 0 && head[2] !== 0 && head[3] === 0) return 'utf-16le';
  if (head.length >= 4 && head[0] === 0 && head[1] !== 0 && head[2] === 0 && head[3] !== 0) return 'utf-16be';
  return null;
}

/** Turns chunks of bytes into text, strictly: bytes that do not fit the encoding throw `wrong_encoding`. */
export interface TextDecoding {
  readonly encoding: Encoding;
  /** Bytes of a character that the last chunk cut. */
  readonly held?: Uint8Array;
  decode(chunk: Uint8Array): string;
  /** So many bytes were whole characters, and are not decoded. */
  pass?(bytes: number): void;
  end(): string;
}

export function textDecoding(encoding: Encoding, file: string): TextDecoding {
  if (encoding === 'utf-8') return new Utf8Decoding(file);
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new StatementFault('unsupported_encoding', file, { line: 1, column: 1 }, say('file_encoding_unknown', { quoted: encoding.slice(0, 40) }), encoding);
  }
  let consumed = 0;
  const strictly = (chunk: Uint8Array, last: boolean): string => {
    try {
      const text = decoder.decode(chunk, { stream: !last });
      consumed += chunk.length;
      return text;
    } catch {
      const text = new TextDecoder(encoding).decode(chunk);
      const at = Math.max(0, text.indexOf('\ufffd'));
      // In UTF-16 the byte is known exactly; of other encodings only where the piece begins in which it is.
      throw new StatementFault('wrong_encoding', file, { byte: consumed + (encoding.startsWith('utf-16') ? at * 2 : 0) }, say('file_bytes', { encoding }), around(text, at));
    }
  };
  return { encoding, decode: (chunk) => strictly(chunk, false), end: () => strictly(new Uint8Array(0), true) };
}

/** Faster than `TextDecoder` in stream mode, which is slow on what most chunks are: plain ASCII. */
class Utf8Decoding implements TextDecoding {
  readonly encoding = 'utf-8';
  held: Uint8Array = new Uint8Array(0);
  private first = true;
  /** Bytes before those that are being looked at. */
  private consumed = 0;

  constructor(private readonly file: string) {}

  decode(chunk: Uint8Array): string {
    let bytes = chunk;
    if (this.held.length > 0) {
      bytes = new Uint8Array(this.held.length + chunk.length);
      bytes.set(this.held);
      bytes.set(chunk, this.held.length);
    }
    const whole = wholeCharacters(bytes);
    const text = this.text(Buffer.from(bytes.buffer, bytes.byteOffset, whole));
    this.held = bytes.slice(whole);
    this.consumed += whole;
    return text;
  }

  pass(bytes: number): void {
    this.first = false;
    this.consumed += bytes;
  }

  end(): string {
    if (this.held.length > 0) this.refuse(Buffer.from(this.held));
    return '';
  }

  private text(bytes: Buffer): string {
    let text: string;
    if (isAscii(bytes)) text = bytes.toString('latin1');
    else if (isUtf8(bytes)) text = bytes.toString('utf8');
    else return this.refuse(bytes);
    if (this.first && text !== '') {
      this.first = false;
      if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
    }
    return text;
  }

  private refuse(bytes: Buffer): never {
    const text = bytes.toString('utf8');
    const at = text.indexOf('\ufffd');
    throw new StatementFault('wrong_encoding', this.file, { byte: this.consumed + Buffer.byteLength(text.slice(0, at)) }, say('file_bytes', { encoding: 'UTF-8' }), around(text, at));
  }
}

function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 40), at + 20);
}

/** Length up to the last character that is complete. */
function wholeCharacters(bytes: Uint8Array): number {
  const end = bytes.length;
  for (let back = 1; back <= Math.min(3, end); back++) {
    const byte = bytes[end - back]!;
    if (byte < 0x80) return end;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? end - back : end;
  }
  return end;
}

/** The encoding of an XML file: what its first bytes prove, else what its declaration says, else UTF-8 (XML 1.0, appendix F). */
export function xmlEncoding(head: Uint8Array): Encoding {
  const proven = provenEncoding(head);
  if (proven !== null) return proven;
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 400)).toString('latin1');
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(start)?.[1]?.toLowerCase();
  // A file that declares UTF-16 without being it is ASCII that lost its wide characters on the way.
  return declared === undefined || declared === 'utf8' || declared === 'us-ascii' || declared.startsWith('utf-16') ? 'utf-8' : declared;
}
