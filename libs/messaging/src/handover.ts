/** Smaller messages cost little to read, and may be thousands. */
const leastCharacters = 4096;
/** Of the texts that are kept; what was read from them takes some three times as much. */
const mostCharacters = 8 * 1024 ** 2;

/** A message as it was said here: its JSON, and what its contract made of it. Nobody changes it, because several may read it. */
export interface Kept {
  readonly topic: string;
  readonly text: string;
  readonly checked: unknown;
}

/**
 * What this process has said lately and hears itself. In one process a message would go to PostgreSQL and come back once for every consumer, to be parsed and
 * checked anew each time; the reader of the log takes what lies here instead, once the log holds it. It is a memory only: what is not here, the log gives.
 */
export class Handover {
  private readonly readers = new Map<string, number>();
  /** By event id, oldest first. */
  private readonly kept = new Map<string, Kept & { awaited: number }>();
  private characters = 0;

  /** Somebody in this process reads these topics, until the function that comes back is called. */
  join(topics: readonly string[]): () => void {
    const count = (by: 1 | -1) => topics.forEach((topic) => this.readers.set(topic, (this.readers.get(topic) ?? 0) + by));
    count(1);
    return () => count(-1);
  }

  /** Of a transaction that may still be rolled back: the log then never names it, and it goes when room is needed. */
  keep(eventId: string, message: Kept): void {
    const awaited = this.readers.get(message.topic) ?? 0;
    if (awaited === 0 || message.text.length < leastCharacters) return;
    this.kept.set(eventId, { ...message, awaited });
    this.characters += message.text.length;
    for (const oldest of this.kept.keys()) {
      if (this.characters <= mostCharacters) return;
      this.drop(oldest);
    }
  }

  /** What lies here of these topics. */
  of(topics: readonly string[]): ReadonlyMap<string, Kept> {
    return new Map([...this.kept].filter(([, { topic }]) => topics.includes(topic)));
  }

  /** One reader has it; the last one takes it away. */
  taken(eventId: string): void {
    const message = this.kept.get(eventId);
    if (message && --message.awaited <= 0) this.drop(eventId);
  }

  private drop(eventId: string): void {
    this.characters -= this.kept.get(eventId)!.text.length;
    this.kept.delete(eventId);
  }
}

/** Of this process: whoever says and whoever reads meet here. */
export const handover = new Handover();
