import { type Response } from 'express';
import { type Credential } from '../../access/identity.js';

/** What a client may leave untaken of what it was sent before; beyond it the client is let go, and may resume where it was. */
export const mostUntakenBytes = 1_048_576;

/** One open stream. */
export class StreamClient {
  private closed = false;

  constructor(
    readonly organisationId: string,
    readonly credential: Credential,
    private readonly response: Response,
  ) {
    response.once('close', () => (this.closed = true));
  }

  /** Whether the client has left already, while it was still being asked who it is. */
  get gone(): boolean {
    return this.closed || this.response.destroyed;
  }

  onClose(then: () => void): void {
    this.response.once('close', then);
  }

  /** Says that it is a stream, to the browser and to proxies that would gather it up (X-Accel-Buffering is nginx's). */
  open(): void {
    this.response.status(200).set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' }).flushHeaders();
  }

  send(frame: string): void {
    if (!this.closed) this.response.write(frame);
  }

  /** Lets a client go that does not keep up. Asked between two bursts, since what one burst writes has had no time to leave. */
  dropIfBehind(): void {
    if (this.closed || this.response.writableLength <= mostUntakenBytes) return;
    this.closed = true;
    this.response.destroy();
  }

  /** Ends in order: the browser comes back by itself, to this gateway or another. */
  end(): void {
    if (this.closed) return;
    this.closed = true;
    this.response.end();
  }
}
