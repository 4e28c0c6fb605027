export { matchingSchema } from './persistence/schema.js';
export { startMatching } from './start-matching.js';
export { matchingSettings, type MatchingSettings } from './matching.config.js';
