import { defineTopic } from './contract.js';

export const topics = {
  organisations: defineTopic('identity.organisations', { compacted: true }),
  bankAccounts: defineTopic('bank-import.bank-accounts'),
  transactions: defineTopic('bank-import.transactions'),
  statements: defineTopic('bank-import.statements'),
  customers: defineTopic('invoicing.customers', { compacted: true }),
  /** What earlier builds said of one item each. */
  openItems: defineTopic('invoicing.open-items', { compacted: true }),
  openItemChanges: defineTopic('invoicing.open-item-changes'),
  allocations: defineTopic('invoicing.allocations'),
  allocationRequests: defineTopic('matching.allocation-requests'),
  queue: defineTopic('matching.queue'),
  history: defineTopic('matching.history'),
  outdated: defineTopic('matching.outdated', { keptDays: 7 }),
  guidance: defineTopic('matching.guidance', { keptDays: 7 }),
  figures: defineTopic('cash.figures', { keptDays: 7 }),
} as const;
