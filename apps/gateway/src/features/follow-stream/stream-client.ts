import { type Response } from 'express';
import { type Credential } from '../../access/identity.js';

/** A client that has not taken so much of what it was sent is let go; it may resume where it was. */
export const mostUnsentBytes = 1_048_576;

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

  onClose(then: () => void): void {
    this.response.once('close', then);
  }

  /** Says that it is a stream, to the browser and to proxies that would gather it up (X-Accel-Buffering is nginx's). */
  open(): void {
    this.response.status(200).set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' }).flushHeaders();
  }

  send(frame: string): void {
    if (this.closed) return;
    this.response.write(frame);
    if (this.response.writableLength <= mostUnsentBytes) return;
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
