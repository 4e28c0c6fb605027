import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainText } from '../text.js';
import { readFrenchLabel } from './french-label.js';

const marks = ['/DE', '/MOTIF', '/REF', 'DE:', 'MOTIF:', 'REF:', 'REF :', 'ID EMETTEUR/', 'MDT/', 'LIB/', '/REF DO', 'REF DO:', 'ID:', 'MANDAT'];
// The same grammar as one regular expression: slow, and easy to compare with what banks document.
const words = 'BENEFICIAIRE|ID EMETTEUR|REFERENCE|EMETTEUR|LIBELLE|REF DO|MANDAT|MOTIF|REFDO|POUR|EREF|IBAN|CHEZ|DATE|BEN|LIB|REF|MDT|RUM|ECH|DE|DU|ID';
const grammar = new RegExp(`(?:^|\\s)(?:/(${words})(?=\\s|$)|(${words}) ?:(?=\\s|$)|(ID EMETTEUR|MDT|REF|LIB|ECH)/(?=\\S)|(MANDAT)(?= \\S+$))`, 'g');

const label = fc.array(fc.constantFrom(...marks, ' ', ' ', 'ATELIER', 'FA-1', 'DU 12/06', ':', '/', 'X'), { maxLength: 12 }).map((parts) => plainText(parts.join(' ').replaceAll('/ ', '/')));

/** Marks and the texts behind them, by the grammar. */
function byGrammar(label: string): [string, string][] {
  const found = [...label.matchAll(grammar)];
  return found.map((match, i) => [(match[1] ?? match[2] ?? match[3] ?? match[4])!, label.slice(match.index + match[0].length, found[i + 1]?.index ?? label.length).trim()]);
}

it('a label is taken apart as the grammar says', () => {
  fc.assert(
    fc.property(label, (text) => {
      // A mark as the number of a mandate: nobody writes that, and the two readings differ.
      fc.pre(!/MANDAT \S*[:/]\S*$/.test(text));
      const fields = byGrammar(text).filter(([, value]) => value !== '');
      const value = (...marksOfField: string[]): string | null => fields.find(([mark]) => marksOfField.includes(mark))?.[1] ?? null;
      const read = readFrenchLabel(text);
      expect(read === null).toBe(byGrammar(text).every(([mark]) => ['ID', 'ID EMETTEUR', 'CHEZ', 'DATE', 'ECH'].includes(mark)));
      if (read === null) return;
      expect({ reference: read.reference, endToEndId: read.endToEndId, mandateId: read.mandateId }).toEqual({ reference: value('REF', 'REFERENCE'), endToEndId: value('REFDO', 'REF DO', 'EREF'), mandateId: value('MDT', 'MANDAT', 'RUM') });
      const [party, remittance] = [value('DE', 'DU', 'POUR', 'BEN', 'BENEFICIAIRE', 'EMETTEUR'), value('MOTIF', 'LIB', 'LIBELLE')];
      if (party !== null) expect(read.counterpartyName).toBe(party);
      if (remittance !== null) expect(read.remittance).toBe(remittance);
    }),
    { numRuns: 3000 },
  );
});

it('what is written under the marks comes back', () => {
  const value = fc.stringMatching(/^[A-Z]{4,9}( [0-9]{1,6})?$/).filter((text) => !new RegExp(`^(?:${words})\\b`).test(text));
  const spellings = [
    (name: string, motive: string, reference: string) => `VIR SEPA RECU /DE ${name} /MOTIF ${motive} /REF ${reference}`,
    (name: string, motive: string, reference: string) => `VIR RECU 8527975563S DE: ${name} MOTIF: ${motive} REF: ${reference}`,
    (name: string, motive: string, reference: string) => `PRLV SEPA ${name} ECH/160626 ID EMETTEUR/FR47EDF001007 REF/${reference} LIB/${motive}`,
  ];
  fc.assert(
    fc.property(fc.constantFrom(...spellings), value, value, value, (spell, name, motive, reference) => {
      expect(readFrenchLabel(spell(name, motive, reference))).toMatchObject({ counterpartyName: name, remittance: motive, reference });
    }),
  );
});
