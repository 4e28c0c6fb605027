export { matchingSchema } from './persistence/schema.js';
export { startMatching } from './start-matching.js';
