import { withQuery } from '../api/client.js';

export type StreamState = 'connecting' | 'live' | 'reconnecting';

export interface StreamOptions {
  /** The place in the stream after which nothing may be missed. */
  after: string;
  names: readonly string[];
  onEvent: (name: string, data: unknown) => void;
  onState: (state: StreamState) => void;
  onReconnected: () => void;
  /** The server has answered something that is not a stream; the session may be over. */
  onRefused: () => void;
}

const waitsMs = [1_000, 2_000, 5_000, 10_000, 30_000];

/**
 * Opens `/api/stream` after the given place and keeps it open. The browser itself reconnects after a broken line (and sends Last-Event-ID); after an
 * answer that is not a stream (a gateway that is starting) it gives up, and we try again with growing waits. Returns the way to close it.
 */
export function openStream({ after, names, onEvent, onState, onReconnected, onRefused }: StreamOptions): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let wasLive = false;
  let place = after;
  const open = () => {
    source = new EventSource(withQuery('/api/stream', { after: place }));
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
    const take = ({ type, data, lastEventId }: MessageEvent<string>) => {
      place = lastEventId;
      onEvent(type, JSON.parse(data));
    };
    for (const name of names) source.addEventListener(name, take);
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
