import { queryOptions, useQuery } from '@tanstack/react-query';
import { get } from './client.js';
import type { Session } from './types.js';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => get<Session>('/session', {}, signal),
  staleTime: Infinity,
  retry: false,
});

/** The session of the person in front of the screen; only inside the part of the page that needs one. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('a page that needs a session was shown without one');
  return data;
}
