import { describe, expect, it } from '@jest/globals';
import { GuessedText } from './guessed-text.js';

const read = (...chunks: Uint8Array[]): [string, string] => {
  const text = new GuessedText(chunks[0]!, 'windows-1252', 'x');
  const read = chunks.map((chunk) => text.decode(chunk)).join('') + text.end();
  return [text.encoding, read];
};
const latin = (text: string) => Buffer.from(text, 'latin1');

describe('text of an encoding that nothing declares', () => {
  it('keeps the letter at which a piece of single-byte text is cut', () => {
    expect(read(latin('cafes et caf\xe9'), latin('s, 3 th\xe9s'))).toEqual(['windows-1252', 'cafes et cafés, 3 thés']);
  });

  it('keeps the last letter of single-byte text', () => {
    expect(read(latin('un caf\xe9'))).toEqual(['windows-1252', 'un café']);
  });

  it('is UTF-8 where it can be, and refused when that fails later', () => {
    const bytes = Buffer.from('un café');
    expect(read(bytes.subarray(0, -1), bytes.subarray(-1))).toEqual(['utf-8', 'un café']);
    expect(() => read(Buffer.from('un café, '), latin('deux caf\xe9s'))).toThrow(/^x, byte 18: the bytes are not UTF-8 \(near "deux caf.s"\)/);
    expect(() => read(bytes, bytes.subarray(0, -1))).toThrow(/^x, byte 14: the bytes are not UTF-8/);
  });
});
