import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type BankTransaction, readWholeStatementFile, StatementFault } from './index.js';

// What a person finds in the raw text of a movement, by a few regular expressions and no more, must be in what is read of it.
const fixtures = join(import.meta.dirname, '../fixtures');
const shared = join(import.meta.dirname, '../../../../shared/statements');
const filesOf = (format: string): { name: string; path: string }[] =>
  [fixtures, shared].map((folder) => join(folder, format)).filter(existsSync).flatMap((folder) => readdirSync(folder).filter((name) => !name.endsWith('.golden.json')).map((name) => ({ name, path: join(folder, name) })));
const compact = (text: string | null): string => (text ?? '').replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The movements' raw texts beside what was read of them; null for a file that is refused. */
async function pairs(path: string, movements: (text: string) => string[]): Promise<[string, BankTransaction][] | null> {
  const bytes = readFileSync(path);
  const read = await readWholeStatementFile(bytes, { file: path }).catch((error: unknown) => (error instanceof StatementFault ? null : Promise.reject(error as Error)));
  if (read === null) return null;
  const raw = movements(textOf(bytes));
  expect(read.transactions).toHaveLength(raw.length);
  return raw.map((text, i) => [text, read.transactions[i]!]);
}

describe('MT940', () => {
  const movements = (text: string): string[] => text.replace(/\r\n?/g, '\n').split(/\n(?=:61:)/).slice(1).map((part) => part.split(/\n(?::(?!86:)\w|-)/)[0]!);
  for (const { name, path } of filesOf('mt940')) {
    it(name, async () => {
      for (const [raw, read] of (await pairs(path, movements)) ?? []) {
        const information = (raw.split(/\n:86:/)[1] ?? '').replace(/\n/g, '');
        const value = (pattern: RegExp): string => compact(pattern.exec(information)?.[1] ?? null);
        const party = value(/\?32([^?]*)/) || value(/\/NAME\/([^/]*)/);
        if (party !== '') expect(compact(read.counterpartyName)).toContain(party);
        const iban = value(/\?31([A-Z]{2}\d{2}[A-Z0-9]{8,30})/) || value(/\/IBAN\/([A-Z]{2}\d{2}[A-Z0-9]{8,30})/);
        if (iban !== '') expect(read.counterpartyIban).toBe(iban);
        const endToEnd = value(/\/EREF\/([^/]*)\//);
        if (endToEnd !== '' && endToEnd !== 'NOTPROVIDED') expect(compact(read.endToEndId)).toBe(endToEnd);
        const remittance = value(/\/REMI\/(?:USTD\/\/)?([^/]+)\//) || value(/SVWZ\+([^?+]*)/);
        expect(compact(read.remittance)).toContain(remittance);
        const said = compact(read.remittance) + compact(read.counterpartyName) + (read.endToEndId ?? '') + (read.counterpartyIban ?? '') + compact(read.bankTransactionCode) + (read.reference ?? '');
        if (compact(information) !== '') expect(said).not.toBe('');
        const bankReference = /^:61:[^\n]*\/\/([A-Z0-9]+)/.exec(raw)?.[1];
        if (bankReference !== undefined && !/^NO(?:N)?REF$/.test(bankReference)) expect(compact(read.reference)).toContain(bankReference);
      }
    });
  }
});

describe('OFX', () => {
  const movements = (text: string): string[] => text.match(/<STMTTRNP?>[^]*?(?=<\/STMTTRNP?>|<STMTTRNP?>|<\/BANKTRANLIST)/gi) ?? [];
  for (const { name, path } of filesOf('ofx')) {
    it(name, async () => {
      for (const [raw, read] of (await pairs(path, movements)) ?? []) {
        const value = (tag: string): string => (new RegExp(`<${tag}>\\s*(?:<!\\[CDATA\\[)?([^<\\]\\r\\n]*)`, 'i').exec(raw)?.[1] ?? '').replace(/&amp;/g, '&').replace(/&[a-z#0-9]+;/g, ' ').trim();
        if (value('NAME') !== '') expect(read.counterpartyName).not.toBeNull();
        const said = compact(`${read.counterpartyName} ${read.remittance} ${read.reference} ${read.endToEndId} ${read.mandateId} ${read.counterpartyIban}`);
        for (const word of `${value('NAME')} ${value('MEMO')}`.split(/[^\p{L}\p{N}]+/u).filter((each) => each.length > 5 && !/^(?:VIREMENT|MOTIF|PRELEVEMENT|INTERNET)$/i.test(each))) expect(said).toContain(compact(word));
        if (value('FITID') !== '') expect(read.reference).toBe(value('FITID'));
        if (value('DTPOSTED') !== '') expect(read.bookingDate.replace(/-/g, '')).toBe(value('DTPOSTED').slice(0, 8));
      }
    });
  }
});

describe('CFONB 120', () => {
  const cut = (text: string): string[] => (/[\r\n]/.test(text.trim()) ? text.split(/[\r\n]+/) : (text.match(/[^]{1,120}/g) ?? []));
  const movements = (text: string): string[] => cut(text).reduce<string[]>((all, record) => (record.startsWith('04') ? [...all, record] : record.startsWith('05') ? [...all.slice(0, -1), `${all.at(-1)}\n${record}`] : all), []);
  for (const { name, path } of filesOf('cfonb120')) {
    it(name, async () => {
      for (const [raw, read] of (await pairs(path, movements)) ?? []) {
        const complement = (qualifier: string): string => compact(raw.split('\n').slice(1).find((record) => record.slice(45, 48) === qualifier)?.slice(48, 118) ?? null);
        const party = complement(read.amount.minor < 0n ? 'NBE' : 'NPY');
        if (party !== '') expect(compact(read.counterpartyName)).toBe(party);
        expect(compact(read.remittance)).toContain(complement('LCC') || compact(raw.slice(48, 80)));
        if (complement('RUM') !== '') expect(complement('RUM')).toContain(compact(read.mandateId));
        expect(compact(read.ultimateDebtorName)).toBe(complement('NPO'));
      }
    });
  }
});
