import { describe, expect, it } from '@jest/globals';
import { parseDecimal } from '@lettrage/money';
import { isOgm, isRf } from '@lettrage/references';
import { isValidIBAN } from 'ibantools';
import { SaxesParser } from 'saxes';
import { camt053, customersCsv, forecastCase, generateWorld, historyJsonl, homes, invoicesCsv, languages, largeStatement, partOfStatement, statementCsv, toWindows1252, truthJsonl } from './index.js';

const options = { seed: 11, customers: 150, months: 6, today: '2026-11-22' } as const;
const world = generateWorld(options);

/** Amounts, dates and references of the entries as an XML reader sees them. */
function readCamt(xml: string): { balances: bigint[]; entries: bigint[]; details: bigint[]; names: Set<string> } {
  const found = { balances: [] as bigint[], entries: [] as bigint[], details: [] as bigint[], names: new Set<string>() };
  const parser = new SaxesParser();
  const path: string[] = [];
  let text = '';
  let amount = 0n;
  parser.on('opentag', ({ name }) => {
    path.push(name);
    text = '';
  });
  parser.on('text', (chunk) => (text += chunk));
  parser.on('closetag', ({ name }) => {
    const parent = path.at(-2);
    if (name === 'Amt') amount = parseDecimal(text, 2);
    if (name === 'Nm') found.names.add(text);
    if (name === 'CdtDbtInd') {
      const signed = text === 'DBIT' ? -amount : amount;
      if (parent === 'Bal') found.balances.push(signed);
      else if (parent === 'Ntry') found.entries.push(signed);
      else if (parent === 'TxDtls') found.details.push(signed);
    }
    path.pop();
  });
  parser.write(xml).close();
  return found;
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);

describe('a world', () => {
  it('numbers invoices without a gap in the order of issue', () => {
    const sequences = [...world.ledger.values()].filter(({ kind }) => kind === 'invoice').map(({ number }) => Number(/\d+$/.exec(number)![0].slice(-6)));
    expect(sequences).toEqual(sequences.map((_, index) => sequences[0]! + index));
    const dates = [...world.ledger.values()].map(({ issueDate }) => issueDate);
    expect(dates).toEqual([...dates].sort());
  });

  it('shows valid IBANs and structured references', () => {
    const ibans = [...world.customers.map(({ iban }) => iban), ...world.transactions.map(({ counterpartyIban }) => counterpartyIban), world.account.iban].filter((iban) => iban !== null);
    expect(ibans.length).toBeGreaterThan(500);
    expect(ibans.filter((iban) => !isValidIBAN(iban))).toEqual([]);
    const references = [...world.ledger.values()].map(({ structuredReference }) => structuredReference).filter((reference) => reference !== null);
    expect(references.length).toBeGreaterThan(20);
    expect(references.filter((reference) => !isRf(reference) && !isOgm(reference))).toEqual([]);
  });

  it('has customers of every language and no two with one name', () => {
    const every = Object.fromEntries(languages.map((language) => [language, 1]));
    const large = generateWorld({ ...options, customers: 2000, months: 1, futureDays: 0, languages: every });
    expect(new Set(large.customers.map(({ name }) => name)).size).toBe(2000);
    expect([...new Set(large.customers.map(({ language }) => language))].sort()).toEqual([...languages].sort());
    expect(large.customers.filter(({ iban }) => iban !== null && !isValidIBAN(iban))).toEqual([]);
    expect(new Set(large.customers.map(({ country }) => country)).size).toBeGreaterThan(12);
  });

  it('holds what makes matching hard', () => {
    const harsh = generateWorld({ ...options, customers: 600, noise: 'harsh' });
    const kinds = new Set(harsh.transactions.map(({ truth }) => truth.kind));
    for (const kind of ['single', 'several', 'net_of_credit_note', 'group', 'part', 'rest', 'fee', 'discount', 'deduction', 'rounding', 'overpayment', 'duplicate', 'on_account', 'round_budget']) {
      expect(kinds).toContain(kind);
    }
    for (const kind of ['stranger', 'card_settlement', 'own_transfer', 'vat_refund', 'returned', 'supplier_refund', 'supplier', 'salaries']) expect(kinds).toContain(`other:${kind}`);
    expect(harsh.transactions.some(({ entry, reference }) => entry !== reference)).toBe(true);
    expect(harsh.transactions.some(({ remittanceLines }) => remittanceLines.length > 1)).toBe(true);
    expect(harsh.transactions.some(({ truth, counterpartyIban }) => truth.allocations.length > 0 && counterpartyIban === null)).toBe(true);
  });

  it('without noise pays what it names, in full but for discounts', () => {
    const clean = generateWorld({ ...options, noise: 'none' });
    const paying = clean.transactions.filter(({ truth }) => truth.allocations.length > 0);
    expect([...new Set(paying.map(({ truth }) => truth.difference?.kind ?? 'none'))].sort()).toEqual(['discount', 'none']);
    const exact = paying.filter(({ truth }) => truth.habit === 'exact' && truth.allocations.length === 1);
    expect(exact.length).toBeGreaterThan(100);
    expect(exact.filter(({ remittanceLines, truth }) => !remittanceLines.join('').includes(truth.allocations[0]!.invoice))).toEqual([]);
  });

  it('meets the wanted number of open items', () => {
    const { invoices, statement } = generateWorld({ ...options, customers: 400, openItemsTarget: 1500 });
    const open = invoices.filter(({ issueDate }) => issueDate < statement.from).length;
    expect(open).toBeGreaterThan(1350);
    expect(open).toBeLessThan(1650);
  });

  it('refuses sizes out of range', () => {
    expect(() => generateWorld({ ...options, customers: 0 })).toThrow(RangeError);
    expect(() => generateWorld({ ...options, months: 1.5 })).toThrow(RangeError);
  });
});

describe('its files', () => {
  it('give a CAMT statement whose entries and details carry the opening balance to the closing one', () => {
    const { balances, entries, details } = readCamt([...camt053(world.statement)].join(''));
    expect(balances).toEqual([world.statement.openingMinor, world.statement.closingMinor]);
    expect(balances[0]! + sum(entries)).toBe(balances[1]);
    expect(details).toEqual(world.statement.transactions.map(({ amountMinor }) => amountMinor));
  });

  it('give the same transactions as a French CSV in Windows-1252', () => {
    const text = [...statementCsv(world.statement)].join('');
    const rows = text.trimEnd().split('\r\n');
    expect(rows[0]).toBe('Date;Date de valeur;Libellé;Débit;Crédit;Référence');
    const amounts = rows.slice(1).map((row) => /;([\d,]*);([\d,]*);(BK\d+)$/.exec(row)!);
    expect(amounts.map(([, debit, credit]) => (credit ? 1n : -1n) * parseDecimal((credit || debit)!.replace(',', '.'), 2))).toEqual(world.statement.transactions.map(({ amountMinor }) => amountMinor));
    const bytes = toWindows1252(text);
    expect(new TextDecoder('windows-1252').decode(bytes)).toBe(text);
    expect([...toWindows1252('œ€ł')]).toEqual([0x9c, 0x80, 0x3f]);
  });

  it('give a CSV in the words of other countries', () => {
    const heads = homes.map((home) => [...statementCsv(world.statement, home)].join('').slice(0, 40).split(';')[2]);
    expect(heads).toEqual(['Libellé', 'Verwendungszweck', 'Description', 'Omschrijving', 'Descrizione', 'Concepto']);
    expect([...statementCsv(world.statement, 'de')].join('')).toMatch(/^\d\d\.\d\d\.2026;\d\d\.\d\d\.2026;GUTSCHRIFT AUFTRAGGEBER: .+ VERWENDUNGSZWECK: .+;;\d+,\d\d;BK\d+$/m);
  });

  it('hold a row for each customer, open item and credit', () => {
    expect([...customersCsv(world.customers)].length).toBe(151);
    const items = [...invoicesCsv(world.invoices)];
    expect(items.length).toBe(world.invoices.length + 1);
    const history = [...historyJsonl(world.history, world.ledger)].map((line) => JSON.parse(line) as { booking_date: string; allocations: { due_date: string }[] });
    expect(history.map(({ booking_date }) => booking_date)).toEqual(world.history.map(({ bookingDate }) => bookingDate));
    expect(history.flatMap(({ allocations }) => allocations).every(({ due_date }) => /^20\d\d-\d\d-\d\d$/.test(due_date))).toBe(true);
    const truths = [...truthJsonl(world.statement.transactions)].map((line) => (JSON.parse(line) as { reference: string }).reference);
    expect(truths).toEqual(world.statement.transactions.map(({ reference }) => reference));
  });

  it('cut a statement into parts that carry the balance on', () => {
    const first = partOfStatement(world.statement, world.statement.from, '2026-11-08');
    const second = partOfStatement(world.statement, '2026-11-09', world.statement.to);
    expect(first.openingMinor).toBe(world.statement.openingMinor);
    expect(second.openingMinor).toBe(first.closingMinor);
    expect(second.closingMinor).toBe(world.statement.closingMinor);
    expect([...first.transactions, ...second.transactions]).toEqual(world.statement.transactions);
    expect(() => partOfStatement(world.statement, '2020-01-01', '2026-11-08')).toThrow(RangeError);
  });
});

describe('a large statement', () => {
  it('balances, is well-formed and has about 1 kB an entry', () => {
    const xml = [...largeStatement({ seed: 3, entries: 2000 })].join('');
    const { balances, entries } = readCamt(xml);
    expect(entries.length).toBe(2000);
    expect(balances[0]! + sum(entries)).toBe(balances[1]);
    expect(xml.length / 2000).toBeGreaterThan(800);
    expect(xml.length / 2000).toBeLessThan(1200);
  });

  it('is the same for the same seed, and empty if asked for', () => {
    expect([...largeStatement({ seed: 3, entries: 50 })].join('')).toBe([...largeStatement({ seed: 3, entries: 50 })].join(''));
    expect([...largeStatement({ seed: 3, entries: 50 })].join('')).not.toBe([...largeStatement({ seed: 4, entries: 50 })].join(''));
    expect(readCamt([...largeStatement({ seed: 3, entries: 0 })].join('')).entries).toEqual([]);
  });
});

describe('a forecast case', () => {
  it('knows nothing from its day on, and what comes in is on items open on it', () => {
    const known = forecastCase(world, '2026-11-22', 90);
    expect(known.history.every(({ bookingDate }) => bookingDate < '2026-11-22')).toBe(true);
    expect(known.openItems.every(({ issueDate }) => issueDate < '2026-11-22')).toBe(true);
    const owed = sum(known.openItems.filter(({ openMinor }) => openMinor > 0n).map(({ openMinor }) => openMinor));
    const received = sum(known.receipts.map(({ amountMinor }) => amountMinor));
    expect(received).toBeGreaterThan(owed / 2n);
    expect(received).toBeLessThan(owed);
    expect(known.receipts.map(({ date }) => date)).toEqual([...new Set(known.receipts.map(({ date }) => date))].sort());
  });
});
