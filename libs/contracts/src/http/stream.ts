import { z } from 'zod';
import { agedBalanceChanged, forecastChanged } from '../events/cash.js';
import { allocationsSeen, learningCorrected, policyChanged, precisionChanged, queueChanged, ruleChanged } from '../events/matching.js';
import { statementCompleted, statementProgressed, statementRefused, warningExplained } from '../events/bank-import.js';

/**
 * What the browser's live stream (`GET /api/stream`, server-sent events) carries: `event:` is the contract's name, `data:` its
 * payload, `id:` grows and may be sent back as `Last-Event-ID`.
 */
export const streamedEvents = [
  agedBalanceChanged, forecastChanged, queueChanged, precisionChanged, policyChanged, ruleChanged, allocationsSeen, learningCorrected, statementProgressed, statementCompleted, statementRefused, warningExplained,
] as const;

/** `after` is a place that an `id:` or the session's `streamPosition` has named; `Last-Event-ID` goes before it. */
export const streamQuery = z.strictObject({ after: z.string().regex(/^\d{1,18}$/, 'a place in the stream is a number').optional() });
