/** Where in the file: line and column count from 1; `record` is the row of a CSV, the entry of a CAMT, the line of a CFONB. */
export interface Place {
  readonly line?: number;
  readonly column?: number;
  readonly path?: string;
  readonly record?: number;
}

/** What to do about a fault. One remedy a code, so that the catalogue of errors can be printed from this table. */
const remedies = {
  empty_file: 'Download the statement again; the bank sent nothing, or the transfer was cut.',
  unknown_format: 'Export the statement as CAMT.053, CSV, MT940, OFX or CFONB 120 and import that file.',
  unsupported_message: 'Ask the bank for an account statement (camt.053), report (camt.052) or notification (camt.054).',
  unsupported_encoding: 'Export the file in UTF-8, or ask the bank for it.',
  wrong_encoding: 'The bytes do not fit the encoding the file declares; download it again without opening and saving it in an editor.',
  xml_not_well_formed: 'The file was changed after the bank made it; download it again and do not edit it.',
  xml_truncated: 'The file ends too early; download it again.',
  doctype_refused: 'A bank statement has no document type declaration; get the file from the bank itself.',
  limit_exceeded: 'The file exceeds a limit that no bank statement needs; check that it is one, or split it by period.',
  missing_element: 'The statement lacks what its format prescribes; ask the bank for a complete file.',
  bad_value: 'The value is not one that the format allows; ask the bank for a corrected file.',
  bad_amount: 'Correct the amount at that place, or ask the bank for a corrected file.',
  bad_date: 'Correct the date at that place, or ask the bank for a corrected file.',
  unknown_currency: 'Use an ISO 4217 currency code such as EUR.',
  no_amount_column: 'Name the amount columns in a bank profile, or export with a column headed Amount, or Debit and Credit.',
  no_date_column: 'Name the date column in a bank profile, or export with a column headed Date.',
  bad_row: 'Correct that row, or export the file again without editing it in a spreadsheet.',
  unknown_profile: 'Use one of the profiles named in the message, or leave the profile out.',
  bad_record: 'The record is not one that the format allows; download the file again.',
  archive_damaged: 'The archive cannot be opened; download it again.',
  archive_refused: 'Unpack the archive and import the statement files in it one by one.',
} as const;

export type FaultCode = keyof typeof remedies;
export const faultCodes = Object.keys(remedies) as FaultCode[];

const warningRemedies = {
  no_statement: 'Nothing was imported from it; ask the bank for the statement of that period.',
  not_balanced: 'Compare with the bank: an entry may be missing from the file, or a page of it.',
  batch_kept_whole: 'Import the notification (camt.054) of the batch, or allocate the sum by hand.',
  batch_without_details: 'Import the notification (camt.054) of the batch, or allocate the sum by hand.',
  copy_of_statement: 'The bank marks it as a copy or duplicate; import the original only.',
  not_last_page: 'Import the remaining pages of this statement as well.',
  entry_in_other_currency: 'The entry is not in the currency of the account and is left out of its sums; ask the bank what was booked.',
  no_booking_date: 'The entry has no booking date; the date used instead is shown.',
  unknown_status: 'The status is none that is known to be booked; the entry is kept as information and enters no sum.',
  currency_assumed: 'Name the currency of the account in its settings or in a bank profile.',
  date_order_assumed: 'Check one date of the file; choose the order in a bank profile if it is the other one.',
  decimal_sign_assumed: 'Check one amount of the file; choose the decimal sign in a bank profile if it is the other one.',
  row_skipped: 'The row is no transaction; check that nothing is missing.',
  header_assumed: 'The file has no header line; check that the columns were recognised rightly.',
  sign_assumed: 'Check that income and expense are the right way round.',
} as const;

export type WarningCode = keyof typeof warningRemedies;
export const warningCodes = Object.keys(warningRemedies) as WarningCode[];

export function remedyOf(code: FaultCode | WarningCode): string {
  return code in remedies ? remedies[code as FaultCode] : warningRemedies[code as WarningCode];
}

/** A file that cannot be read as a statement. Nothing of it may be kept. The message is one line for people: where, what, what to do. */
export class StatementFault extends Error {
  override readonly name = 'StatementFault';
  readonly remedy: string;
  /** At most 80 characters of the file around the place. */
  readonly excerpt: string;

  constructor(
    readonly code: FaultCode,
    readonly file: string,
    readonly place: Place,
    readonly problem: string,
    excerpt = '',
  ) {
    const shown = printable(excerpt);
    super(`${file}${describePlace(place)}: ${problem}${shown === '' ? '' : ` (near "${shown}")`}. ${remedies[code]} [${code}]`);
    this.remedy = remedies[code];
    this.excerpt = shown;
  }
}

/** `, line 3, column 7, /Document/...` or nothing. */
export function describePlace(place: Place): string {
  const parts: string[] = [];
  if (place.line !== undefined) parts.push(`line ${place.line}`);
  if (place.column !== undefined) parts.push(`column ${place.column}`);
  if (place.record !== undefined) parts.push(`record ${place.record}`);
  if (place.path !== undefined) parts.push(place.path);
  return parts.map((part) => `, ${part}`).join('');
}

/** Control characters would garble a terminal or a log line. */
function printable(text: string): string {
  return text.slice(0, 80).replace(/[\p{C}\s]+/gu, ' ').trim();
}
