import { queryOptions } from '@tanstack/react-query';
import { get } from './client.js';
import type { Member } from './types.js';

export const membersQuery = queryOptions({
  queryKey: ['members'],
  queryFn: async ({ signal }) => (await get<{ items: Member[] }>('/members', {}, signal)).items,
});
