import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem.js';

/** The page's cache; `onSignedOut` is called when any answer says that the session is over. */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  const notice = (error: unknown) => {
    if (error instanceof ApiProblem && error.problem.status === 401 && error.problem.code !== 'wrong_credentials') onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => (query.queryKey[0] === 'session' ? undefined : notice(error)) }),
    mutationCache: new MutationCache({ onError: notice }),
    defaultOptions: {
      // The live stream says what is stale; asking again on every focus would only repeat it.
      queries: { staleTime: 30_000, refetchOnWindowFocus: false, retry: (failures, error) => failures < 2 && isWorthRetrying(error) },
    },
  });
}

function isWorthRetrying(error: unknown): boolean {
  return error instanceof ApiProblem && (error.problem.status === 0 || error.problem.status >= 502);
}
