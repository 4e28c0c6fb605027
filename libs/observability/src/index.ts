export { createLogger, NestLog, type Log } from './log.js';
export { Metrics } from './metrics.js';
