const everyMs = 100;

/** Asks again until the answer is the one that is waited for; gives up, with what was waited for, after `withinMs`. */
export async function until<T>(what: string, ask: () => Promise<T>, arrived: (answer: T) => boolean, withinMs = 120_000): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (arrived(answer)) return answer;
    if (performance.now() > end) throw new Error(`Waited ${withinMs / 1000} s for this, in vain: ${what}. The last answer was ${JSON.stringify(answer).slice(0, 300)}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
