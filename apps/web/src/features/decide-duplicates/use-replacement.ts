import { useEffect, useState } from 'react';

/** The answer comes from another service: within a second, as a rule; it is asked for so often, and after a while no more. */
const askEveryMs = 700;
const patienceMs = 8_000;

interface Callbacks {
  /** Asks for the list again. */
  look: () => void;
  onDone: () => void;
}

/** A replacement that was asked for, until its booking is gone from the list, or until it seems that it was in vain: nothing says no to it. Callbacks must keep their identity. */
export function useReplacement(listed: readonly string[], { look, onDone }: Callbacks) {
  const [asked, setAsked] = useState<{ key: string; inVain: boolean } | null>(null);
  const isDone = asked !== null && !listed.includes(asked.key);
  const isWaiting = asked !== null && !asked.inVain && !isDone;
  useEffect(() => {
    if (!isDone) return;
    setAsked(null);
    onDone();
  }, [isDone, onDone]);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const looking = setInterval(look, askEveryMs);
    const giveUp = setTimeout(() => setAsked((before) => before && { ...before, inVain: true }), patienceMs);
    return () => {
      clearInterval(looking);
      clearTimeout(giveUp);
    };
  }, [isWaiting, look]);
  return {
    ask: (key: string) => setAsked({ key, inVain: false }),
    stateOf: (key: string) => (asked?.key === key ? (asked.inVain ? ('in_vain' as const) : ('waiting' as const)) : null),
  };
}
