import { z } from 'zod';
import { csvAsked } from './csv-reading.js';
import { fileProblem } from './file-problem.js';
import { statementFile } from './http/bank-import.js';
import { sentenceOnTheWire } from './sentences.js';

/** Why the ledger did not enter an allocation. */
export const allocationRefusalCode = z.enum([
  'item_unknown',
  'item_not_open_enough',
  'item_currency_differs',
  'transaction_exceeded',
  'transaction_differs',
  'amounts_do_not_add_up',
  'difference_sign_wrong',
  'customer_unknown',
  'already_settled',
]);
export type AllocationRefusalCode = z.infer<typeof allocationRefusalCode>;

/** Every business refusal that the HTTP border can answer, with its status; a total record, so that a new code needs a status. */
export const refusalStatus = {
  not_found: 404,
  invalid_body: 400,
  invalid_query: 400,
  invalid_file: 422,
  file_too_large: 413,
  unsupported_format: 422,
  account_needed: 422,
  account_differs: 422,
  account_currency_differs: 422,
  account_unknown: 422,
  account_taken: 409,
  candidate_taken: 409,
  questions_open: 422,
  number_taken: 409,
  customer_unknown: 422,
  already_decided: 409,
  nothing_to_undo: 409,
  proposal_gone: 409,
  changed_meanwhile: 409,
  item_not_open_enough: 409,
  item_unknown: 422,
  amounts_do_not_add_up: 422,
  not_signed_in: 401,
  wrong_credentials: 401,
  too_many_attempts: 429,
  not_allowed: 403,
  link_used: 410,
  email_taken: 409,
  limit_reached: 409,
  cross_site: 403,
  service_unavailable: 503,
} as const;
export type RefusalCode = keyof typeof refusalStatus;

/** RFC 9457 problem details, with the code that programs read, where the fault is, and what to do. `type` is the page of the documentation that explains it. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  /** What `detail` says, by its id and values, so that it can be said in another language. */
  sentence: sentenceOnTheWire.optional(),
  instance: z.string().optional(),
  remedy: z.string().optional(),
  errors: z.array(z.object({ where: z.string(), message: z.string(), sentence: sentenceOnTheWire.optional() })).optional(),
  /** Where the refusal is about a file. */
  fault: fileProblem.optional(),
  /** Where an uploaded statement asks something (`questions_open`): the file as it is kept, with its questions; they are answered under its id. */
  statementFile: statementFile.optional(),
  /** Where the refusal is about a CSV that would be read if someone said what its columns are. */
  asks: csvAsked.optional(),
});
export type Problem = z.infer<typeof problem>;
