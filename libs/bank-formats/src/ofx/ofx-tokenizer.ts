import type { Sentence } from '@lettrage/sentences';
import { limits } from '../limits.js';
import { type FaultCode, type Place, StatementFault } from '../statement-fault.js';
import { say } from '../catalogue/sentences.js';

const lineFeed = 10;

export interface OfxHandler {
  open(tag: string): void;
  /** A tag with its value; OFX 1 leaves its end tag out. */
  value(tag: string, text: string): void;
  close(tag: string): void;
}

/**
 * Tags of OFX 1 (SGML, leaves unclosed or closed) and OFX 2 (XML): both are `<TAG>text` without attributes. An ampersand that
 * begins no known entity stands for itself, as banks write it.
 */
export class OfxTokenizer {
  private buffer = '';
  private tags = 0;
  private tag: string | null = null;
  private line = 1;
  /** Characters before the buffer, and before the line that is being read. */
  private consumed = 0;
  private lineStart = 0;
  private at = 0;
  ended = false;

  constructor(
    private readonly handler: OfxHandler,
    private readonly file: string,
  ) {}

  /** Counts the lines of what is no markup, such as the header of OFX 1. */
  skip(text: string): void {
    this.countLines(text, 0, text.length);
    this.consumed += text.length;
  }

  private countLines(text: string, from: number, to: number): void {
    // Not by indexOf: in a file of one line it would look through all of it for every tag.
    for (let i = from; i < to; i++) {
      if (text.charCodeAt(i) !== lineFeed) continue;
      this.line++;
      this.lineStart = this.consumed + i + 1;
    }
  }

  write(text: string): void {
    this.buffer += text;
    let position = 0;
    for (;;) {
      const open = this.nextTag(position);
      const close = open < 0 ? -1 : this.endOfTag(open);
      if (close < 0) {
        if (open < 0 && this.tag === null) {
          this.countLines(this.buffer, position, this.buffer.length);
          position = this.buffer.length;
        }
        break;
      }
      this.at = open;
      this.giveText(this.buffer.slice(position, open));
      this.countLines(this.buffer, position, open);
      this.markup(this.buffer.slice(open + 1, close));
      position = close + 1;
    }
    this.buffer = this.buffer.slice(position);
    this.consumed += position;
    this.at = 0;
    if (this.buffer.length > limits.xmlTokenChars) this.fault('limit_exceeded', say('ofx_text', { most: String(limits.xmlTokenChars) }));
  }

  end(): void {
    if (!this.ended) this.fault('xml_truncated', say('ofx_cut'));
  }

  place(): Place {
    return { line: this.line, column: this.consumed + this.at - this.lineStart + 1 };
  }

  fault(code: FaultCode, problem: Sentence): never {
    throw new StatementFault(code, this.file, this.place(), problem, this.buffer.slice(Math.max(0, this.at - 40), this.at + 40));
  }

  /** The next `<` that begins a tag: before a blank or a figure it is part of a text that nobody escaped. */
  private nextTag(position: number): number {
    let open = this.buffer.indexOf('<', position);
    while (open >= 0 && open + 1 < this.buffer.length && /[\s\d=<]/.test(this.buffer[open + 1]!)) open = this.buffer.indexOf('<', open + 1);
    return open;
  }

  private endOfTag(open: number): number {
    const close = this.buffer.startsWith('<![CDATA[', open) ? ']]>' : this.buffer.startsWith('<!--', open) ? '-->' : '>';
    const end = this.buffer.indexOf(close, open);
    return end < 0 ? -1 : end + close.length - 1;
  }

  private markup(content: string): void {
    if (content.startsWith('![CDATA[')) {
      if (this.tag !== null) this.handler.value(this.tag, content.slice(8, -2).trim());
      this.tag = null;
      return;
    }
    if (/^!DOCTYPE/i.test(content)) this.fault('doctype_refused', say('xml_doctype'));
    if (content.startsWith('?') || content.startsWith('!')) return;
    const name = content.replace(/^\/|\/$/g, '').trim().toUpperCase();
    if (!/^[A-Z][\w.]*(?:\s|$)/.test(name)) this.fault('bad_record', say('ofx_tag', { quoted: content.slice(0, 40) }));
    this.tag = null;
    if (name === 'STMTTRN') this.tags = 0;
    else if (++this.tags > limits.xmlUnread) this.fault('limit_exceeded', say('ofx_unread', { most: String(limits.xmlUnread) }));
    if (content.startsWith('/')) {
      this.ended ||= name === 'OFX';
      this.handler.close(name);
    } else if (!content.endsWith('/')) {
      this.tag = name;
      this.handler.open(name);
    }
  }

  private giveText(text: string): void {
    const value = text.trim();
    if (value === '' || this.tag === null) return;
    this.handler.value(this.tag, decoded(value));
    this.tag = null;
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Some banks escape what they have escaped already. */
function decoded(text: string): string {
  return decodedOnce(decodedOnce(text));
}

function decodedOnce(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{2,6}));/g, (whole, name: string | undefined, code: string | undefined) => {
    if (name !== undefined) return entities[name]!;
    const point = Number(code);
    return point >= 32 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : whole;
  });
}
