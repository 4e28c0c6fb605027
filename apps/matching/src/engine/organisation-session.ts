import { queueChanged } from '@lettrage/contracts';
import { isFitDue } from '@lettrage/matching-engine';
import { publish } from '@lettrage/messaging';
import { type Transaction } from '@lettrage/persistence';
import { randomBytes } from 'node:crypto';
import { type Guidance } from '../domain/guidance.js';
import { type CounterColumn, type Decision } from '../domain/payment-case.js';
import { writeLearnedState } from '../persistence/learned-state.js';
import { readGuidance } from '../persistence/guidance-rows.js';
import { type ItemRow, openItemsById } from '../persistence/item-rows.js';
import { reserve } from '../persistence/reserved.js';
import { type Engine } from './engine-thread.js';
import { type Engines, type HeldEngine } from './engines.js';
import { type DecidedCase, engineItems, expected, mostLessons, readLessons } from './load-engine.js';

type Reserving = { readonly currency: string; readonly decision: Decision | null };

export interface OrganisationMarks {
  /** Of everything that an engine knows. */
  mark: bigint;
  /** Of the lessons: another where one of them is none any more. */
  lessonsMark: bigint;
  /** How many transactions have told lessons. */
  told: number;
}

/** So many lessons are read and weighed in about a second and a half. */
const quicklyLoaded = 20_000;

/**
 * One transaction's work on one organisation. What changes the tables is told to the engine if one is at hand; one is built only to decide. The
 * engine counts as agreeing with the tables under a mark that only this transaction's commit puts there: if it fails, nobody
 * ever finds the mark, and the engine is never used again.
 */
export class OrganisationSession {
  private readonly moved = new Map<CounterColumn, number>();
  private readonly entered = new Map<CounterColumn, number>();
  private readonly touched = new Set<string>();
  private held: HeldEngine | undefined;
  private laidDown: Promise<Guidance> | undefined;
  private looked = false;
  private changed = false;
  /** Lessons were told since the number was last counted on. */
  private taught = false;

  constructor(
    readonly tx: Transaction,
    readonly organisationId: string,
    private readonly marks: OrganisationMarks,
    private readonly engines: Engines,
  ) {}

  /** The engine, to look again at credits that wait. */
  async engine(): Promise<Engine> {
    const held = this.atHand() ?? (this.held = await this.engines.load(this.tx, this.organisationId, this.marks.lessonsMark, this.toldSoFar()));
    held.mark = null;
    return held.engine;
  }

  /** The engine, to decide the credits of a file. What has been settled since it began with the file before teaches it now, and not in the middle of one. */
  async engineFor(statementFileId: string): Promise<Engine> {
    const held = this.atHand();
    if (held && held.statementFileId !== statementFileId) await this.hearLessons(held);
    const engine = await this.engine();
    this.held!.statementFileId = statementFileId;
    return engine;
  }

  /** The engine, to look again at what waits with all that has been learned until now. */
  async engineForWaiting(): Promise<Engine> {
    const held = this.atHand();
    if (held) await this.hearLessons(held);
    return this.engine();
  }

  /** What has been told since the engine last learned. */
  private async hearLessons(held: HeldEngine): Promise<void> {
    const lessons = await readLessons(this.tx, held.forgotten, mostLessons, { toldAfter: held.told });
    held.told = this.toldSoFar();
    held.heard += lessons.length;
    if (isFitDue(held.learned, held.learned + held.heard)) this.outdate();
    else held.engine.learn(lessons);
  }

  /** The policies and rules that hold now. */
  guidance(): Promise<Guidance> {
    return (this.laidDown ??= readGuidance(this.tx));
  }

  /** The tables know something new; so shall the engine. */
  tell(news: (engine: Engine) => void): void {
    const held = this.changedEngine();
    if (held) news(held.engine);
  }

  /**
   * A lesson was wrong. The engine cannot unlearn: it is built anew, unless that takes seconds because history is long; then one wrong lesson
   * weighs next to nothing, and is forgotten with the next building.
   */
  unlearn(): void {
    this.marks.lessonsMark = newMark();
    const held = this.atHand();
    if (held && held.learned + held.heard > quicklyLoaded) this.changed = true;
    else this.outdate();
  }

  /** The engine knows what is no longer true, and cannot be told so: it is built anew when it is next needed. */
  outdate(): void {
    this.marks.lessonsMark = newMark();
    this.changed = true;
    this.looked = true;
    this.held = undefined;
    this.engines.drop(this.organisationId);
  }

  /** The number under which the lessons of this transaction stand in the tables. */
  lessonNumber(): number {
    this.taught = true;
    this.changed = true;
    return this.marks.told + 1;
  }

  /** The number of the last lessons; those that come after have a higher one. */
  private toldSoFar(): number {
    if (this.taught) this.marks.told += 1;
    this.taught = false;
    return this.marks.told;
  }

  /** Counts what certainties take of their items as reserved. The engine has taken it already, when it decided. */
  reserveDecided(cases: readonly Reserving[]): void {
    const held = this.changedEngine();
    if (held) reserve(held.reserved, cases, 1n);
  }

  /** Reserves what decisions that were not the engine's take of their items. */
  reserve(...cases: readonly DecidedCase[]): void {
    const held = this.changedEngine();
    if (!held) return;
    reserve(held.reserved, cases, 1n);
    held.engine.expect(expected(cases));
  }

  /** Gives back what was reserved for decisions. What is closed by now the engine knows from the item's own news. */
  async giveBack(cases: readonly Reserving[]): Promise<void> {
    const held = this.changedEngine();
    if (!held) return;
    reserve(held.reserved, cases, -1n);
    this.putItems(await openItemsById(this.tx, cases.flatMap(({ decision }) => decision?.lines.map(({ itemId }) => itemId) ?? [])));
  }

  putItems(items: readonly ItemRow[]): void {
    const held = this.changedEngine();
    held?.engine.putOpenItems(engineItems(items, held.reserved));
  }

  /** A case went from one counter to another; `from` is null for a new one. */
  count(transactionId: string, from: CounterColumn | null, to: CounterColumn): void {
    this.touched.add(transactionId);
    if (from === to) return;
    if (from) this.moved.set(from, (this.moved.get(from) ?? 0) - 1);
    this.moved.set(to, (this.moved.get(to) ?? 0) + 1);
    this.entered.set(to, (this.entered.get(to) ?? 0) + 1);
  }

  /** Writes mark and counters and says that the queue moved. The last thing before the commit, or before another's turn in the same transaction. */
  async finish(): Promise<void> {
    const by = (counter: CounterColumn) => this.moved.get(counter) ?? 0;
    const into = (counter: CounterColumn) => this.entered.get(counter) ?? 0;
    if (this.changed) this.marks.mark = newMark();
    if (this.changed || this.moved.size > 0) {
      await this.tx.query(
        `update organisation_state set engine_mark = $2, waiting = waiting + $3, requested = requested + $4, settled_automatically = settled_automatically + $5,
                settled_by_people = settled_by_people + $6, set_aside = set_aside + $7, lessons_mark = $8, lessons_told = $9 where organisation_id = $1`,
        [this.organisationId, this.marks.mark, by('waiting'), by('requested'), by('settled_automatically'), by('settled_by_people'), by('set_aside'), this.marks.lessonsMark, this.toldSoFar()],
      );
    }
    await this.storeLearning();
    if (this.touched.size > 0) {
      await publish(this.tx, this.organisationId, queueChanged, [
        {
          waiting: into('waiting'), requested: into('requested'), settled: into('settled_automatically') + into('settled_by_people'), setAside: into('set_aside'),
          transactionIds: [...this.touched].slice(0, 100),
        },
      ]);
    }
    this.moved.clear();
    this.entered.clear();
    this.touched.clear();
    this.changed = false;
    if (this.held) this.held.mark = this.marks.mark;
  }

  /** What the engine had learned when it was loaded, if every lesson of it is still one. */
  private async storeLearning(): Promise<void> {
    const learned = this.held?.toStore;
    if (!learned) return;
    this.held!.toStore = null;
    if (learned.lessonsMark === this.marks.lessonsMark) await writeLearnedState(this.tx, this.organisationId, learned.lessonsMark, learned);
  }

  /** The engine that must hear of a change, if one is at hand. From now on it agrees with nothing but what this transaction commits. */
  private changedEngine(): HeldEngine | undefined {
    this.changed = true;
    const held = this.atHand();
    if (held) held.mark = null;
    return held;
  }

  private atHand(): HeldEngine | undefined {
    if (!this.looked) this.held = this.engines.at(this.organisationId, this.marks.mark);
    this.looked = true;
    return this.held;
  }
}

/** Random, so that a transaction that failed cannot have used it. */
function newMark(): bigint {
  return BigInt.asUintN(63, randomBytes(8).readBigUInt64LE());
}
