import { z } from 'zod';
import { sentenceOnTheWire } from './sentences.js';

/**
 * What is wrong with a file that someone gave us: the code, where it is, what stands there, what it means and what to do. `explanation`, `place` and `page`
 * are missing from what was stored before they existed.
 */
export const fileProblem = z.object({
  code: z.string(),
  message: z.string(),
  /** What `message` says, by its id and values; missing from what was stored before it existed. */
  sentence: sentenceOnTheWire.optional(),
  /** The place in words: `line 9, column 30, /Document/BkToCstmrStmt/Stmt/Ntry/Amt`. */
  where: z.string().nullable(),
  /** The same for programs. Lines, columns and records count from 1, bytes from 0; `field` is a column or a member by its name, `statement` a statement by its. */
  place: z.object({ member: z.string(), line: z.int(), column: z.int(), path: z.string(), record: z.int(), byte: z.int(), field: z.string(), statement: z.string() }).partial().optional(),
  excerpt: z.string().nullable(),
  explanation: z.string().optional(),
  remedy: z.string(),
  /** Its page in the documentation, in English and French. */
  page: z.string().optional(),
});
export type FileProblem = z.infer<typeof fileProblem>;
