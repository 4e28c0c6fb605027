import type { Codes } from './name-table.js';

/**
 * The codes of a text's characters, and a zero behind them. Looking at single characters of a string costs several times what looking
 * at numbers does, because it may be put together of others; the memory is used again for the next text.
 */
export class CharacterCodes {
  private narrow = Buffer.alloc(0);
  private wide = new Uint16Array(0);

  of(text: string): Codes {
    const { length } = text;
    if (/[\u0100-\uffff]/.test(text)) {
      if (this.wide.length <= length) this.wide = new Uint16Array(length * 2 + 1);
      Buffer.from(this.wide.buffer).write(text, 'utf16le');
      this.wide[length] = 0;
      return this.wide;
    }
    if (this.narrow.length <= length) this.narrow = Buffer.alloc(length * 2 + 1);
    this.narrow.write(text, 'latin1');
    this.narrow[length] = 0;
    return this.narrow;
  }
}
