/** The codes of a text's characters. */
export type Codes = Uint8Array | Uint16Array;

/**
 * The codes of the characters of one text after the other, each with a zero behind it. Looking at single characters of a string costs several times what looking
 * at numbers does, because it may be put together of others; the memory is used again for the next text.
 */
export class CharacterCodes {
  codes: Codes = new Uint8Array(1);
  private length = 0;
  private narrow = Buffer.alloc(0);
  private wide = new Uint16Array(0);
  /** Of the narrow codes. */
  private view = new DataView(this.narrow.buffer);

  put(text: string): void {
    const { length } = text;
    if (/[\u0100-\uffff]/.test(text)) {
      if (this.wide.length <= length) this.wide = new Uint16Array(length * 2 + 1);
      Buffer.from(this.wide.buffer).write(text, 'utf16le');
      this.codes = this.wide;
    } else {
      if (this.narrow.length <= length) {
        this.narrow = Buffer.alloc(length * 2 + 1);
        this.view = new DataView(this.narrow.buffer, this.narrow.byteOffset);
      }
      this.narrow.write(text, 'latin1');
      this.codes = this.narrow;
    }
    this.codes[length] = 0;
    this.length = length;
  }

  /** Whether the piece stands there. */
  has(piece: Piece, start: number): boolean {
    const { bytes, words } = piece;
    if (start + bytes.length > this.length) return false;
    if (this.codes === this.wide) {
      for (let i = 0; i < bytes.length; i++) if (this.wide[start + i] !== bytes[i]) return false;
      return true;
    }
    const last = words.length - 1;
    for (let i = 0; i < last; i++) if (this.view.getInt32(start + i * 4, true) !== words[i]) return false;
    return this.view.getInt32(start + bytes.length - 4, true) === words[last];
  }
}

/** A piece of text that can be compared four characters at a time; the last four of them may have been compared in part before. */
export class Piece {
  readonly bytes: Uint8Array;
  readonly words: Int32Array;

  private constructor(codes: Codes) {
    this.bytes = Uint8Array.from(codes);
    const view = new DataView(this.bytes.buffer);
    this.words = Int32Array.from({ length: Math.ceil(codes.length / 4) }, (_, i) => view.getInt32(Math.min(i * 4, codes.length - 4), true));
  }

  /** Null of what has less than four characters, or one that needs two bytes. */
  static of(codes: Codes): Piece | null {
    return codes.length >= 4 && codes.every((code: number) => code < 256) ? new Piece(codes) : null;
  }
}
