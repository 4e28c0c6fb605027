import { type EventContract } from '../contract.js';
import { bankAccountOpened, batchDetailed, statementCompleted, statementProgressed, statementRefused, transactionsImported, transactionSuperseded, warningExplained } from './bank-import.js';
import { agedBalanceChanged, forecastChanged } from './cash.js';
import { organisationChanged } from './identity.js';
import { allocationsRefused, allocationsReversed, allocationsSettled, customerChanged, openItemChanged, openItemsChanged } from './invoicing.js';
import {
  allocationsRequested, allocationsSeen, booksChanged, casesOutdated, historyRecorded, learningCorrected, policyChanged, precisionChanged, queueChanged, queueOutdated, ruleChanged, transactionReleased, transactionsSetAside, undoRequested,
} from './matching.js';

/** Every message that any service says, or that one of an earlier build may have said. */
export const events: readonly EventContract<never>[] = [
  organisationChanged,
  bankAccountOpened, transactionsImported, batchDetailed, transactionSuperseded, statementProgressed, statementCompleted, statementRefused, warningExplained,
  customerChanged, openItemChanged, openItemsChanged, allocationsSettled, allocationsRefused, allocationsReversed,
  allocationsRequested, undoRequested, queueChanged, transactionsSetAside, transactionReleased, historyRecorded, queueOutdated, casesOutdated, booksChanged,
  ruleChanged, policyChanged, precisionChanged, allocationsSeen, learningCorrected,
  agedBalanceChanged, forecastChanged,
] as never;

const byName = new Map(events.map((event) => [event.name, event]));

/** The contract of a message's name, or undefined for a name that this build does not know. */
export function eventByName(name: string): EventContract<never> | undefined {
  return byName.get(name);
}
