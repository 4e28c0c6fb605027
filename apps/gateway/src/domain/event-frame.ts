export interface LiveEvent {
  readonly id: bigint;
  readonly name: string;
  /** JSON text. */
  readonly payload: string;
}

/** How long a browser waits before it opens a broken stream anew. */
const retryMs = 2_000;

/** One event as it goes over the line (WHATWG HTML, 9.2.6). A payload of several lines becomes several `data` fields. */
export function eventFrame({ id, name, payload }: LiveEvent): string {
  return `id: ${id}\nevent: ${name}\n${payload.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`).join('')}\n`;
}

/** The first words of a stream: an id without data, so that also a client that has heard nothing yet knows from where to resume. */
export function openingFrame(position: bigint): string {
  return `retry: ${retryMs}\nid: ${position}\n\n`;
}

/** A comment, which keeps the line and what lies between awake. */
export const heartbeatFrame = ': still here\n\n';

/** The place after which a client wants to go on; null when it names none, or none of ours. */
export function resumeAfter(lastEventId: string | undefined): bigint | null {
  return lastEventId !== undefined && /^\d{1,18}$/.test(lastEventId) ? BigInt(lastEventId) : null;
}
