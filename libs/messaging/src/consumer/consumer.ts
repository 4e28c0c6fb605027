import { type Log, type Metrics } from '@lettrage/observability';
import { type Database, isOutage, type Transaction } from '@lettrage/persistence';
import { type Delivery, type Message } from '../message.js';
import { park } from '../parked/park.js';
import { type AfterCommit } from './handler.js';
import { type Heard } from './heard-events.js';
import { readDelivery, type Readable } from './read-delivery.js';

const outagePauseMs = 1000;
/** Of the payloads of one transaction: small enough that the next service begins while this one goes on, large enough to be cheap. */
const transactionBytes = 512 * 1024;

/**
 * The one way in which messages become effects. A batch is handled organisation by organisation, each in one transaction with its
 * inbox rows; where that fails, message by message, each a bounded number of times, and what still fails is parked with its
 * bytes and its reason, so that the rest goes on. An outage of the database is waited for and never counted.
 */
export class Consumer {
  /** When something last moved (an attempt ended, a message was parked, an outage was seen to last), or the batch in hand began. */
  private lastProgress = 0;
  private busy = false;
  private stopping = false;
  /** One batch at a time, also of replayed messages: handlers may count on being alone with an organisation. */
  private turn: Promise<void> = Promise.resolve();

  constructor(
    readonly name: string,
    private readonly heard: ReadonlyMap<string, Heard>,
    private readonly database: Database,
    private readonly metrics: Metrics,
    private readonly log: Log,
    /** Before each further try of a message that fails alone. */
    private readonly pausesMs: readonly number[],
    private readonly now: () => number = Date.now,
  ) {}

  /** No further attempt begins; a batch in hand is given back to the transport. */
  stop(): void {
    this.stopping = true;
  }

  get hasWork(): boolean {
    return this.busy;
  }

  /** For how long the batch in hand has not moved; 0 without one. What the watchdog looks at. */
  stuckForMs(): number {
    return this.busy ? this.now() - this.lastProgress : 0;
  }

  /** Returns when every message's effect, or its parking, is stored. Throws `Stopping` when the process stops before that. */
  handle(batch: readonly Delivery[], progress: () => Promise<void> = async () => undefined): Promise<void> {
    const done = this.turn.then(() => this.handleInTurn(batch, progress));
    this.turn = done.catch(() => undefined); // who gave the batch hears of it
    return done;
  }

  private async handleInTurn(batch: readonly Delivery[], progress: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.moved();
    try {
      for (const deliveries of Map.groupBy(batch, ({ organisationId }) => organisationId).values()) {
        for (const part of parts(deliveries)) {
          const readables = await this.read(part);
          if (readables.length > 0) await this.handleOrganisation(readables);
          await progress();
        }
      }
    } finally {
      this.busy = false;
    }
  }

  private moved(): void {
    this.lastProgress = this.now();
  }

  /** What of it is for us, in order; what cannot be read is parked at once. */
  private async read(part: readonly Delivery[]): Promise<Readable[]> {
    const readables: Readable[] = [];
    for (const delivery of part) {
      const reading = readDelivery(delivery, this.heard);
      if (reading.kind === 'unreadable') await this.park(delivery, reading.reason, 0);
      else if (reading.kind === 'readable') readables.push(reading.readable);
    }
    return readables;
  }

  private async handleOrganisation(readables: readonly Readable[]): Promise<void> {
    const failure = await this.attempt(readables);
    if (failure === undefined) return;
    if (readables.length === 1) return this.handleAlone(readables[0]!, failure);
    this.log.warn({ consumer: this.name, messages: readables.length, error: failure.message }, 'a batch failed; its messages are handled one by one');
    for (const readable of readables) await this.handleAlone(readable, await this.attempt([readable]));
  }

  private async handleAlone(readable: Readable, firstFailure: Error | undefined): Promise<void> {
    let failure = firstFailure;
    for (const pause of this.pausesMs) {
      if (failure === undefined) return;
      this.log.warn({ consumer: this.name, event: readable.delivery.name, position: readable.delivery.position, error: failure.message }, 'a message failed and is tried again');
      await sleep(pause);
      failure = await this.attempt([readable]);
    }
    if (failure !== undefined) await this.park(readable.delivery, failure.stack ?? failure.message, this.pausesMs.length + 1);
  }

  /** Undefined when the effect is stored; else what went wrong. Waits out an outage of the database. */
  private async attempt(readables: readonly Readable[]): Promise<Error | undefined> {
    for (;;) {
      if (this.stopping) throw new Stopping();
      try {
        const afterCommit = await this.database.inOrganisation(readables[0]!.message.organisationId, (tx) => this.effect(tx, readables));
        this.follow(afterCommit);
        return undefined;
      } catch (error) {
        if (!isOutage(error)) return error instanceof Error ? error : new Error(String(error));
        this.log.warn({ consumer: this.name, error: (error as Error).message }, 'the database does not answer; waiting');
        await sleep(outagePauseMs);
      } finally {
        this.moved();
      }
    }
  }

  /** The effect is stored: what fails now must not make it happen again. */
  private follow(afterCommit: readonly AfterCommit[]): void {
    for (const run of afterCommit) {
      try {
        run();
      } catch (error) {
        this.log.error({ consumer: this.name, error: (error as Error).message }, 'what follows a stored effect failed');
      }
    }
  }

  private async effect(tx: Transaction, readables: readonly Readable[]): Promise<AfterCommit[]> {
    const afterCommit: AfterCommit[] = [];
    const fresh = await this.notHeardBefore(tx, readables);
    const lag = this.now() - Math.min(...readables.map(({ message }) => message.publishedAt.getTime()));
    for (let start = 0; start < fresh.length; ) {
      const { handler, message } = fresh[start]!;
      let end = start + 1;
      while (end < fresh.length && fresh[end]!.handler === handler) end++;
      const after = await handler.handle(tx, message.organisationId, fresh.slice(start, end).map(({ message: each }): Message<never> => each));
      if (after) afterCommit.push(after);
      const handled = end - start;
      afterCommit.push(() => this.metrics.messagesHandled.inc({ consumer: this.name, event: handler.contract.name }, handled));
      start = end;
    }
    this.metrics.consumerTimeLag.set({ consumer: this.name }, lag / 1000);
    return afterCommit;
  }

  /** Whole snapshots carry a version and need no inbox: a handler ignores what is not newer. The rest is entered here, once. */
  private async notHeardBefore(tx: Transaction, readables: readonly Readable[]): Promise<readonly Readable[]> {
    const facts = readables.filter(({ isFact }) => isFact);
    if (facts.length === 0) return readables;
    const organisationId = facts[0]!.message.organisationId;
    // In one order, so that two that enter the same events wait for each other and do not block each other.
    const entered = await tx.query<{ event_id: string }[]>(
      `insert into inbox (consumer, event_id, organisation_id)
       select $1, event_id, $2::uuid from (select distinct event_id from unnest($3::uuid[]) as heard (event_id)) once order by event_id on conflict do nothing returning event_id`,
      [this.name, organisationId, facts.map(({ message }) => message.eventId)],
    );
    const fresh = new Set(entered.map((row) => row.event_id));
    const kept = readables.filter(({ isFact, message }) => !isFact || fresh.delete(message.eventId));
    if (kept.length < readables.length) this.metrics.messagesRepeated.inc({ consumer: this.name }, readables.length - kept.length);
    return kept;
  }

  private async park(delivery: Delivery, reason: string, attempts: number): Promise<void> {
    for (;;) {
      if (this.stopping) throw new Stopping();
      try {
        await this.database.inSystem((tx) => park(tx, this.name, delivery, reason, attempts));
        break;
      } catch (error) {
        if (!isOutage(error)) throw error;
        await sleep(outagePauseMs);
      } finally {
        this.moved();
      }
    }
    this.metrics.messagesParked.inc({ consumer: this.name, reason: attempts === 0 ? 'unreadable' : 'failed' });
    this.log.error({ consumer: this.name, event: delivery.name, position: delivery.position, attempts, reason: reason.slice(0, 400) }, 'a message was parked');
  }
}

/** The process is stopping: the batch goes back and its place does not move. */
export class Stopping extends Error {
  constructor() {
    super('the consumer is stopping');
    this.name = 'Stopping';
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The list in its order, cut where the payloads would be more than one transaction takes; a larger message goes alone. */
function* parts(deliveries: readonly Delivery[]): Generator<Delivery[]> {
  let part: Delivery[] = [];
  let bytes = 0;
  for (const delivery of deliveries) {
    const size = delivery.payload.length;
    if (part.length > 0 && bytes + size > transactionBytes) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(delivery);
    bytes += size;
  }
  if (part.length > 0) yield part;
}
