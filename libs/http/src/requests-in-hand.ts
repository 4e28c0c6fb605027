import { type NextFunction, type Request, type Response } from 'express';
import { type Server } from 'node:http';

/** A supervisor gives a process 20 seconds or more between SIGTERM and SIGKILL; most requests need a few hundredths of one. */
const patienceMs = 8000;
const lookEveryMs = 20;

/** The requests that have come and are not answered yet, so that a service that stops answers them first. A stream has no end to wait for. */
export class RequestsInHand {
  private readonly open = new Set<Response>();

  readonly watch = (request: Request, response: Response, next: NextFunction): void => {
    if (!request.headers.accept?.includes('text/event-stream')) {
      this.open.add(response);
      response.once('close', () => this.open.delete(response));
    }
    next();
  };

  /** Takes no new connection, and returns when what has come is answered; what takes too long is cut off by whoever closes next. */
  async answered(server: Server): Promise<void> {
    server.close();
    const until = Date.now() + patienceMs;
    while (this.open.size > 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}
