import { Refused } from './refused.js';

/** What is named may be another service's news that has not come yet: a customer, an invoice, an account that was created a moment ago. */
export class NotHeardOf extends Refused {}

/** How long is waited before each further attempt; two seconds together. */
const pausesMs = [25, 50, 100, 200, 400, 600, 625];

/**
 * Answers as `attempt` does. What it refuses as not heard of it is asked again for two seconds, because what one service has said reaches another a moment later and the caller,
 * who has heard yes from the first, cannot know that. `attempt` opens a transaction of its own where it locks something.
 */
export async function onceHeard<T>(attempt: () => Promise<T>, isNotHeardOf = (error: unknown): boolean => error instanceof NotHeardOf): Promise<T> {
  for (const pause of pausesMs) {
    try {
      return await attempt();
    } catch (error) {
      if (!isNotHeardOf(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return attempt();
}
