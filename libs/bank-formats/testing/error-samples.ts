import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CsvMapping, ErrorCode, Place, ReadOptions } from '../src/index.js';
import { brokenZip, depth, emptyZip, endlessRow, endlessText, linkInZip, oldWorkbook, openDocumentWorkbook, twoExportsInZip, twoFormatsInZip, workbook, workbookInZip, zeros, zipInZip } from './built-files.ts';

/** A file that is refused or warned of with exactly this code, at exactly this place. */
export interface ErrorSample {
  /** What is wrong with it, in a few words. */
  readonly why: string;
  /** Name in `error-files`, or the name given to what `build` makes: what is binary or huge is not kept as a file. */
  readonly file: string;
  readonly build?: () => Uint8Array;
  readonly options?: Partial<ReadOptions>;
  readonly place: Place;
}

const folder = join(import.meta.dirname, 'error-files');

export function sampleBytes(sample: ErrorSample): Uint8Array {
  return sample.build ? sample.build() : readFileSync(join(folder, sample.file));
}

const at = (line: number, column: number, path: string): Place => ({ line, column, path: `/Document/BkToCstmrStmt${path}` });
const ofEntry = (line: number, column: number, path: string): Place => ({ ...at(line, column, `/Stmt/Ntry${path}`), record: 1 });

const savedMapping: CsvMapping = {
  encoding: 'utf-8', delimiter: ';', backslashEscapes: false, headerRecord: 1, columns: [{ title: 'Jour', role: 'bookingDate' }, { title: 'Somme', role: 'amount' }],
  dateOrder: 'dmy', decimalSign: ',', currency: 'EUR', debitIsSigned: false, positiveIsDebit: false,
};

/** For every code at least one file: a code without one does not compile. `docs/errors` shows the first of each. */
export const errorSamples: Readonly<Record<ErrorCode, readonly [ErrorSample, ...ErrorSample[]]>> = {
  empty_file: [
    { why: 'nothing in it', file: 'empty_file.nothing.csv', place: { line: 1, column: 1 } },
    { why: 'blank lines only', file: 'empty_file.blank-lines.txt', place: { line: 1, column: 1 } },
  ],
  unknown_format: [
    { why: 'a letter', file: 'unknown_format.letter.txt', place: { line: 1, column: 1 } },
    { why: 'a PDF', file: 'unknown_format.pdf.pdf', place: { line: 1, column: 1 } },
    { why: 'the page of a bank whose session was over', file: 'unknown_format.web-page.csv', place: { line: 1, column: 1 } },
    { why: 'a workbook', file: 'juin.xlsx', build: workbook, place: { byte: 0 } },
    { why: 'a workbook of OpenDocument', file: 'juin.ods', build: openDocumentWorkbook, place: { byte: 0 } },
    { why: 'a workbook in an archive', file: 'juin.zip', build: workbookInZip, place: { member: 'juin.xlsx', byte: 0 } },
    { why: 'a workbook of before 2007', file: 'juin.xls', build: oldWorkbook, place: { line: 1, column: 1 } },
    { why: 'zero bytes', file: 'zeros.bin', build: zeros, place: { line: 1, column: 1 } },
  ],
  unsupported_message: [
    { why: 'a payment order', file: 'unsupported_message.credit-transfer.xml', place: { line: 2, column: 1, path: '/Document' } },
    { why: 'XML of another kind', file: 'unsupported_message.news-feed.xml', place: { path: '/rss' } },
  ],
  unsupported_encoding: [{ why: 'an encoding that nobody knows', file: 'unsupported_encoding.nobody-knows.xml', place: { line: 1, column: 1 } }],
  wrong_encoding: [{ why: 'Latin-1 that says it is UTF-8', file: 'wrong_encoding.latin-1-as-utf-8.xml', place: { byte: 539 } }],
  xml_not_well_formed: [
    { why: 'an end tag that closes another element', file: 'xml_not_well_formed.wrong-end-tag.xml', place: at(7, 76, '/Stmt/Acct') },
    { why: 'an entity that is not defined', file: 'xml_not_well_formed.entity.xml', place: ofEntry(13, 30, '/AddtlNtryInf') },
  ],
  xml_truncated: [
    { why: 'half a file', file: 'xml_truncated.half-a-file.xml', place: ofEntry(10, 24, '/CdtDbtInd') },
    { why: 'cut within a tag', file: 'xml_truncated.within-a-tag.xml', place: at(4, 37, '/GrpHdr') },
    { why: 'half an OFX', file: 'xml_truncated.half-an-ofx.ofx', place: { line: 6, column: 9 } },
  ],
  doctype_refused: [{ why: 'an entity bomb', file: 'doctype_refused.entity-bomb.xml', place: { line: 2, column: 1 } }],
  limit_exceeded: [
    { why: '200,000 elements deep', file: 'deep.xml', build: depth, place: { line: 2, column: 255, path: `/Document${'/a'.repeat(63)}` } },
    { why: 'one endless text', file: 'endless-text.xml', build: endlessText, place: { line: 2, column: 146, path: '/Document/BkToCstmrStmt/Stmt/Acct/Id/IBAN' } },
    { why: 'one endless row', file: 'endless-row.csv', build: endlessRow, place: { record: 2 } },
  ],
  missing_element: [
    { why: 'an entry without amount', file: 'missing_element.amount.xml', place: ofEntry(12, 7, '') },
    { why: 'an amount without currency', file: 'missing_element.currency.xml', place: ofEntry(9, 20, '/Amt') },
    { why: 'an OFX transaction without amount', file: 'missing_element.amount.ofx', place: { line: 7, column: 1 } },
    { why: 'an MT940 without opening balance, and so without currency', file: 'missing_element.opening-balance.sta', place: { line: 4 } },
  ],
  bad_value: [{ why: 'neither credit nor debit', file: 'bad_value.neither-credit-nor-debit.xml', place: ofEntry(10, 24, '/CdtDbtInd') }],
  bad_amount: [
    { why: 'a comma in XML', file: 'bad_amount.comma.xml', place: ofEntry(9, 30, '/Amt') },
    { why: 'a tenth of a cent', file: 'bad_amount.tenth-of-a-cent.xml', place: ofEntry(9, 31, '/Amt') },
    { why: 'a negative amount beside a direction', file: 'bad_amount.negative.xml', place: ofEntry(9, 31, '/Amt') },
    { why: 'words in the amount of a CSV', file: 'bad_amount.words.csv', place: { record: 3 } },
  ],
  bad_date: [
    { why: '30 February', file: 'bad_date.30-february.xml', place: ofEntry(12, 32, '/BookgDt/Dt') },
    { why: 'a day that no month has', file: 'bad_date.31-june.csv', place: { record: 3 } },
  ],
  unknown_currency: [
    { why: 'three letters that are none', file: 'unknown_currency.qqq.xml', place: ofEntry(9, 30, '/Amt') },
    { why: 'in a CSV', file: 'unknown_currency.qqq.csv', place: { record: 2 } },
    { why: 'money in no currency', file: 'unknown_currency.entry-in-no-currency.xml', place: ofEntry(9, 30, '/Amt') },
  ],
  no_amount_column: [{ why: 'dates and texts only', file: 'no_amount_column.dates-and-texts.csv', place: { line: 1 } }],
  no_date_column: [{ why: 'amounts and texts only', file: 'no_date_column.amounts-and-texts.csv', place: { line: 1 } }],
  bad_row: [
    { why: 'a delimiter within a text', file: 'bad_row.delimiter-in-a-text.csv', place: { record: 3 } },
    { why: 'a quotation mark that is never closed', file: 'bad_row.open-quotation-mark.csv', place: { record: 3 } },
  ],
  unknown_profile: [{ why: 'a bank that is not there', file: 'unknown_profile.bank-of-nowhere.csv', options: { profile: 'bank-of-nowhere' }, place: { line: 1 } }],
  bad_record: [
    { why: 'a statement line of MT940 that is none', file: 'bad_record.statement-line.sta', place: { line: 5 } },
    { why: 'CFONB 120 without its last record', file: 'bad_record.no-new-balance.cfonb', place: { record: 2 } },
    { why: 'a record that CFONB 120 does not have', file: 'bad_record.unknown-record.cfonb', place: { record: 2 } },
    { why: 'OFX with a tag that is none', file: 'bad_record.broken-tag.ofx', place: { line: 7, column: 1 } },
  ],
  archive_damaged: [{ why: 'half a ZIP', file: 'cut.zip', build: brokenZip, place: { byte: 300 } }],
  archive_refused: [
    { why: 'a link', file: 'link.zip', build: linkInZip, place: { member: 'juin.xml' } },
    { why: 'an empty ZIP', file: 'empty.zip', build: emptyZip, place: { byte: 0 } },
    { why: 'an archive within the archive', file: 'nested.zip', build: zipInZip, place: { member: 'inner.zip', byte: 0 } },
    { why: 'files of two formats', file: 'two-formats.zip', build: twoFormatsInZip, place: { member: 'juin.csv' } },
    { why: 'the same days twice, in other columns', file: 'two-exports.zip', build: twoExportsInZip, place: { member: 'juin-2.csv' } },
  ],
  no_statement: [
    { why: 'a message without statements', file: 'no_statement.empty-message.xml', place: { line: 6, column: 12 } },
    { why: 'a CSV with a header and nothing below', file: 'no_statement.header-alone.csv', place: { record: 1 } },
  ],
  not_balanced: [
    { why: '500.00 + 120.00 is not 630.00', file: 'not_balanced.statement.xml', place: at(16, 5, '/Stmt') },
    { why: 'the same as MT940', file: 'not_balanced.statement.sta', place: { line: 7 } },
    { why: 'the same as CFONB 120', file: 'not_balanced.statement.cfonb', place: { record: 3 } },
    { why: 'a balance column that its rows do not explain', file: 'not_balanced.balance-column.csv', place: { record: 3 } },
  ],
  totals_differ: [
    { why: 'two credits are stated, and there is one', file: 'totals_differ.a-credit-is-missing.xml', place: at(17, 5, '/Stmt') },
    { why: 'a field 90C with another sum', file: 'totals_differ.another-sum.sta', place: { line: 8 } },
  ],
  no_closing_balance: [{ why: 'an MT940 cut behind its last entry', file: 'no_closing_balance.cut.sta', place: { line: 6 } }],
  balance_in_doubt: [
    { why: 'traces of floating point', file: 'balance_in_doubt.floating-point.xml', place: at(9, 89, '/Stmt/Bal/Amt') },
    { why: 'a word in its place', file: 'balance_in_doubt.word.ofx', place: { line: 13, column: 1 } },
  ],
  value_date_adjusted: [{ why: '30 February in MT940', file: 'value_date_adjusted.30-february.sta', place: { line: 5 } }],
  date_far_away: [
    { why: 'years ahead', file: 'date_far_away.year-2062.sta', options: { today: '2026-07-01' }, place: { line: 5 } },
    { why: 'day and year exchanged', file: 'date_far_away.year-2031.csv', options: { today: '2026-07-01' }, place: { record: 3 } },
    { why: 'before there were such files', file: 'date_far_away.year-1926.xml', place: ofEntry(13, 7, '') },
  ],
  batch_kept_whole: [{ why: 'details of 70.00 and 40.00 in an entry of 120.00', file: 'batch_kept_whole.details-do-not-add-up.xml', place: ofEntry(17, 7, '') }],
  batch_without_details: [{ why: 'three payments that are not listed', file: 'batch_without_details.three-payments.xml', place: ofEntry(14, 7, '') }],
  copy_of_statement: [{ why: 'marked as a duplicate', file: 'copy_of_statement.duplicate.xml', place: at(15, 5, '/Stmt') }],
  not_last_page: [{ why: 'the first of several pages', file: 'not_last_page.first-of-two.xml', place: at(15, 5, '/Stmt') }],
  entry_in_other_currency: [{ why: 'dollars on an account in euros', file: 'entry_in_other_currency.dollars.xml', place: ofEntry(13, 7, '') }],
  no_currency: [
    { why: 'a charge of nothing', file: 'no_currency.charge-of-nothing.xml', place: ofEntry(13, 49, '/Chrgs/TtlChrgsAndTaxAmt') },
    { why: 'the account', file: 'no_currency.account.xml', place: at(7, 70, '/Stmt/Acct/Ccy') },
  ],
  no_booking_date: [{ why: 'a value date alone', file: 'no_booking_date.value-date-alone.xml', place: ofEntry(13, 7, '') }],
  unknown_status: [{ why: 'a status of the bank’s own', file: 'unknown_status.zzz.xml', place: ofEntry(11, 24, '/Sts/Prtry') }],
  currency_assumed: [
    { why: 'no currency anywhere', file: 'currency_assumed.no-currency.csv', place: { record: 2 } },
    { why: 'an OFX without CURDEF', file: 'currency_assumed.no-curdef.ofx', place: { line: 6, column: 1 } },
  ],
  date_order_assumed: [{ why: '3 April or 4 March', file: 'date_order_assumed.american-or-british.csv', place: { record: 2 } }],
  decimal_sign_assumed: [{ why: 'one or one thousand', file: 'decimal_sign_assumed.one-or-thousand.csv', place: { record: 2 } }],
  row_skipped: [
    { why: 'a remark below the transactions', file: 'row_skipped.remark.csv', place: { record: 3 } },
    { why: 'an OFX transaction with a decimal sign and no figures', file: 'row_skipped.no-figures.ofx', place: { line: 8, column: 1 } },
  ],
  row_cut: [{ why: 'the file ends within an amount', file: 'row_cut.within-an-amount.csv', place: { record: 5 } }],
  header_assumed: [{ why: 'no line of titles', file: 'header_assumed.no-titles.csv', place: { record: 1 } }],
  mapping_not_used: [{ why: 'another export than the one whose columns were saved', file: 'mapping_not_used.another-export.csv', options: { csv: { mapping: savedMapping } }, place: { record: 1 } }],
  sign_assumed: [{ why: 'a direction that nobody knows', file: 'sign_assumed.no-sign.csv', place: { record: 2 } }],
};
