import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { AgedBalance, AgedTotals } from '../api/types.js';

/**
 * Puts the totals that an event brought into the aged balances on screen at once; the rows follow when they have been asked for
 * again. Balances as of another day, or of a part (searched, one currency), are left to that.
 */
export function patchTotals(cache: QueryClient, queryKey: readonly unknown[], event: { asOf: string; totals: AgedTotals[] }): void {
  cache.setQueriesData<InfiniteData<AgedBalance>>({ queryKey, predicate: (query) => isWhole(query.queryKey[1]) }, (known) =>
    withTotals(known, event),
  );
}

/** The pages with new totals, where they are of the same day. */
export function withTotals(known: InfiniteData<AgedBalance> | undefined, event: { asOf: string; totals: AgedTotals[] }) {
  if (!known) return undefined;
  return { ...known, pages: known.pages.map((page) => (page.asOf === event.asOf ? { ...page, totals: event.totals } : page)) };
}

function isWhole(filter: unknown): boolean {
  return typeof filter === 'object' && filter !== null && Object.values(filter).every((value) => value === undefined || value === '');
}
