import { VisuallyHidden } from '@mantine/core';
import { createContext, use, useCallback, useState, type ReactNode } from 'react';

const Announce = createContext<(text: string) => void>(() => undefined);

/** One polite live region for what happens without a change of page (WCAG 4.1.3). */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', turn: 0 });
  const announce = useCallback((text: string) => setSaid((before) => ({ text, turn: before.turn + 1 })), []);
  return (
    <Announce value={announce}>
      {children}
      <VisuallyHidden role="status" aria-live="polite">
        {/* A no-break space every other time: the same words twice are two announcements. */}
        {said.text + (said.turn % 2 ? '\u00a0' : '')}
      </VisuallyHidden>
    </Announce>
  );
}

export function useAnnounce(): (text: string) => void {
  return use(Announce);
}
