import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readStatementFile, readStatementRows, readWholeStatementFile, StatementFault } from '../../index.js';

/** What labels are told by, in every grammar there is, and what is only like it. */
const pieces = [
  'VIR RECU DE: ', 'VIR SEPA ', ' MOTIF: ', ' REF: ', ' REF:', '/DE ', ' /MOTIF ', ' /REF ', ' DE : ', ' POUR: ', ' ID EMETTEUR/', ' MDT/', ' REF/', ' LIB/', ' REFDO/', ' /REF DO ', ' RUM: ', ' IBAN: FR7630006000011234567890189', ' MANDAT 12', ' MANDAT', ' BQ 30003 ',
  'EREF+', 'SVWZ+', ' EREF: ', 'Naam: ', 'Name : ', 'Omschrijving: ', ' Kenmerk: ', 'Nazwa nadawcy: ', 'Tytuł: ', 'AUFTRAGGEBER: ', ' VERWENDUNGSZWECK: ', 'AGG.: ', 'Buchungstext: ', 'BONIFICO ', ' CAUSALE: ', 'TRANSFER FROM ', 'TRANSPORT ', '/TRTP/SEPA/', "'", ' + ', ':', '/',
  'RF18539007547034', ' RF18 5390 0754 7034', ' 123/4567/89002 ', ' 090/9337/55493', ' 090933755493 ', ' 21 00000 00003 13947 14300 09017 ', '96041716874484', 'F26', 'NOTPROVIDED', ' N/A', 'E2E896422353', 'KREF+', '-', 'A', 'DUPONT ', 'Élan ', ' ', '  ', '\u00a0', '\u2009', '’', '°', '漢', '😀', 'A"B', 'Solde initial', 'saldo', 'Total ', '\\', '12/05/2026', 'FACT 2026-18',
];
const usual = ['VIR RECU DE: ', 'DUPONT ', ' MOTIF: ', ' REF: ', 'FA2026-18428', 'E2E896422353', 'Élan ', 'SARL ', ' /MOTIF ', '/DE ', 'PRLV SEPA '];
const piece = fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom(...pieces) });
const label = fc.tuple(fc.array(piece, { minLength: 1, maxLength: 8 }), fc.integer({ min: 0, max: 9 })).map(([all, odd]) => (odd === 0 ? all.join('') : all.join('').replace(/ +/g, ' ').trim()));
const day = fc.constantFrom('30/06/2026', '30/06/2026', '30/06/2026', '01/07/2026', '02/07/2026 12:00', '3/7/26');
const maybeDay = fc.oneof({ weight: 80, arbitrary: day }, { weight: 1, arbitrary: fc.constantFrom('', 'en attente', ' 30/06/2026', '31/06/2026', 'Total') });
const figures = fc.oneof({ weight: 60, arbitrary: fc.integer({ min: 0, max: 9_999_999 }).map((minor) => `${Math.floor(minor / 100)},${String(minor % 100).padStart(2, '0')}`) }, { weight: 1, arbitrary: fc.constantFrom('1 234,56', '1.234', '12,5', '+7,00', '0,00', '12,50 EUR', '-', '', '1,234', '99999999999999,99') });
const signed = fc.tuple(fc.constantFrom('', '-'), figures).map(([sign, text]) => (text === '' ? '' : sign + text));
const reference = fc.oneof({ weight: 5, arbitrary: fc.constantFrom('', 'BKR1', 'BKR2') }, { weight: 1, arbitrary: fc.constantFrom('NONREF', 'E12', 'Ré 7', 'A  B') });
const sides = fc.tuple(fc.boolean(), figures).map(([isDebit, text]) => (isDebit ? [text, ''] : ['', text]));

const layouts = [
  { header: ['Date', 'Date de valeur', 'Libellé', 'Débit', 'Crédit', 'Référence'], row: fc.tuple(maybeDay, fc.oneof({ weight: 30, arbitrary: day }, { weight: 1, arbitrary: fc.constantFrom('', 'x') }), label, sides, reference).map(([date, value, text, two, own]) => [date, value, text, ...two, own]) },
  { header: ['Date', 'Libellé', 'Montant', 'Devise', 'Solde'], row: fc.tuple(maybeDay, label, signed, fc.constantFrom('EUR', 'EUR', 'EUR', 'EUR', 'EUR', 'EUR', 'EUR', 'USD'), fc.oneof(fc.constant(''), signed)).map((cells) => cells as string[]) },
  {
    header: ['Booking date', 'Account', 'Counterparty name', 'Counterparty IBAN', 'Description', 'Amount', 'Currency', 'Status', 'Transaction type', 'Fee'],
    row: fc.tuple(maybeDay, fc.constantFrom('FR7630006000011234567890189', 'FR7630006000011234567890189', 'BE71096123456769', ''), fc.oneof({ weight: 9, arbitrary: fc.constantFrom('', 'DUPONT SA', 'Émile') }, { weight: 1, arbitrary: fc.constantFrom('NOTPROVIDED', 'BE71 0961 2345 6769', "'X'", 'A;B') }), fc.oneof({ weight: 9, arbitrary: fc.constantFrom('', 'BE71096123456769') }, { weight: 1, arbitrary: fc.constantFrom('BE71 0961 2345 6769', '12345') }), label, signed, fc.constantFrom('EUR', 'EUR', ''), fc.constantFrom('booked', 'booked', 'booked', 'booked', 'booked', 'booked', 'pending', ''), fc.constantFrom('', 'VIR', 'VIR', 'VIR', 'VIR', 'A  B'), fc.constantFrom('', '', '', '', '', '', '', '0,50')).map((cells) => cells as string[]),
  },
] as const;

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const ends = fc.constantFrom('\n', '\n', '\r\n');
const line = (row: fc.Arbitrary<string[]>): fc.Arbitrary<string> => fc.tuple(row, fc.constantFrom('never', 'never', 'needed', 'all'), fc.integer({ min: 0, max: 150 })).map(([cells, quotes, odd]) => {
  if (odd === 0) return cells.slice(0, 3).join(';');
  if (odd === 1) return '';
  if (odd === 2) return ['', ...cells.slice(1, 3)].join(';');
  return cells.map((cell) => (quotes === 'all' || (quotes === 'needed' && /[";\n]/.test(cell)) ? quoted(cell) : cell.replace(';', ','))).join(';');
});
const file = fc.constantFrom(...layouts).chain(({ header, row }) => fc.tuple(fc.array(line(row), { minLength: 3, maxLength: 25 }), ends, fc.boolean()).map(([lines, end, isEnded]) => `${[header.join(';'), ...lines].join(end)}${isEnded ? end : ''}`));

const utf16 = (text: string): Uint8Array => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

async function readOrRefused(bytes: Uint8Array, account?: string): Promise<unknown> {
  try {
    const { transactions, summary } = await readWholeStatementFile(bytes, { file: 'x', format: 'csv', account });
    return { transactions, ...summary, encoding: '', mapping: { ...summary.mapping, encoding: '' } };
  } catch (error) {
    if (!(error instanceof StatementFault)) throw error;
    return error.message;
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

// Rows are read where they stand only in encodings that have a byte for a character of ASCII; so the same text in UTF-16 is read by the reader of all rows.
it('rows that are read where they stand are the transactions that the reader of all rows makes of them', async () => {
  let plain = 0;
  let rows = 0;
  await fc.assert(
    fc.asyncProperty(file, fc.constantFrom(undefined, 'FR7630006000011234567890189'), async (text, account) => {
      expect(await readOrRefused(Buffer.from(text), account)).toEqual(await readOrRefused(utf16(text), account));
      rows += text.split('\n').length;
      try {
        for await (const events of readStatementRows(once(Buffer.from(text)), { file: 'x', format: 'csv' })) for (const event of events) if (event.kind === 'plain') plain += event.to - event.from;
      } catch (error) {
        if (!(error instanceof StatementFault)) throw error;
      }
    }),
    { numRuns: Number(process.env['LETTRAGE_PROPERTY_RUNS'] ?? 300) },
  );
  expect(plain * 8).toBeGreaterThan(rows);
});

// Many banks cut names to a width, and leave the blank at which they cut.
it.each([
  ['VIR RECU DE: GROSSHANDEL ENGELHARDT GMBH &  MOTIF: FA2026-1 REF: E2E1', 3],
  ['VIR RECU DE: CARROSSERIE THEVENET EURL  /MOTIF FA2026-1', 3],
  ['VIR RECU DE: DUPONT MOTIF: RELEVE AU 31/08/2026 REF: E2E870317451', 3],
  ['VIR RECU DE: DUPONT MOTIF: 090 /9337 /55493', 3],
  ['VIR RECU DE: DUPONT MOTIF: 090/ 9337/ 55493 31/08/2026', 3],
  ['VIR RECU DE: DUPONT  SA MOTIF: FA2026-1', 0],
  ['VIR RECU DE: DUPONT   MOTIF: FA2026-1', 0],
  ['VIR RECU DE: DUPONT  MOTIF: FA  2026', 0],
  ['PRLV DE: EDF ID  EMETTEUR/FR12ZZZ123456 MDT/7', 0],
  ['PRLV DE: EDF  ID EMETTEUR/FR12ZZZ123456 MDT/7', 0],
  ['VIR DE: EDF REF  DO: 7', 0],
])('%s: read as the reader of all rows would, and where it stands if it can be', async (label, rows) => {
  const line = `30/06/2026;30/06/2026;${label};;1,00;`;
  const text = ['Date;Date de valeur;Libellé;Débit;Crédit;Référence', line, line, line, '01/07/2026;01/07/2026;A;;2,00;', ''].join('\n');
  expect(await readOrRefused(Buffer.from(text))).toEqual(await readOrRefused(utf16(text)));
  let plain = 0;
  for await (const events of readStatementRows(once(Buffer.from(text)), { file: 'x' })) for (const event of events) if (event.kind === 'plain') plain += event.to - event.from;
  expect(plain).toBe(rows);
});

it.each([
  ['Date;Date de valeur;Libellé;Débit;Crédit;Référence', ['30/06/2026;30/06/2026', '30/06/2026;30/06/2026', '30/06/2026;01/07/2026', '30/06/2026;', '30/06/2026;', '01/07/2026;30/06/2026', '01/07/2026;30/06/2026']],
  ['Date de valeur;Date;Libellé;Débit;Crédit;Référence', ['30/06/2026;30/06/2026', '30/06/2026;01/07/2026', '30/06/2026;01/07/2026', ';01/07/2026', ';01/07/2026', '30/06/2026;30/06/2026', '"30/06/2026";30/06/2026', '30/06/2026;30/06/2026']],
])('%s: dates are those of the row, whether or not the row above has the same', async (header, dates) => {
  const text = [header, ...dates.map((both) => `${both};VIR RECU DE: DUPONT MOTIF: FA2026-1;;1,00;`), ''].join('\n');
  expect(await readOrRefused(Buffer.from(text))).toEqual(await readOrRefused(utf16(text)));
  let plain = 0;
  for await (const events of readStatementRows(once(Buffer.from(text)), { file: 'x' })) for (const event of events) if (event.kind === 'plain') plain += event.to - event.from;
  // The last row is read as text: none after it shows that it is whole.
  expect(plain).toBe(dates.length - 1);
});

it('a currency beside one amount is not that of the amounts below it', async () => {
  const rows = ['30/06/2026;30/06/2026;A;;12,50 EUR;', '30/06/2026;30/06/2026;B;;1,00;', '30/06/2026;30/06/2026;C;;2,00;', '30/06/2026;30/06/2026;D;;3,00;'];
  const text = ['Date;Date de valeur;Libellé;Débit;Crédit;Référence', ...rows, ''].join('\n');
  const { summary } = await readWholeStatementFile(Buffer.from(text), { file: 'x' });
  expect(summary.warnings.filter(({ code }) => code === 'currency_assumed').map(({ place }) => place)).toEqual([{ record: 3 }]);
  expect(await readOrRefused(Buffer.from(text))).toEqual(await readOrRefused(utf16(text)));
});

/** Rows that are more than what is read at once: texts of all lengths up to 700, and now and then one that is read as text. */
const manyRows = (currency: string): string =>
  ['Date;Libellé;Montant;Devise;Solde', ...Array.from({ length: 2000 }, (_, row) => {
    const text = row % 97 === 0 ? '"A\nB"' : `${row % 31 === 0 ? 'É' : 'e'}${'FA-7 '.repeat(140).slice(0, row % 700).trim()}`;
    return `${String((row % 28) + 1).padStart(2, '0')}/06/2026;${text};${row % 3 === 0 ? '-' : ''}${row},50;${row % 500 === 499 ? 'USD' : currency};`;
  }), ''].join('\r\n');

it('a file of many pieces is read as the reader of all rows reads it', async () => {
  const text = manyRows('EUR');
  expect(Buffer.byteLength(text)).toBeGreaterThan(4 * 131_072);
  expect(await readOrRefused(Buffer.from(text))).toEqual(await readOrRefused(utf16(text)));
});

it('files that are read at the same time do not meet', async () => {
  const texts = ['EUR', 'CHF', 'TND'].map((currency) => manyRows(currency));
  const alone = await Promise.all(texts.map((text) => readOrRefused(utf16(text))));
  for (const bytes of [1000, 200_000]) {
    const pieces = async function* (text: string): AsyncGenerator<Uint8Array> {
      const all = Buffer.from(text);
      for (let at = 0; at < all.length; at += bytes) yield all.subarray(at, at + bytes);
    };
    const readings = texts.map((text) => readStatementFile(pieces(text), { file: 'x', format: 'csv' }));
    const read: unknown[][] = texts.map(() => []);
    for (let open = readings.length; open > 0; ) {
      open = 0;
      for (const [index, reading] of readings.entries()) {
        const next = await reading.next();
        if (next.done) continue;
        open++;
        for (const event of next.value) if (event.kind === 'transaction') read[index]!.push(event.transaction);
      }
    }
    expect(read).toEqual(alone.map((each) => (each as { transactions: unknown }).transactions));
  }
});
