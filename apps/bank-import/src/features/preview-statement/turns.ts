import { sentence } from '@lettrage/contracts';
import { Refused } from '@lettrage/http';

/** Lets so many run at once; so many more wait for their turn, and the rest is asked to come back. */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.atOnce) {
      if (this.waiting.length >= this.mostWaiting) throw readersBusy();
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else this.running++;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}

export function readersBusy(): Refused {
  return new Refused('service_unavailable', sentence('readers_busy'), { remedy: 'Try again in a few seconds', headers: { 'Retry-After': '5' } });
}
