import type {
  agedBalanceChanged,
  allocationsSeen,
  forecastChanged,
  learningCorrected,
  PayloadOf,
  policyChanged,
  precisionChanged,
  queueChanged,
  ruleChanged,
  statementCompleted,
  statementProgressed,
  statementRefused,
  warningExplained,
} from '@lettrage/contracts';
import { cashKeys } from '../api/cash.js';
import { glanceKeys } from '../api/glance.js';
import { invoicingKeys } from '../api/invoicing.js';
import { matchingKeys } from '../api/matching.js';
import { queueKeys } from '../api/queue.js';
import { statementKeys } from '../api/statements.js';

export interface LiveEvents {
  'cash.aged-balance-changed.v1': PayloadOf<typeof agedBalanceChanged>;
  'cash.forecast-changed.v1': PayloadOf<typeof forecastChanged>;
  'matching.queue-changed.v1': PayloadOf<typeof queueChanged>;
  'matching.precision-changed.v1': PayloadOf<typeof precisionChanged>;
  'matching.policy-changed.v1': PayloadOf<typeof policyChanged>;
  'matching.rule-changed.v1': PayloadOf<typeof ruleChanged>;
  'matching.allocations-viewed.v1': PayloadOf<typeof allocationsSeen>;
  'matching.learning-corrected.v1': PayloadOf<typeof learningCorrected>;
  'bank-import.statement-progressed.v1': PayloadOf<typeof statementProgressed>;
  'bank-import.statement-completed.v1': PayloadOf<typeof statementCompleted>;
  'bank-import.statement-refused.v1': PayloadOf<typeof statementRefused>;
  'bank-import.warning-explained.v1': PayloadOf<typeof warningExplained>;
}
export type LiveEventName = keyof LiveEvents;
type QueryKey = readonly unknown[];

/** Which answers in the cache an event makes stale, by the beginning of their keys. */
export const madeStaleBy: { readonly [Name in LiveEventName]: (event: LiveEvents[Name]) => QueryKey[] } = {
  'cash.aged-balance-changed.v1': () => [cashKeys.agedBalance, cashKeys.dso],
  'cash.forecast-changed.v1': () => [cashKeys.forecast],
  'matching.queue-changed.v1': (event) => [
    queueKeys.lists,
    queueKeys.summaries,
    glanceKeys.all,
    ...(event.settled > 0 || event.waiting > 0 ? [invoicingKeys.invoices] : []),
  ],
  'matching.precision-changed.v1': () => [matchingKeys.precision],
  'matching.policy-changed.v1': () => [matchingKeys.policies],
  'matching.rule-changed.v1': () => [matchingKeys.rules, matchingKeys.ruleHistory],
  'matching.allocations-viewed.v1': () => [glanceKeys.all],
  'matching.learning-corrected.v1': ({ customerId }) => [matchingKeys.learningOf(customerId)],
  'bank-import.statement-progressed.v1': () => [],
  'bank-import.statement-completed.v1': (event) => [
    statementKeys.list,
    statementKeys.one(event.statementFileId),
    statementKeys.accounts,
    statementKeys.warnings,
    statementKeys.duplicates,
    statementKeys.mappings,
  ],
  'bank-import.warning-explained.v1': (event) => [statementKeys.warnings, statementKeys.list, statementKeys.one(event.statementFileId)],
  'bank-import.statement-refused.v1': (event) => [statementKeys.list, statementKeys.one(event.statementFileId)],
};

export const liveEventNames = Object.keys(madeStaleBy) as LiveEventName[];
