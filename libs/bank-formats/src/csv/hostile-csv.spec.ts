import { expect, it } from '@jest/globals';
import { readWholeStatementFile, StatementFault } from '../index.js';
import { within } from '../../testing/processor-time.js';

const mostMs = 2000;

// What would take long if it were looked at too closely: each is refused or read, and soon.
it.each([
  ['50,000 columns of titles', `${'Date;'.repeat(50_000)}\n${'03/04/2026;'.repeat(20_000)}\n`],
  ['50,000 columns of figures and a date', `03/04/2026;${'1,50;'.repeat(50_000)}\n`.repeat(3)],
  ['200 columns that could each be the balance', `03/04/2026;${'1,50;'.repeat(200)}\n`.repeat(200)],
  ['sixty rows that look like a header', `${'Date;Valeur;Libellé;Montant;Débit;Crédit;Solde\n'.repeat(60)}03/04/2026;;A;1,50;;;\n`],
  ['nothing but quotation marks', '"'.repeat(300_000)],
  ['a row of half a million lines', `Date;Libellé;Montant;Devise\n30/06/2026;"${'x\n'.repeat(500_000)}";1,50;EUR\n`],
  ['rows of many lines', `Date;Libellé;Montant;Devise\n${`30/06/2026;"${'x\n'.repeat(3_000)}";1,50;EUR\n`.repeat(100)}`],
  ['marks without end in a label', `Date;Libellé;Montant;Devise\n30/06/2026;${'DE: /DE REF/ '.repeat(20_000)};1,50;EUR\n`],
  ['blanks without end in a label', `Date;Libellé;Montant;Devise\n30/06/2026;A${' '.repeat(250_000)}B;1,50;EUR\n`],
  ['a number without end', `Date;Libellé;Montant;Devise\n30/06/2026;A;${'1.'.repeat(100_000)};EUR\n`],
  ['a date without end', `Date;Libellé;Montant;Devise\n${'1/'.repeat(100_000)};A;1,50;EUR\n`],
  ['a preamble without end', `${'Compte 1 2 3 4 5 6 7 8 9 Solde 1,5 '.repeat(3_000)}\nDate;Libellé;Montant;Devise\n30/06/2026;A;1,50;EUR\n`],
])('%s', async (_, text) => {
  const outcome = await within(mostMs, () => readWholeStatementFile(new TextEncoder().encode(text), { file: 'x', format: 'csv' }).catch((error: unknown) => error));
  if (outcome instanceof Error) expect(outcome).toBeInstanceOf(StatementFault);
});
