import { isFitDue } from '@lettrage/matching-engine';
import { type Transaction } from '@lettrage/persistence';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type LearnedState, readLearnedState } from '../persistence/learned-state.js';
import { EngineThread } from './engine-thread.js';
import { type KeepLimits, KeptEngines, usualKeepLimits } from './kept-engines.js';
import { type LoadedEngine, loadEngine } from './load-engine.js';
import { type OrganisationMarks, OrganisationSession } from './organisation-session.js';

/** Fewer lessons are learned within a second: what they taught is not stored. */
const leastStored = 2_000;

/** How often is looked for idle ones, at most. */
const lookEveryMs = 60_000;

/** An engine and the mark of the tables that it agrees with; null while a transaction that may still fail changes both. */
export interface HeldEngine extends LoadedEngine {
  mark: bigint | null;
  /** The number of the last lessons that it has heard. Later ones it hears before it decides the credits of another file: so what it decides of one file does not depend on how soon the ledger answers. */
  told: number;
  /** What it had learned when it was loaded, once the thread has said so, and until a transaction has stored it. */
  toStore: (LearnedState & { readonly lessonsMark: bigint }) | null;
  /** The file whose credits it decides. */
  statementFileId: string | null;
}

/**
 * The organisations' engines in this process. Every transaction that changes what an engine must know draws a new mark for the organisation; an
 * engine whose mark is not the table's (another replica was at work, a transaction failed, the process is new) is loaded anew when
 * it is next needed to decide.
 */
@Injectable()
export class Engines implements OnModuleDestroy {
  /** What was learned from so many lessons is stored. */
  storedFrom = leastStored;
  private readonly kept: KeptEngines<HeldEngine>;
  private readonly thread = new EngineThread(() => this.kept.forgetAll());
  private readonly sessions = new WeakMap<Transaction, OrganisationSession>();
  private readonly looking: NodeJS.Timeout;

  constructor(limits: KeepLimits = usualKeepLimits, now: () => number = Date.now) {
    this.kept = new KeptEngines(limits, now);
    this.looking = setInterval(() => this.dropIdle(), Math.min(lookEveryMs, limits.idleMs)).unref();
  }

  /** Locks the organisation until the transaction ends. Within one transaction it is the same session. */
  async open(tx: Transaction, organisationId: string): Promise<OrganisationSession> {
    const open = this.sessions.get(tx);
    if (open) return open;
    const created = await tx.query<object[]>('insert into organisation_state (organisation_id) values ($1) on conflict do nothing returning true', [organisationId]);
    const [marks] = await tx.query<[OrganisationMarks]>(
      'select engine_mark as mark, lessons_mark as "lessonsMark", lessons_told as told from organisation_state where organisation_id = $1 for update', [organisationId],
    );
    // A new organisation's engine has nothing to load, and hears everything as it comes: its first statement finds it ready.
    if (created.length > 0) (await this.load(tx, organisationId, marks.lessonsMark, marks.told)).mark = marks.mark;
    const session = new OrganisationSession(tx, organisationId, marks, this);
    this.sessions.set(tx, session);
    return session;
  }

  /** The engine that agrees with the tables at this mark, if there is one at hand. */
  at(organisationId: string, mark: bigint): HeldEngine | undefined {
    const held = this.kept.use(organisationId);
    if (held && held.mark !== mark) {
      this.drop(organisationId);
      return undefined;
    }
    return held;
  }

  /** Builds the engine from the tables as the transaction sees them, and from what was stored of an earlier one's learning, if all of that still holds. */
  async load(tx: Transaction, organisationId: string, lessonsMark: bigint, told: number): Promise<HeldEngine> {
    const known = await readLearnedState(tx, lessonsMark);
    let loaded = await loadEngine(tx, this.thread.create(), known);
    if (known && isFitDue(loaded.learned, loaded.learned + loaded.heard)) {
      loaded.engine.drop();
      loaded = await loadEngine(tx, this.thread.create());
    }
    const held: HeldEngine = { ...loaded, mark: null, told, toStore: null, statementFileId: null };
    if (loaded.isWhole && loaded.learned >= this.storedFrom) keepLearning(held, lessonsMark, told);
    this.kept.keep(organisationId, held);
    return held;
  }

  drop(organisationId: string): void {
    this.kept.drop(organisationId);
  }

  /** Lets go of the engines that nobody has used for long; they are loaded anew when they are next needed. */
  dropIdle(): void {
    this.kept.dropIdle();
  }

  onModuleDestroy(): Promise<void> {
    clearInterval(this.looking);
    return this.thread.stop();
  }
}

/** Nobody waits for it: it is stored by whoever works with the engine after the thread has learned. If the thread dies there is nothing to store. */
function keepLearning(held: HeldEngine, lessonsMark: bigint, told: number): void {
  void held.engine.exportLearning().then(
    (learning) => (held.toStore = { lessonsMark, told, lessons: held.learned, learning }),
    () => undefined,
  );
}
