import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { cashKeys } from '../api/cash.js';
import { queueKeys } from '../api/queue.js';
import { useSession } from '../api/session.js';
import { statementKeys } from '../api/statements.js';
import { askAgain } from './ask-again.js';
import { coalesce } from './coalesce.js';
import { liveEventNames, madeStaleBy, type LiveEventName, type LiveEvents } from './events.js';
import { openStream, type StreamState } from './open-stream.js';
import { patchTotals } from './patch-totals.js';

/** The shortest time between two rounds of asking for the same thing, however many events come. */
const gapMs = 400;

/** Answers that no event changes. */
const untouchedByEvents: readonly unknown[] = ['session', 'statement-preview'];

const LiveState = createContext<StreamState>('connecting');

/** The one live stream of this tab: what it brings keeps the cache, and so every screen, up to date. */
export function LiveStream({ children }: { children: ReactNode }) {
  const cache = useQueryClient();
  const { streamPosition } = useSession();
  const [state, setState] = useState<StreamState>('connecting');
  useEffect(() => {
    const apply = applierOf(cache);
    return openStream({
      after: streamPosition,
      names: liveEventNames,
      onEvent: (name, data) => apply(name as LiveEventName, data as LiveEvents[LiveEventName]),
      onState: setState,
      onRefused: () => void askAgain(cache, { queryKey: queueKeys.summaries }),
      // What was said meanwhile may not be said again.
      onReconnected: () => void askAgain(cache, { predicate: ({ queryKey }) => !untouchedByEvents.includes(queryKey[0]) }),
    });
  }, [cache, streamPosition]);
  return <LiveState value={state}>{children}</LiveState>;
}

export function useLiveState(): StreamState {
  return use(LiveState);
}

function applierOf(cache: QueryClient): (name: LiveEventName, event: LiveEvents[LiveEventName]) => void {
  const refreshers = new Map<string, () => void>();
  const refresh = (queryKey: readonly unknown[]) => {
    const key = JSON.stringify(queryKey);
    const refresher = refreshers.get(key) ?? coalesce(async () => askAgain(cache, { queryKey }), gapMs);
    refreshers.set(key, refresher);
    refresher();
  };
  return (name, event) => {
    if (name === 'bank-import.statement-progressed.v1') {
      const progress = event as LiveEvents['bank-import.statement-progressed.v1'];
      cache.setQueryData(statementKeys.progress(progress.statementFileId), progress);
    }
    if (name === 'cash.aged-balance-changed.v1') patchTotals(cache, cashKeys.agedBalance, event as LiveEvents['cash.aged-balance-changed.v1']);
    for (const queryKey of madeStaleBy[name](event as never)) refresh(queryKey);
  };
}
