export type StreamState = 'connecting' | 'live' | 'reconnecting';

export interface StreamOptions {
  names: readonly string[];
  onEvent: (name: string, data: unknown) => void;
  onState: (state: StreamState) => void;
  onReconnected: () => void;
  /** The server has answered something that is not a stream; the session may be over. */
  onRefused: () => void;
}

const waitsMs = [1_000, 2_000, 5_000, 10_000, 30_000];

/**
 * Opens `/api/stream` and keeps it open. The browser itself reconnects after a broken line (and sends Last-Event-ID); after an
 * answer that is not a stream (a gateway that is starting) it gives up, and we try again with growing waits. Returns the way to close it.
 */
export function openStream({ names, onEvent, onState, onReconnected, onRefused }: StreamOptions): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let wasLive = false;
  const open = () => {
    source = new EventSource('/api/stream');
    source.onopen = () => {
      failures = 0;
      onState('live');
      if (wasLive) onReconnected();
      wasLive = true;
    };
    source.onerror = () => {
      onState(wasLive ? 'reconnecting' : 'connecting');
      if (source.readyState !== EventSource.CLOSED) return;
      onRefused();
      timer = setTimeout(open, waitsMs[Math.min(failures++, waitsMs.length - 1)]);
    };
    for (const name of names) source.addEventListener(name, (message: MessageEvent<string>) => onEvent(name, JSON.parse(message.data)));
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
