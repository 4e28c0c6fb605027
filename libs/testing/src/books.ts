import { type BooksReport, checkBooks } from '@lettrage/laws';

const everyMs = 150;

/**
 * Waits until nothing is on its way and every law holds over all books; fails with the violations, or with what still moves, after
 * `withinMs`. Ends every integration, end-to-end and resilience test. `parked` is how many parked messages the test expects.
 */
export async function expectBooksToBalance(administratorUrl: string, { withinMs = 60_000, parked = 0 }: { withinMs?: number; parked?: number } = {}): Promise<BooksReport> {
  const end = performance.now() + withinMs;
  for (let calm = 0; ; ) {
    const report = await checkBooks(administratorUrl);
    const { violations, unsettled } = report;
    const settled = unsettled.onTheirWay === 0 && unsettled.filesToRead === 0 && unsettled.requestsToTheLedger === 0;
    // Over Kafka a message may be between two services without a row to show for it: two calm looks in a row.
    calm = settled && violations.length === 0 && unsettled.parked === parked ? calm + 1 : 0;
    if (calm === 2) return report;
    if (performance.now() > end) throw new Error(`The books do not balance after ${withinMs / 1000} s: ${JSON.stringify(report, null, 1)}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
