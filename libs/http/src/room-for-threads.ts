import { setFlagsFromString } from 'node:v8';

/** Of each half of a thread's space for young objects, and of its space for old ones before they are looked through. */
const youngMb = 16;
const oldMb = 64;

/**
 * Threads that are begun from now on (the engine, the readers, the forecast) begin with room for what one file makes. V8 begins with a megabyte or two and looks for
 * garbage, on all processors, each time that it makes them larger, while nearly everything is still needed. What a thread may take at most stays as it was.
 */
export function giveThreadsRoom(): void {
  setFlagsFromString(`--min-semi-space-size=${youngMb}`);
  setFlagsFromString(`--initial-old-space-size=${oldMb}`);
}
