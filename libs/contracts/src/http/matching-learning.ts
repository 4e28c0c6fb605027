import { z } from 'zod';
import { fieldSentences } from '../field-sentences.js';
import { calendarDate, id, differenceKind } from '../wire.js';

/** A name or IBAN under which a customer paid. */
export const learnedPayer = z.object({
  kind: z.enum(['name', 'iban']),
  value: z.string(),
  payments: z.int(),
  firstSeen: calendarDate.nullable(),
  lastSeen: calendarDate.nullable(),
  /** The engine was told to forget it: these payments do not teach it any more. */
  forgotten: z.boolean(),
});
export type LearnedPayer = z.infer<typeof learnedPayer>;

/** What has been learned of a customer from its latest 1,000 confirmed payments. */
export const customerLearning = z.object({
  customerId: id,
  payments: z.int(),
  /** The names and IBANs that paid, the most frequent first. */
  payers: z.array(learnedPayer),
  /** Days from due date to payment; negative is early. Null without payments. */
  delay: z.object({ meanDays: z.number(), medianDays: z.number(), lastDays: z.int() }).nullable(),
  /** How payments name what they pay: with the whole number or a structured reference, with its last digits, or not at all. */
  references: z.object({ whole: z.int(), tail: z.int(), none: z.int() }),
  /** Payments of more than one item, and the most that one paid. */
  grouping: z.object({ severalItems: z.int(), mostItems: z.int() }),
  differences: z.array(z.object({ kind: differenceKind, payments: z.int() })),
  /** Proposals for this customer that people have rejected or taken back. */
  rejections: z.object({ count: z.int(), last: calendarDate.nullable() }),
});
export type CustomerLearning = z.infer<typeof customerLearning>;

/** `value` as `payers` has it, in whatever writing: accents, capitals and punctuation do not count, so there must be a letter or a digit. */
export const forgetBody = z.strictObject({ kind: z.enum(['name', 'iban']), value: z.string().trim().min(1).max(200).regex(/[\p{L}\p{N}]/u, fieldSentences.field_no_word.en) });
export type ForgetBody = z.infer<typeof forgetBody>;
