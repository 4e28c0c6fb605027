import { isUtf8 } from 'node:buffer';
import { provenEncoding, type TextDecoding, textDecoding } from './text-decoding.js';
import { StatementFault } from '../statement-fault.js';

/**
 * Text formats say nothing of their encoding: byte order mark, else strict UTF-8 as long as that holds, else the given single-byte
 * encoding. UTF-8 that fails after it had proven itself is damage, not another encoding.
 */
export class GuessedText implements TextDecoding {
  private decoding: TextDecoding;
  private certain: boolean;

  constructor(
    head: Uint8Array,
    private readonly singleByte: string,
    private readonly file: string,
  ) {
    const proven = provenEncoding(head);
    this.certain = proven !== null;
    this.decoding = textDecoding(proven ?? (seemsUtf8(head) ? 'utf-8' : singleByte), file);
  }

  get encoding(): string {
    return this.decoding.encoding;
  }

  decode(chunk: Uint8Array): string {
    if (this.certain || this.encoding !== 'utf-8') return this.decoding.decode(chunk);
    try {
      const text = this.decoding.decode(chunk);
      // oxlint-disable-next-line no-control-regex -- any character beyond ASCII proves the encoding
      this.certain = /[^\u0000-\u007f]/.test(text);
      return text;
    } catch (error) {
      if (!(error instanceof StatementFault)) throw error;
      return this.fallBack() + this.decoding.decode(chunk);
    }
  }

  /** Whether no character is cut at the end of what was decoded. */
  get isWhole(): boolean {
    return !this.decoding.held?.length;
  }

  /** Passes over bytes that are read as they stand: whole characters of the encoding, which the caller has looked at. */
  pass(bytes: number, isAscii = false): void {
    this.decoding.pass?.(bytes);
    this.certain ||= !isAscii;
  }

  end(): string {
    // What seemed to begin a character of UTF-8 was the last letter of a single-byte text.
    if (!this.certain && this.decoding.held?.length) return this.fallBack();
    return this.decoding.end();
  }

  /** Goes on in the single-byte encoding, with the bytes that the other one held back. */
  private fallBack(): string {
    const held = this.decoding.held ?? new Uint8Array(0);
    this.decoding = textDecoding(this.singleByte, this.file);
    return this.decoding.decode(held);
  }
}

/** Strict UTF-8 except for a character that the end of the head may cut. */
function seemsUtf8(head: Uint8Array): boolean {
  for (let cut = 0; cut < Math.min(4, head.length + 1); cut++) if (isUtf8(head.subarray(0, head.length - cut))) return true;
  return false;
}
