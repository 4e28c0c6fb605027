import { describe, expect, it } from '@jest/globals';
import { ItemBook } from '../books/item-book.js';
import { creditNote, invoice } from '../specs/scenario.js';
import { readNumbers, readTails } from './citations.js';
import { foldText } from './fold.js';
import { splitRuns } from './runs.js';

const book = new ItemBook();
for (const item of [
  invoice('FAC/2026/006066', 'C1', '1.00', { orderReference: 'PO53395' }),
  invoice('FAC/2026/006136', 'C1', '2.00', { structuredReference: 'RF18539007547034' }),
  invoice('FAC/2026/006434', 'C1', '3.00', { orderReference: '45100446' }),
  creditNote('AVO/2026/000451', 'C1', '-1.00'),
])
  book.put(item);

function read(text: string, paid: readonly string[] = []): string[] {
  const folded = foldText(text);
  const runs = splitRuns(folded);
  const found = readNumbers(folded, runs, book, (key) => paid.includes(key), 'text');
  readTails(folded, runs, book, found);
  return [...found.citations.map(({ grade, items }) => `${grade} ${items.map(({ number }) => number).join('+')}`), ...found.strange.map(({ key }) => `strange ${key}`)];
}

describe('numbers in a text', () => {
  it.each([
    ['FACTUUR FAC/2026/006066,6136/6434 DU 16/09/2026', ['full FAC/2026/006066', 'full FAC/2026/006136', 'full FAC/2026/006434']],
    ['RG-NRFAC/2 026/006066 FAC/2026/006136', ['full FAC/2026/006066', 'full FAC/2026/006136']],
    ['FACTURE 6066 AVOIR 451', ['tail FAC/2026/006066', 'tail AVO/2026/000451']],
    ['FACTUUR PO53395 CLT 18679', ['order FAC/2026/006066']],
    ['FACTPO53395', ['order FAC/2026/006066']],
    ['RG-NR: 45100446 V/REF 22070', ['order FAC/2026/006434']],
    ['RF18 5390 0754 7034', ['structured FAC/2026/006136']],
    ['FAC/2026/006606', ['edit FAC/2026/006066', 'strange FAC2026006606']],
    ['FAC/2026/0066', []],
    ['01/10/2026', []],
    ['TEL 0606606600', []],
  ])('%s', (text, found) => {
    expect(read(text)).toEqual(found);
  });

  it('that were paid before are strange and no slip of another', () => {
    expect(read('FAC/2026/006606', ['FAC2026006606'])).toEqual(['strange FAC2026006606']);
  });
});
