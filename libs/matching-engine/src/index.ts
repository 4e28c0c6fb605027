export type { Allocation, Alternative, Customer, Difference, DifferenceKind, ExpectedPayment, IncomingTransaction, OpenItem, Proposal, Reason, SettledAllocation, SettledTransaction } from './border.js';
export { MatchingEngine, type EngineOptions } from './engine.js';
