import type { AgedTotals } from '../../api/types.js';

export type Bucket = 'notDue' | 'd0to30' | 'd31to60' | 'd61to90' | 'd91plus';
export const buckets: readonly Bucket[] = ['notDue', 'd0to30', 'd31to60', 'd61to90', 'd91plus'];
export const bucketColour: Readonly<Record<Bucket, string>> = {
  notDue: 'var(--bucket-not-due)',
  d0to30: 'var(--bucket-d0to30)',
  d31to60: 'var(--bucket-d31to60)',
  d61to90: 'var(--bucket-d61to90)',
  d91plus: 'var(--bucket-d91plus)',
};

/** The position of an amount on a chart's axis: pixels are never more exact than this. Figures are written from the decimal string itself. */
export function toPlot(amount: string): number {
  return Number(amount);
}

/** The rows of one currency with the largest totals, the largest first. */
export function largest<Row extends AgedTotals>(rows: readonly Row[], currency: string, count: number): Row[] {
  return rows
    .filter((row) => row.currency === currency)
    .sort((a, b) => toPlot(b.total) - toPlot(a.total))
    .slice(0, count);
}

/** Shares of a bar for the buckets that hold something, in percent of what is open (a credit in a bucket takes no room). */
export function bucketShares(totals: AgedTotals): { bucket: Bucket; percent: number }[] {
  const sizes = buckets.map((bucket) => ({ bucket, size: Math.max(0, toPlot(totals[bucket])) }));
  const whole = sizes.reduce((sum, { size }) => sum + size, 0);
  return whole === 0 ? [] : sizes.filter(({ size }) => size > 0).map(({ bucket, size }) => ({ bucket, percent: (100 * size) / whole }));
}
