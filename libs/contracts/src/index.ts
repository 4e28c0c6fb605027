export { defineEvent, defineTopic, type EventContract, type PayloadOf, type Topic } from './contract.js';
export { topics } from './topics.js';
export { events, eventByName } from './events/index.js';
export { organisationChanged } from './events/identity.js';
export {
  bankAccountOpened, batchDetailed, importedTransaction, statementCompleted, statementProgressed, statementRefused, transactionsImported, transactionSuperseded, transactionsPerMessage, warningExplained, type ImportedTransaction,
} from './events/bank-import.js';
export {
  allocationsRefused, allocationsReversed, allocationsSettled, customerChanged, customerSnapshot, itemsPerMessage, ledgerEntry, openItemChanged, openItemsChanged, openItemSnapshot,
  type CustomerSnapshot, type LedgerEntry, type OpenItemSnapshot,
} from './events/invoicing.js';
export {
  allocationRequest, allocationsRequested, allocationsSeen, booksChanged, casesOutdated, historyRecorded, learningCorrected, policyChanged, precisionChanged, queueChanged, queueOutdated, ruleChanged, settledPayment, transactionReleased, transactionsSetAside, undoRequested, type AllocationRequest,
} from './events/matching.js';
export { agedBalanceChanged, agedTotals, forecastChanged, type AgedTotals } from './events/cash.js';
export * as identityHttp from './http/identity.js';
export * as invoicingHttp from './http/invoicing.js';
export * as bankImportHttp from './http/bank-import.js';
export * as matchingHttp from './http/matching.js';
export * as cashHttp from './http/cash.js';
export { largestPage, noQuery, page, pageQuery, type Page, type PageQuery } from './http/paging.js';
export { streamedEvents, streamQuery } from './http/stream.js';
export { type FileProblem } from './file-problem.js';
export { refusalWords } from './refusal-words.js';
export { sentence, sentences, type SentenceOnTheWire } from './sentences.js';
export { fieldError, isMissing, saidOfIssue } from './said-of-issue.js';
export { onTheWire, saidOfMoney, type Sentence } from '@lettrage/sentences';
export { importProblems, type ImportProblemCode } from './import-problems.js';
export { allocationRefusalCode, problem, refusalStatus, type AllocationRefusalCode, type Problem, type RefusalCode } from './refusals.js';
export {
  actor, calendarDate, currency, decimal, difference, differenceKind, differenceSign, id, instant, itemKind, reason, shortText,
  type Difference, type DifferenceKind, type ItemKind, type Reason,
} from './wire.js';
