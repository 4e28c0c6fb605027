/** What can be let go of. */
interface Droppable {
  readonly engine: { drop(): void };
}

export interface KeepLimits {
  /** So many organisations keep their engine; the one that was idle longest makes room. */
  readonly most: number;
  /** One that nobody has used for so long is let go of. Longer than any transaction, which may have its engine in hand all the while. */
  readonly idleMs: number;
}

export const usualKeepLimits: KeepLimits = { most: 50, idleMs: 15 * 60_000 };

/** Engines by organisation, for as long as they are used. */
export class KeptEngines<Held extends Droppable> {
  /** The one that was idle longest comes first. */
  private readonly kept = new Map<string, { readonly held: Held; readonly usedAt: number }>();

  constructor(
    private readonly limits: KeepLimits,
    private readonly now: () => number,
  ) {}

  /** The organisation's engine, which is now in use. */
  use(organisationId: string): Held | undefined {
    const held = this.kept.get(organisationId)?.held;
    if (held) this.touch(organisationId, held);
    return held;
  }

  /** Keeps an engine, in the place of the organisation's former one. */
  keep(organisationId: string, held: Held): void {
    this.drop(organisationId);
    this.touch(organisationId, held);
    if (this.kept.size > this.limits.most) this.drop(this.kept.keys().next().value!);
  }

  drop(organisationId: string): void {
    this.kept.get(organisationId)?.held.engine.drop();
    this.kept.delete(organisationId);
  }

  /** Lets go of those that have been idle for too long. */
  dropIdle(): void {
    const latest = this.now() - this.limits.idleMs;
    for (const [organisationId, { usedAt }] of this.kept) if (usedAt <= latest) this.drop(organisationId);
  }

  /** The engines are gone by themselves. */
  forgetAll(): void {
    this.kept.clear();
  }

  private touch(organisationId: string, held: Held): void {
    this.kept.delete(organisationId);
    this.kept.set(organisationId, { held, usedAt: this.now() });
  }
}
