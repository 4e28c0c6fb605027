import { formatDecimal, minorUnits, parseDecimal } from '@lettrage/money';
import type { AgedTotals } from '../../api/types.js';

/** What is past its due date: the four late buckets, summed exactly. */
export function overdueOf(totals: AgedTotals): string {
  const decimals = minorUnits(totals.currency);
  const late = [totals.d0to30, totals.d31to60, totals.d61to90, totals.d91plus];
  return formatDecimal(
    late.reduce((sum, amount) => sum + parseDecimal(amount, decimals), 0n),
    decimals,
  );
}
