export { cashSettings, type CashSettings } from './cash.config.js';
export { hashOfCash } from './persistence/hash-of-cash.js';
export { cashSchema } from './persistence/schema.js';
export { rebuildCash } from './rebuild-cash.js';
export { startCash } from './start-cash.js';
