import type { InvalidateQueryFilters, QueryClient } from '@tanstack/react-query';

/**
 * Marks answers as stale and asks again for those on screen. A first answer that is still on its way may have been given before
 * whatever made it stale, and the cache would join it instead of asking again: it is waited for.
 */
export async function askAgain(cache: QueryClient, filters: InvalidateQueryFilters): Promise<void> {
  const first = cache.getQueryCache().findAll({ ...filters, fetchStatus: 'fetching' }).filter(({ state }) => state.data === undefined);
  await Promise.allSettled(first.map(async ({ promise }) => promise));
  await cache.invalidateQueries(filters);
}
