/** How often work may be done for one organisation, and how much at once. */
export interface Pace {
  /** From the beginning of one run to the beginning of the next, for one organisation. */
  readonly gapMs: number;
  /** Where no more than so many things have changed since a run began, the next begins after so many times what that one took, and `gapMs` at most. */
  readonly little?: { readonly changes: number; readonly gapFactor: number };
  /** A run that took long is followed by so many times its duration of rest, so that it never takes more than a share of the machine. */
  readonly restFactor: number;
  /** Organisations worked on at once. */
  readonly most: number;
  readonly retryMs: number;
  /** Work that takes long waits for a pause of so many milliseconds in the asking, while much is changing; but not longer than its patience. */
  readonly calm?: { readonly pauseMs: number; readonly patienceMs: number };
}

/** What one organisation has asked for. */
interface Wish {
  readonly since: number;
  readonly at: number;
  /** How much has changed, by what was said when it was asked for. */
  readonly changes: number;
}

/** Until when an organisation rests after a run, by how much has changed since it began. */
interface Rest {
  readonly afterLittle: number;
  readonly afterMuch: number;
}

/**
 * Does a piece of work per organisation after it has been asked for: however often that happens, at most once per gap, and never
 * twice at once. Whoever asks is certain that a run begins after the asking. What fails is tried again until it succeeds.
 */
export class Coalescer {
  private readonly askedFor = new Map<string, Wish>();
  private readonly rests = new Map<string, Rest>();
  private readonly running = new Map<string, Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly work: (organisationId: string) => Promise<void>,
    private readonly pace: Pace,
    private readonly onError: (organisationId: string, error: unknown) => void,
    private readonly now: () => number = Date.now,
  ) {}

  /** Wants a run after so many changes, at once or within `withinMs`; the sooner of two wishes counts. */
  ask(organisationId: string, changes = 1, withinMs = 0): void {
    const now = this.now();
    const before = this.askedFor.get(organisationId);
    const since = before?.since ?? now;
    const { calm } = this.pace;
    const at = calm ? Math.min(now + Math.max(withinMs, calm.pauseMs), since + calm.patienceMs) : Math.min(now + withinMs, before?.at ?? Infinity);
    this.askedFor.set(organisationId, { since, at, changes: (before?.changes ?? 0) + changes });
    this.beginWhatIsDue();
  }

  /** Begins nothing more and waits for what is running. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await Promise.all(this.running.values());
  }

  private beginWhatIsDue(): void {
    if (this.stopped) return;
    const now = this.now();
    for (const [organisationId, { afterMuch }] of this.rests) if (afterMuch <= now) this.rests.delete(organisationId);
    let next = Infinity;
    for (const [organisationId, wish] of this.askedFor) {
      if (this.running.has(organisationId) || this.running.size >= this.pace.most) continue; // the end of a run looks again
      const at = Math.max(wish.at, this.restAfter(organisationId, wish.changes));
      if (at <= now) this.begin(organisationId, now);
      else next = Math.min(next, at);
    }
    clearTimeout(this.timer);
    if (next < Infinity) this.timer = setTimeout(() => this.beginWhatIsDue(), next - now).unref();
  }

  private restAfter(organisationId: string, changes: number): number {
    const rest = this.rests.get(organisationId);
    if (!rest) return 0;
    return changes <= (this.pace.little?.changes ?? 0) ? rest.afterLittle : rest.afterMuch;
  }

  private restOf(startedAt: number, endedAt: number): Rest {
    const { gapMs, restFactor, little } = this.pace;
    const tookMs = endedAt - startedAt;
    const rested = endedAt + restFactor * tookMs;
    return { afterLittle: Math.max(startedAt + Math.min(gapMs, (little?.gapFactor ?? Infinity) * tookMs), rested), afterMuch: Math.max(startedAt + gapMs, rested) };
  }

  private begin(organisationId: string, startedAt: number): void {
    this.askedFor.delete(organisationId);
    const run = this.work(organisationId)
      .catch((error: unknown) => {
        this.onError(organisationId, error);
        const now = this.now();
        this.askedFor.set(organisationId, { since: now, at: now + this.pace.retryMs, changes: 1 });
      })
      .then(() => {
        const endedAt = this.now();
        this.running.delete(organisationId);
        this.rests.set(organisationId, this.restOf(startedAt, endedAt));
        this.beginWhatIsDue();
      });
    this.running.set(organisationId, run);
  }
}
