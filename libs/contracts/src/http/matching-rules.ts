import { z } from 'zod';
import { fieldSentences } from '../field-sentences.js';
import { actor, calendarDate, currency, decimal, id, instant, shortText } from '../wire.js';
import { page } from './paging.js';
import { caseState, proposal } from './queue-entry.js';

/** More than nothing: a rule that allows nothing would never speak. */
const upTo = z.string().regex(/^(?=.*[1-9])\d{1,12}(\.\d{1,4})?$/, fieldSentences.field_small_amount.en);
const iban = z.string().trim().regex(/^[A-Za-z]{2}\d{2}[A-Za-z0-9 ]{8,40}$/, fieldSentences.field_iban.en);

/** Which receipts a rule is about: all that is given must hold, and something must be given. */
export const ruleMatch = z
  .strictObject({
    payerIban: iban.optional(),
    /** Words of the payer's name, in any order, whatever its accents and capitals. */
    payerName: shortText.optional(),
    /** Words that follow each other in the text of the payment. */
    text: shortText.optional(),
  })
  .refine((match) => Object.values(match).some((part) => part !== undefined), fieldSentences.field_no_match.en);

export const ruleBody = z.discriminatedUnion('kind', [
  /** "IBAN X belongs to customer Y". What the payer pays is still found by the engine. */
  z.strictObject({ kind: z.literal('payer_is_customer'), match: ruleMatch, customerId: id }),
  /** "Payments from STRIPE are payouts": set aside, with the label as the reason. */
  z.strictObject({ kind: z.literal('not_an_invoice'), match: ruleMatch, label: shortText }),
  /** "Tolerance 0.05 for roundings", either way. */
  z.strictObject({ kind: z.literal('rounding_tolerance'), currency, upTo }),
  /** "Fees up to 25 EUR from abroad": where customer or payer's IBAN are of another country than `homeCountry`. */
  z.strictObject({ kind: z.literal('fee_from_abroad'), currency, upTo, homeCountry: z.string().regex(/^[A-Z]{2}$/, fieldSentences.field_country_capitals.en) }),
]);
export type RuleBody = z.infer<typeof ruleBody>;

/** A rule speaks while it is active; where several speak of a receipt, the oldest decides. Each change is a version. */
export const storedRule = z.object({ ruleId: id, version: z.int(), active: z.boolean(), rule: ruleBody, createdBy: actor, createdAt: instant, changedBy: actor, changedAt: instant });
export type StoredRule = z.infer<typeof storedRule>;
export const ruleList = z.object({ items: z.array(storedRule) });
const ruleVersion = z.object({ version: z.int(), active: z.boolean(), rule: ruleBody, changedBy: actor, changedAt: instant, removed: z.boolean() });
export const ruleVersions = z.object({ items: z.array(ruleVersion) });
export type RuleVersions = z.infer<typeof ruleVersions>;
/** A change of any rule, also of one that is gone, with what it was before; null where that was nothing. */
export const ruleChange = ruleVersion.extend({ ruleId: id, before: z.object({ active: z.boolean(), rule: ruleBody }).nullable() });
export type RuleChange = z.infer<typeof ruleChange>;
export const ruleHistoryPage = page(ruleChange);
export const createRuleBody = z.strictObject({ rule: ruleBody, active: z.boolean().default(false) });
export type CreateRuleBody = z.infer<typeof createRuleBody>;
/** `version` is the one that was read. */
export const updateRuleBody = z.strictObject({ rule: ruleBody, active: z.boolean(), version: z.int() });
export type UpdateRuleBody = z.infer<typeof updateRuleBody>;

/** Tries a rule that is not stored, or (`ruleId`) instead of a stored one, on the latest receipts, in every state but `requested`. */
export const tryRuleBody = z.strictObject({ rule: ruleBody, ruleId: id.optional(), lastReceipts: z.int().min(1).max(2000).default(500) });
export type TryRuleBody = z.infer<typeof tryRuleBody>;
export const triedOutcome = z.object({
  /** What would happen by itself: allocated, set aside by a rule, proposed, or nothing. */
  outcome: z.enum(['allocated', 'set_aside', 'proposed', 'nothing']),
  customerId: id.nullable(),
  lines: proposal.shape.lines,
  difference: proposal.shape.difference,
  confidence: z.number().nullable(),
  reasons: proposal.shape.reasons,
});
export type TriedOutcome = z.infer<typeof triedOutcome>;
export const tryRuleResult = z.object({
  /** How many receipts were decided anew, and of how many the rule speaks or its allowance was used. */
  receipts: z.int(),
  concerned: z.int(),
  changed: z.int(),
  /** Among those changed, of receipts that are settled or set aside now: how many decisions would have become right or wrong by what stands in the books. */
  nowRight: z.int(),
  nowWrong: z.int(),
  /** The changed ones, the latest first, at most 100. */
  changes: z.array(
    z.object({
      transactionId: id, bookingDate: calendarDate, amount: decimal, currency, counterpartyName: z.string().nullable(), remittance: z.string().nullable(), state: caseState, decidedBy: actor.nullable(),
      before: triedOutcome,
      after: triedOutcome,
      /** Whether it is what stands in the books; null while the receipt waits. */
      beforeIsRight: z.boolean().nullable(),
      afterIsRight: z.boolean().nullable(),
    }),
  ),
});
export type TryRuleResult = z.infer<typeof tryRuleResult>;
