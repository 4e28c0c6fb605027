import { setFlagsFromString } from 'node:v8';

/**
 * Calls (a loop's rounds count as part of one) after which V8 compiles a function once more, at its slowest and best; by itself it does so after 3,000. What has run so
 * often has taken tenths of a second already. Calculating for many seconds loses nothing by it: an engine that learned 124,000 payments decides 20,000 credits as fast.
 */
const callsForBestCode = 300_000;

/**
 * Has V8 spend its slowest compiler on what is truly hot only. A service calls thousands of functions some thousand times in the first minutes of work, and
 * compiling them all takes a core from the work itself: a quarter of what an import of 10,000 transactions costs in a new process.
 */
export function compileSparingly(): void {
  setFlagsFromString(`--invocation-count-for-turbofan=${callsForBestCode}`);
}
