import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseMoney } from '@lettrage/money';
import { SaxesParser } from 'saxes';
import { type BankTransaction, readWholeStatementFile } from '../index.js';

// A second, simple reader: a tree of the document by saxes, looked at by local names alone. What it finds of names, accounts, remittance
// and references in an entry must be in our transactions, in all entries of all files.
const folders = [join(import.meta.dirname, '../../fixtures/camt'), join(import.meta.dirname, '../../../../../shared/statements/camt')].filter(existsSync);
const files = folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.xml')).map((name) => ({ name, path: join(folder, name) })));

interface Node {
  readonly name: string;
  readonly children: Node[];
  readonly currency: string | undefined;
  text: string;
}

function treeOf(xml: string): Node {
  const root: Node = { name: '', children: [], currency: undefined, text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name: name.slice(name.indexOf(':') + 1), children: [], currency: (attributes as Record<string, string>)['Ccy'], text: '' };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => (open.at(-1)!.text += text));
  parser.on('cdata', (text) => (open.at(-1)!.text += text));
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return root;
}

/** All nodes at a path; `**` steps down any number of levels. */
function at(node: Node, path: string): Node[] {
  return path.split('/').reduce<Node[]>((nodes, step) => (step === '**' ? nodes.flatMap(below) : nodes.flatMap((each) => each.children.filter((child) => child.name === step))), [node]);
}
const below = (node: Node): Node[] => [node, ...node.children.flatMap(below)];
const texts = (node: Node, path: string): string[] => at(node, path).map((each) => each.text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '' && !/^(NOT ?PROVIDED|NONREF|NOREF|NA|N\/A|-+)$/i.test(text));
const compact = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();

function decoded(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const encoding = bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : (/encoding=["']([\w-]+)/.exec(start)?.[1] ?? 'utf-8');
  return new TextDecoder(encoding.toLowerCase()).decode(bytes);
}

interface Seen {
  entries: number;
  names: number;
  ibans: number;
  remittances: number;
  references: number;
}

/** The details of one entry in the transactions that we made of it; `found` counts what there was to be found. */
function compare(entry: Node, details: readonly Node[], ours: readonly BankTransaction[], found: Seen): void {
  found.entries++;
  const direction = texts(entry, 'CdtDbtInd')[0]!;
  const isSplit = ours.length >= details.length;
  details.forEach((detail, i) => {
    const transaction = isSplit ? ours[i]! : ours[0]!;
    const side = (texts(detail, 'CdtDbtInd')[0] ?? direction) === 'CRDT' ? 'Dbtr' : 'Cdtr';
    const other = side === 'Dbtr' ? 'Cdtr' : 'Dbtr';
    const name = (role: string): string | undefined => texts(detail, `RltdPties/${role}/**/Nm`)[0] ?? texts(detail, `RltdPties/Ultmt${role}/**/Nm`)[0];
    const iban = (role: string): string | undefined => [...texts(detail, `RltdPties/${role}Acct/Id/**/IBAN`), ...texts(detail, `RltdPties/${role}Acct/Id/**/Id`)].map(compact).find((text) => /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(text));
    // Where the usual party is the account itself, or nothing is said of it in a return, the other one is meant.
    const isOther = iban(side) !== undefined && iban(side) === transaction.account || (name(side) === undefined && iban(side) === undefined);
    if (isSplit) {
      if (name(side) !== undefined) found.names++;
      if (iban(side) !== undefined) found.ibans++;
      if (!isOther || transaction.counterpartyName === name(side)) {
        expect(transaction.counterpartyName ?? undefined).toBe(name(side) ?? texts(detail, `RltdPties/${side}Acct/Nm`)[0]);
        expect(transaction.counterpartyIban ?? undefined).toBe(iban(side));
      } else if (transaction.reversal || transaction.returnReason !== null || iban(side) !== undefined) expect(transaction.counterpartyName ?? undefined).toBe(name(other));
      expect(transaction.endToEndId ?? undefined).toBe(texts(detail, 'Refs/EndToEndId')[0]);
      expect(transaction.mandateId ?? undefined).toBe(texts(detail, 'Refs/MndtId')[0]);
      expect(transaction.reference ?? undefined).toBe(texts(detail, 'Refs/AcctSvcrRef')[0] ?? texts(entry, 'AcctSvcrRef')[0] ?? texts(entry, 'NtryRef')[0]);
      expect(transaction.purpose ?? undefined).toBe(texts(detail, 'Purp/Cd')[0] ?? texts(detail, 'Purp/Prtry')[0]);
      expect(transaction.ultimateDebtorName ?? undefined).toBe(texts(detail, 'RltdPties/UltmtDbtr/**/Nm')[0]);
      expect(transaction.ultimateCreditorName ?? undefined).toBe(texts(detail, 'RltdPties/UltmtCdtr/**/Nm')[0]);
    }
    const remittance = compact(transaction.remittance);
    for (const text of [...texts(detail, 'RmtInf/Ustrd'), ...texts(detail, 'RmtInf/Strd/AddtlRmtInf')]) {
      found.remittances++;
      expect(remittance).toContain(compact(text));
    }
    const references = [...texts(detail, 'RmtInf/Strd/CdtrRefInf/Ref'), ...texts(detail, 'RmtInf/Strd/CdtrRefInf/CdtrRef'), ...texts(detail, 'RmtInf/Strd/RfrdDocInf/Nb'), ...texts(detail, 'RmtInf/Strd/RfrdDocInf/RfrdDocNb')];
    found.references += references.length;
    expect(transaction.structuredReferences.map(compact)).toEqual(expect.arrayContaining(references.map(compact)));
  });
}

/** The transactions of an entry: as many as it has details (and one for charges) where these add up to it, else one. */
function taken(entry: Node, details: number, rest: BankTransaction[]): BankTransaction[] {
  const [amount] = at(entry, 'Amt');
  const wanted = parseMoney(amount!.text.trim().replace('+', ''), amount!.currency!).minor;
  const size = (minor: bigint): bigint => (minor < 0n ? -minor : minor);
  for (const count of [details, details + 1]) {
    if (count < 2 || count > rest.length) continue;
    if (size(rest.slice(0, count).reduce((sum, each) => sum + each.amount.minor, 0n)) === wanted) return rest.splice(0, count);
  }
  const [whole] = rest.splice(0, 1);
  expect(size(whole!.amount.minor)).toBe(wanted);
  return [whole!];
}

describe('names, accounts, remittance and references that a CAMT file has are in what is read', () => {
  const found: Seen = { entries: 0, names: 0, ibans: 0, remittances: 0, references: 0 };
  for (const { name, path } of files) {
    it(name, async () => {
      const bytes = readFileSync(path);
      const { transactions } = await readWholeStatementFile(bytes, { file: name });
      for (const entry of below(treeOf(decoded(bytes))).filter((node) => node.name === 'Ntry')) {
        const details = [...at(entry, 'TxDtls'), ...at(entry, 'NtryDtls/TxDtls')];
        compare(entry, details, taken(entry, details.length, transactions), found);
      }
      expect(transactions).toEqual([]);
    });
  }

  it('and there is something to be found', () => {
    const least = folders.length > 1 ? { entries: 132, names: 100, ibans: 60, remittances: 100, references: 30 } : { entries: 18, names: 11, ibans: 5, remittances: 8, references: 8 };
    for (const key of Object.keys(least) as (keyof Seen)[]) expect({ [key]: found[key] >= least[key] ? 'enough' : found[key] }).toEqual({ [key]: 'enough' });
  });
});
