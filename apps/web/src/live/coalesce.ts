/**
 * Calls `work` at once, and while it runs or within `gapMs` after it, remembers only that another call is due. A flood of events
 * thus neither starves the work (a new call never breaks off the one before) nor leaves the last event unanswered.
 */
export function coalesce(work: () => Promise<unknown>, gapMs: number, wait: (ms: number) => Promise<unknown> = sleep): () => void {
  let due = false;
  let running = false;
  const run = async () => {
    running = true;
    while (due) {
      due = false;
      // What the work cannot do is shown where its answer would stand; here it must only not end the loop.
      await work().catch(() => undefined);
      await wait(gapMs);
    }
    running = false;
  };
  return () => {
    due = true;
    if (!running) void run();
  };
}

async function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
