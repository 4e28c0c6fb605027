import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Papa from 'papaparse';
import { type BankTransaction, readWholeStatementFile } from '../index.js';

// An independent reading of the same files: papaparse, and titles as a person reads them. Whatever stands under a title that speaks of the other side, of a purpose
// or of a reference must be found again in the transaction of that row.
const fixtures = join(import.meta.dirname, '../../fixtures/csv');
const shared = join(import.meta.dirname, '../../../../../shared/statements/csv');
const files = [fixtures, shared].filter((folder) => existsSync(folder)).flatMap((folder) => readdirSync(folder).filter((name) => !name.endsWith('.golden.json')).map((name) => join(folder, name)));

const kinds = {
  name: /^(?:partner name|partnername|payee name|payer name|nom de la contrepartie|counterparty name|counter ?party|name|naam tegenpartij|naam|name zahlungsbeteiligter|beguenstigter\/zahlungspflichtiger|auftraggeber\s?\/\s?(?:begünstigter|empfänger)|empfänger|nazev protiuctu|název protiúčtu|counteraccount name|handelaar|auftraggebername|zahlungspflichtige\*r|zahlungsempfänger\*in|auftraggeber)$/i,
  iban: /^(?:partner iban|iban de la contrepartie|beneficiary iban|iban zahlungsbeteiligter|rekeningnummer tegenpartij|tegenrekening iban\/bban|kontonummer\/iban|payee account number)$/i,
  remittance: /^(?:libell[ée]|libell[ée] op[ée]ration|verwendungszweck|vorgang\/verwendungszweck|omschrijving|description|payment reference|communication|informations complementaires|vrije mededeling|message for payee|memo|details|narrative|text|buchungsdetails|subject|omschrijving-\d|payment purpose|booking text)$/i,
  reference: /^(?:r[ée]f[ée]rence|transaction id|identifiant de transaction|id transakce|transaction reference number|zkb reference|kundenreferenz|mandatsreferenz|kundenreferenz \(end-to-end\)|gestructureerde mededeling|machtigingskenmerk)$/i,
} as const;

const compact = (text: string): string => text.normalize('NFKD').toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '');
const isDate = (cell: string): boolean => /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{2}[./-]\d{2}|offen|pending)/i.test(cell.trim());

/** Marks, kinds of operation and codes that stand between the texts of a label; what banks write for nothing. */
const grammar = /\b(?:VIR(?:EMENT)?S?|PRLV|PRELEVEMENT|SEPA|RECU|INST|EUROPEEN|RE|DE|DU|POUR|EN VOTRE FAVEUR|MOTIF|REF|REFERENCE|LIB|ECH\/\d+|ECH|ID|EMETTEUR|MDT|MANDAT|EREF|MREF|CRED|SVWZ|Auftraggeber|Empfänger|Buchungstext|Kto|IBAN|BLZ|BIC)\b|EREF\+|MREF\+|CRED\+\w+?(?=SVWZ)|SVWZ\+/gi;

function textsOf(transaction: BankTransaction): string {
  const { counterpartyName, counterpartyIban, remittance, structuredReferences, endToEndId, mandateId, reference, bankTransactionCode } = transaction;
  return [counterpartyName, counterpartyIban, remittance, ...structuredReferences, endToEndId, mandateId, reference, bankTransactionCode].map((text) => compact(text ?? '')).join(' ');
}

function decoded(bytes: Buffer): string {
  const utf8 = bytes.toString('utf8').replace(/^\ufeff/, '');
  return utf8.includes('\ufffd') ? new TextDecoder('windows-1252').decode(bytes) : utf8;
}

function isOwner(titles: readonly string[], column: number, { amount }: BankTransaction): boolean {
  const title = titles[column]!.trim();
  if (/^naam$/i.test(title)) return titles.some((other) => /^naam tegenpartij$/i.test(other.trim()));
  if (/^(?:zahlungspflichtige\*r|auftraggeber|auftraggebername)$/i.test(title)) return amount.minor < 0n;
  return /^(?:zahlungsempfänger\*in|empfänger)$/i.test(title) && titles.some((other) => /^(?:zahlungspflichtige\*r|auftraggeber)$/i.test(other.trim())) && amount.minor > 0n;
}

let looked = 0;
let compared = 0;
describe('names, accounts, purposes and references are present where the file has them', () => {
  for (const file of files) {
    it(file.split('/').at(-1)!, async () => {
      const bytes = readFileSync(file);
      const { transactions, summary } = await readWholeStatementFile(bytes, { file });
      const rows = Papa.parse<string[]>(decoded(bytes).replace(/\r+\n?/g, '\n').replace(/\\(["\\])/g, (_, mark: string) => (mark === '"' ? '""' : '\\')), { delimiter: summary.mapping!.delimiter, newline: '\n' }).data;
      const header = rows.findIndex((row) => Object.values(kinds).some((kind) => row.some((cell) => kind.test(cell.trim()))));
      const width = rows[header]?.length ?? 0;
      const data = header < 0 ? [] : rows.slice(header + 1).filter((row) => row.length > width / 2 && row.some(isDate));
      // Pending rows without a date, remarks and rows in two lines are what the golden samples are for.
      if (data.length !== transactions.length) return;
      compared++;
      const lost: string[] = [];
      data.forEach((row, i) => {
        const texts = textsOf(transactions[i]!);
        for (const [kind, title] of Object.entries(kinds)) {
          row.forEach((cell, column) => {
            if (!title.test((rows[header]![column] ?? '').trim()) || cell.trim() === '' || /^(?:-|NOTPROVIDED|NONREF|no|yes)$/i.test(cell.trim())) return;
            // Of two columns for the two sides, one holds the owner of the account.
            if (isOwner(rows[header]!, column, transactions[i]!)) return;
            if (kind === 'iban' && !/^[A-Z]{2}\d{2}/.test(cell.trim())) return;
            looked++;
            const wanted = kind === 'remittance' ? cell.replace(grammar, ' ').split(/[\s/:.;,+]+/).map(compact).filter((word) => word.length > 3 && !/^\d{8,}S?$|^FR\d\d[A-Z0-9]+$|^[A-Z]{6}[A-Z0-9]{2,5}$/.test(word)) : [compact(kind === 'name' ? cell.split(/\s{3,}|;/)[0]! : cell)];
            for (const word of wanted) if (!texts.replaceAll(' ', '').includes(word)) lost.push(`row ${i + 1}, ${rows[header]![column]}: ${word} of "${cell}"`);
          });
        }
      });
      expect(lost).toEqual([]);
    });
  }
  it('were looked for in many cells of many files', () => {
    expect(looked).toBeGreaterThan(existsSync(shared) ? 500 : 80);
    expect(compared).toBeGreaterThan(existsSync(shared) ? 45 : 14);
  });
});
