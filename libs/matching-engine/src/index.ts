export type { Allocation, Alternative, Customer, Difference, DifferenceKind, IncomingTransaction, OpenItem, Proposal, Reason, SettledAllocation, SettledTransaction } from './border.js';
export { MatchingEngine, type EngineOptions } from './engine.js';
