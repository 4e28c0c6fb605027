import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get } from './client.js';
import type { AgedBalance, Forecast } from './types.js';

export interface AgedBalanceFilter {
  asOf?: string | undefined;
  currency?: string | undefined;
  search?: string | undefined;
}

export const cashKeys = { agedBalance: ['aged-balance'], forecast: ['forecast'], dso: ['dso'] } as const;

export function agedBalanceQuery(filter: AgedBalanceFilter, limit = 100) {
  return infiniteQueryOptions({
    queryKey: [...cashKeys.agedBalance, filter, limit],
    queryFn: async ({ pageParam, signal }) => get<AgedBalance>('/aged-balance', { ...filter, limit, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: AgedBalance) => last.nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function forecastQuery(days: number) {
  return queryOptions({
    queryKey: [...cashKeys.forecast, days],
    queryFn: async ({ signal }) => get<Forecast>('/forecast', { days }, signal),
    placeholderData: keepPreviousData,
  });
}

export const dsoQuery = queryOptions({
  queryKey: cashKeys.dso,
  queryFn: async ({ signal }) => get<{ asOf: string; items: { currency: string; countBackDays: string | null }[] }>('/dso', {}, signal),
});
