import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import Papa from 'papaparse';
import { StatementFault } from '../statement-fault.js';
import { RowSplitter } from './row-splitter.js';

const text = fc.array(fc.constantFrom('a', 'é', '"', '"', '""', ';', ';', '\n', '\r\n', '\r\r\n', ' ', '5,0', '\\'), { maxLength: 40 }).map((parts) => parts.join(''));

/** All rows of the text in pieces of the given sizes, or the code of the fault. */
function split(whole: string, sizes: readonly number[], backslash = false): string[][] | string {
  const splitter = new RowSplitter(';', backslash, 'x');
  const rows: string[][] = [];
  try {
    for (let at = 0, i = 0; at < whole.length; i++) {
      const size = sizes[i % sizes.length]!;
      rows.push(...splitter.write(whole.slice(at, at + size)));
      at += size;
    }
    return [...rows, ...splitter.end()];
  } catch (error) {
    if (!(error instanceof StatementFault)) throw error;
    return error.code;
  }
}

describe('rows', () => {
  it('are those that papaparse finds', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const lines = whole.replace(/\r+\n?/g, '\n').replace(/\n$/, '');
        const known = Papa.parse<string[]>(lines, { delimiter: ';', newline: '\n', quoteChar: '"' });
        // A quotation mark that opens and never closes is refused here and guessed at there; blanks after the last quote are read as text there.
        fc.pre(!known.errors.some(({ code }) => code === 'MissingQuotes') && !/" +$/.test(lines) && whole !== '' && lines !== '');
        // Marks within that are not doubled, and one more before the next quoted cell: read as doubled there.
        fc.pre(!(lines.includes('"";"') && known.errors.some(({ code }) => code === 'InvalidQuotes')));
        expect(split(whole, [whole.length])).toEqual(known.data);
      }),
      { numRuns: 2000 },
    );
  });
  it('do not depend on how the text comes', () => {
    fc.assert(
      fc.property(text, fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }), fc.boolean(), (whole, sizes, backslash) => {
        expect(split(whole, sizes, backslash)).toEqual(split(whole, [whole.length + 1], backslash));
      }),
      { numRuns: 2000 },
    );
  });
  it('come back from cells that were quoted', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ';', '\n', ' ', 'ü') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        expect(split(rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(';')).join('\r\n'), [7])).toEqual(rows);
      }),
    );
  });
  it('end where a name in marks of its own does', () => {
    for (const size of [1, 3, 100]) expect(split('"SIA "Ozols"";"Rēķins 17"\n"a";"b "c" d"\n', [size])).toEqual([['SIA "Ozols"', 'Rēķins 17'], ['a', 'b "c" d']]);
  });
  it('keep a backslash before a quotation mark as the mark, where the bank writes it so', () => {
    expect(split('a;"b \\"c\\" \\\\ d"\n', [4], true)).toEqual([['a', 'b "c" \\ d']]);
  });
});
