import { agedBalanceChanged, forecastChanged } from '../events/cash.js';
import { queueChanged } from '../events/matching.js';
import { statementCompleted, statementProgressed, statementRefused } from '../events/bank-import.js';

/**
 * What the browser's live stream (`GET /api/stream`, server-sent events) carries: `event:` is the contract's name, `data:` its
 * payload, `id:` grows and may be sent back as `Last-Event-ID`.
 */
export const streamedEvents = [agedBalanceChanged, forecastChanged, queueChanged, statementProgressed, statementCompleted, statementRefused] as const;
