import { isDate } from '@lettrage/calendar';
import { isCurrency } from '@lettrage/money';
import { z } from 'zod';
import { fieldSentences } from './field-sentences.js';

/** The small forms that every message and body is made of. */

/** In small letters, as PostgreSQL writes it, so that one thing has one id however a caller writes it. */
export const id = z.uuid().toLowerCase();
export const calendarDate = z.string().refine(isDate, fieldSentences.field_date.en).meta({ format: 'date', example: '2026-11-21' });
export const currency = z.string().refine(isCurrency, fieldSentences.field_currency.en).meta({ example: 'EUR' });
/** A signed decimal string with a point; as many decimals as the currency has. */
export const decimal = z
  .string()
  .regex(/^-?\d{1,18}(\.\d{1,5})?$/, fieldSentences.field_decimal.en)
  .meta({ example: '1234.50' });
export const instant = z.iso.datetime();
export const shortText = z.string().trim().min(1).max(200);

/** Name of a thing that decided: a person's id, or the engine. */
export const actor = z.union([z.literal('automatic'), id]);

export const itemKind = z.enum(['invoice', 'credit_note']);
export type ItemKind = z.infer<typeof itemKind>;

/** Why what was allocated is not what was received; the sign rules stand in the documentation of `difference`. */
export const differenceKind = z.enum(['bank_fee', 'discount', 'deduction', 'rounding', 'overpayment', 'duplicate_payment', 'on_account']);
export type DifferenceKind = z.infer<typeof differenceKind>;

/**
 * What was allocated minus what was received: positive for a fee, a discount or a deduction, either sign for a rounding,
 * negative for an overpayment; a duplicate payment or money on account allocates nothing and is minus the whole amount.
 */
export const difference = z.object({ kind: differenceKind, amount: decimal });
export type Difference = z.infer<typeof difference>;
/** The sign that a difference of each kind has; zero: either. */
export const differenceSign: Readonly<Record<DifferenceKind, 1 | -1 | 0>> = { bank_fee: 1, discount: 1, deduction: 1, rounding: 0, overpayment: -1, duplicate_payment: -1, on_account: -1 };

export const reason = z.object({ code: z.string().max(60), text: z.string().max(400), params: z.record(z.string(), z.string().max(300)).default({}) });
export type Reason = z.infer<typeof reason>;
