import { describePlace, type Place, type StatementFault, type StatementWarning } from '@lettrage/bank-formats';
import { type bankImportHttp } from '@lettrage/contracts';

type FileProblem = bankImportHttp.FileProblem;

/** What this service itself finds wrong with a file, each with what to do; the formats' own codes stand in bank-formats. */
const remedies = {
  account_needed: 'Choose the bank account of this file when you upload it, or create the account first.',
  account_differs: 'Upload the file without choosing an account, or choose the account that it names.',
  account_currency_differs: 'Check that the file is of this account; an account in another currency is another account.',
  balance_gap: 'A statement between the two is missing, or one was changed; import the missing statement, or compare with the bank.',
  probable_duplicates: 'Check whether the same payments came from two exports; prefer one format of the bank for an account.',
  reader_out_of_memory: 'Split the file by period and upload the parts; if it is an ordinary statement, tell us.',
  reader_stalled: 'Split the file by period and upload the parts; if it is an ordinary statement, tell us.',
  reader_failed: 'The file met an error of ours; upload it again after the next update, or tell us.',
} as const;
export type ImportProblemCode = keyof typeof remedies;

export function importProblem(code: ImportProblemCode, message: string, where: string | null = null): FileProblem {
  return { code, message, where, excerpt: null, remedy: remedies[code] };
}

/** `file` is the file as a whole; a fault in a member of an archive names the member. */
export function problemOfFault(fault: StatementFault, file: string): FileProblem {
  const place = whereOf(fault.place);
  const where = fault.file === file ? place : [fault.file, place].filter(Boolean).join(', ');
  return { code: fault.code, message: fault.problem, where, excerpt: fault.excerpt || null, remedy: fault.remedy };
}

export function problemOfWarning(warning: StatementWarning): FileProblem {
  return { code: warning.code, message: warning.message, where: whereOf(warning.place), excerpt: null, remedy: warning.remedy };
}

function whereOf(place: Place): string | null {
  return describePlace(place).slice(2) || null;
}
