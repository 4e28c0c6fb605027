export type { Allocation, Alternative, Customer, Difference, DifferenceKind, ExpectedPayment, IncomingTransaction, OpenItem, Proposal, Reason, SettledAllocation, SettledTransaction } from './border.js';
export type { BookNews } from './evidence/book-news.js';
export { type DecisionRequest, MatchingEngine, type EngineOptions } from './engine.js';
export { reasonText } from './explanation/reason-texts.js';
export { isFitDue, nextFit } from './learning/fit-points.js';
export { type Learning, learningVersion } from './learning/learned.js';
export { checkPolicy, type Policy } from './policy.js';
export { type Allowance, type Rule, type RuleMatch, RuleSet, type Ruling } from './rules.js';
