import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type FaultCode, faultCodes, limits, readWholeStatementFile, type ReadOptions, StatementFault, type WarningCode, warningCodes } from './index.js';

const zip = join(import.meta.dirname, '../fixtures/zip/two-days.zip');
const namespace = 'urn:iso:std:iso:20022:tech:xsd:camt.053.001.08';
const camt = (statement: string, head = '<?xml version="1.0" encoding="UTF-8"?>'): string => `${head}\n<Document xmlns="${namespace}"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Id>1</Id>${statement}</Stmt></BkToCstmrStmt></Document>`;
const entry = (inside: string): string => camt(`<Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id><Ccy>EUR</Ccy></Acct><Ntry>${inside}</Ntry>`);
const amount = '<Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>';
const booked = '<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-06-30</Dt></BookgDt>';
const bytes = (content: string | Uint8Array): Uint8Array => (typeof content === 'string' ? new TextEncoder().encode(content) : content);
const header = 'Date;Libellé;Montant;Devise\n';

interface Case {
  readonly code: FaultCode;
  readonly why: string;
  readonly content: string | Uint8Array;
  readonly options?: Partial<ReadOptions>;
  readonly line?: number;
  readonly record?: number;
}

const cases: readonly Case[] = [
  { code: 'empty_file', why: 'nothing in it', content: '' },
  { code: 'empty_file', why: 'blank lines only', content: '\n  \n' },
  { code: 'unknown_format', why: 'zero bytes', content: new Uint8Array(4096) },
  { code: 'unknown_format', why: 'a letter', content: 'Dear Sir,\nplease find enclosed\n' },
  { code: 'unknown_format', why: 'a PDF', content: '%PDF-1.7\n1 0 obj; <<>>\n' },
  { code: 'unsupported_message', why: 'a credit transfer', content: '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn/></Document>' },
  { code: 'unsupported_message', why: 'XML of another kind', content: '<rss><channel/></rss>' },
  { code: 'unsupported_encoding', why: 'an encoding that nobody knows', content: camt('', '<?xml version="1.0" encoding="EBCDIC-FR"?>') },
  { code: 'wrong_encoding', why: 'Latin-1 that says it is UTF-8', content: Buffer.from(camt('<Acct><Id><Othr><Id>\xe9</Id></Othr></Id></Acct>'), 'latin1') },
  { code: 'xml_not_well_formed', why: 'a wrong end tag', content: camt('<Acct></Id>'), line: 2 },
  { code: 'xml_not_well_formed', why: 'an entity that is not defined', content: camt('<Acct>&bomb;</Acct>'), line: 2 },
  { code: 'xml_truncated', why: 'half a file', content: entry(`${amount}${booked}`).slice(0, -60), line: 2 },
  { code: 'xml_truncated', why: 'cut within a tag', content: entry(`${amount}${booked}`).slice(0, -3), line: 2 },
  { code: 'doctype_refused', why: 'an entity bomb', content: '<?xml version="1.0"?>\n<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n<Document/>', line: 2 },
  { code: 'limit_exceeded', why: '200,000 elements deep', content: `<Document xmlns="${namespace}">${'<a>'.repeat(200_000)}` },
  { code: 'limit_exceeded', why: 'one endless text', content: camt(`<Acct><Id><IBAN>${'A'.repeat(limits.xmlTokenChars * 2)}`) },
  { code: 'limit_exceeded', why: 'one endless row', content: `${header}30/06/2026;"${'x\n'.repeat(limits.csvRowChars)}` },
  { code: 'missing_element', why: 'an entry without amount', content: entry(`<CdtDbtInd>CRDT</CdtDbtInd>${booked}`), record: 1 },
  { code: 'missing_element', why: 'an amount without currency', content: entry('<Amt>1.00</Amt>'), record: 1 },
  { code: 'bad_value', why: 'neither credit nor debit', content: entry('<Amt Ccy="EUR">1.00</Amt><CdtDbtInd>PLUS</CdtDbtInd>'), record: 1 },
  { code: 'bad_amount', why: 'a comma in XML', content: entry('<Amt Ccy="EUR">1,00</Amt>'), record: 1 },
  { code: 'bad_amount', why: 'a tenth of a cent', content: entry('<Amt Ccy="EUR">1.005</Amt>'), record: 1 },
  { code: 'bad_amount', why: 'a negative amount beside a direction', content: entry('<Amt Ccy="EUR">-1.00</Amt>'), record: 1 },
  { code: 'bad_amount', why: 'words in the amount of a CSV', content: `${header}30/06/2026;A;12,50;EUR\n30/06/2026;B;douze;EUR\n`, record: 3 },
  { code: 'bad_date', why: '30 February', content: entry(`${amount}<BookgDt><Dt>2026-02-30</Dt></BookgDt>`), record: 1 },
  { code: 'bad_date', why: 'a day that no month has', content: `${header}30/06/2026;A;1,50;EUR\n31/06/2026;B;2,50;EUR\n`, record: 3 },
  { code: 'unknown_currency', why: 'three letters that are none', content: entry('<Amt Ccy="QQQ">1.00</Amt>'), record: 1 },
  { code: 'unknown_currency', why: 'in a CSV', content: `${header}30/06/2026;A;1,50;QQQ\n`, record: 2 },
  { code: 'no_amount_column', why: 'dates and texts only', content: 'Date;Libellé\n30/06/2026;A\n29/06/2026;B\n' },
  { code: 'no_date_column', why: 'amounts and texts only', content: 'Montant;Libellé\n12,50;A\n13,50;B\n' },
  { code: 'bad_row', why: 'a delimiter within a text', content: `${header}30/06/2026;A;1,50;EUR\n30/06/2026;B; et C;2,50;EUR\n`, record: 3 },
  { code: 'bad_row', why: 'a quotation mark that is never closed', content: `${header}30/06/2026;A;1,50;EUR\n30/06/2026;"B;2,50;EUR\n` },
  { code: 'bad_record', why: 'a statement line of MT940 that is none', content: ':20:A\n:25:1\n:28C:1\n:60F:C260630EUR1,\n:61:nonsense\n:62F:C260630EUR1,\n-\n', line: 5 },
  { code: 'bad_record', why: 'CFONB without its last record', content: `${'0130006    00001EUR2 12345678901  290626'.padEnd(90)}0000000010000{${' '.repeat(16)}\n`, record: 1 },
  { code: 'bad_record', why: 'OFX with a broken tag', content: 'OFXHEADER:100\n\n<OFX><BANK MSGS#><3></OFX>' },
  { code: 'xml_truncated', why: 'half an OFX', content: 'OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS>' },
  { code: 'missing_element', why: 'an OFX transaction without amount', content: '<OFX><STMTRS><CURDEF>EUR<STMTTRN><DTPOSTED>20260630</STMTTRN></STMTRS></OFX>', line: 1 },
  { code: 'archive_damaged', why: 'half a ZIP', content: readFileSync(zip).subarray(0, 300) },
  { code: 'archive_refused', why: 'an empty ZIP', content: Uint8Array.from([0x50, 0x4b, 5, 6, ...Array.from({ length: 18 }, () => 0)]) },
  { code: 'unknown_profile', why: 'a bank that is not there', content: `${header}30/06/2026;A;1,50;EUR\n`, options: { profile: 'bank-of-nowhere' } },
];

describe('a file that cannot be read whole is refused by name', () => {
  it.each(cases.map((each) => [`${each.code}: ${each.why}`, each] as const))('%s', async (_, { code, content, options, line, record }) => {
    const fault = await readWholeStatementFile(bytes(content), { file: 'x.dat', ...options }).then(
      () => null,
      (error: unknown) => error,
    );
    expect(fault).toBeInstanceOf(StatementFault);
    const { code: given, place, message, remedy, excerpt } = fault as StatementFault;
    expect({ code: given, ...(line === undefined ? {} : { line: place.line }), ...(record === undefined ? {} : { record: place.record }) }).toEqual({ code, ...(line === undefined ? {} : { line }), ...(record === undefined ? {} : { record }) });
    expect(message.startsWith('x.dat')).toBe(true);
    expect(message).toContain(remedy);
    expect(excerpt.length).toBeLessThanOrEqual(80);
  });
  it('every code has a file that produces it', () => {
    expect(faultCodes.filter((code) => !cases.some((each) => each.code === code))).toEqual([]);
  });
});

const balance = (code: string, value: string): string => `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${value}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-06-30</Dt></Dt></Bal>`;
const warned: readonly [WarningCode, string][] = [
  ['no_statement', `<Document xmlns="${namespace}"/>`],
  ['not_balanced', camt(`${balance('OPBD', '1.00')}${balance('CLBD', '3.00')}<Ntry>${amount}${booked}</Ntry>`)],
  ['batch_kept_whole', entry(`${amount}${booked}<NtryDtls><TxDtls/><TxDtls/></NtryDtls>`)],
  ['batch_without_details', entry(`${amount}${booked}<NtryDtls><Btch><NbOfTxs>3</NbOfTxs></Btch></NtryDtls>`)],
  ['copy_of_statement', camt('<CpyDplctInd>CODU</CpyDplctInd>')],
  ['not_last_page', camt('<StmtPgntn><PgNb>1</PgNb><LastPgInd>false</LastPgInd></StmtPgntn>')],
  ['entry_in_other_currency', entry(`<Amt Ccy="USD">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>${booked}`)],
  ['no_booking_date', entry(`${amount}<ValDt><Dt>2026-06-30</Dt></ValDt>`)],
  ['unknown_status', entry(`${amount}<Sts><Prtry>ZZZ</Prtry></Sts><BookgDt><Dt>2026-06-30</Dt></BookgDt>`)],
  ['currency_assumed', 'Date;Libellé;Montant\n30/06/2026;A;1,50\n'],
  ['date_order_assumed', 'Date,Description,Amount (GBP)\n03/04/2026,A,1.50\n'],
  ['decimal_sign_assumed', `${header}30/06/2026;A;1.000;EUR\n`],
  ['row_skipped', `${header}30/06/2026;A;1,50;EUR\nfin du fichier;;;\n`],
  ['header_assumed', '30/06/2026;VIR A;1,50\n29/06/2026;PRLV B;-2,50\n'],
  ['sign_assumed', '30/06/2026;VIR A;;1,50\n29/06/2026;PRLV B;2,50;\n28/06/2026;PRLV C;2,50;\n'],
];

describe('what is read in spite of a doubt is warned of by name', () => {
  it.each(warned)('%s', async (code, content) => {
    const { summary } = await readWholeStatementFile(bytes(content), { file: 'x.dat' });
    expect(summary.warnings.map((warning) => warning.code)).toContain(code);
    expect(summary.warnings.every((warning) => warning.message !== '' && warning.remedy !== '')).toBe(true);
  });
  it('every code has a file that produces it', () => {
    expect(warningCodes.filter((code) => !warned.some(([each]) => each === code))).toEqual([]);
  });
});
