import { type AfterCommit, publish } from '@lettrage/messaging';
import { queueChanged } from '@lettrage/contracts';
import { type Transaction } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { type CounterColumn } from '../domain/payment-case.js';
import { itemsById } from '../persistence/item-rows.js';
import { type LoadedEngine, loadEngine, minor } from './load-engine.js';

/** So many organisations keep their engine in memory; the one that was idle longest makes room. */
const mostEngines = 50;

interface Held extends LoadedEngine {
  /** The state of the tables that the engine knows; null while a transaction that may still fail is changing both. */
  version: bigint | null;
}

/**
 * The organisations' engines. An engine belongs to a version of the tables: a session locks the organisation, takes the engine if the
 * versions agree and builds it anew if not (another replica was at work, a transaction failed, the process is new).
 */
@Injectable()
export class Engines {
  private readonly held = new Map<string, Held>();
  private readonly sessions = new WeakMap<Transaction, OrganisationSession>();

  /** Locks the organisation until the transaction ends. Within one transaction it is the same session. */
  async open(tx: Transaction, organisationId: string): Promise<OrganisationSession> {
    const open = this.sessions.get(tx);
    if (open) return open;
    await tx.query('insert into organisation_state (organisation_id) values ($1) on conflict do nothing', [organisationId]);
    const [{ version }] = await tx.query<[{ version: bigint }]>('select engine_version as version from organisation_state where organisation_id = $1 for update', [organisationId]);
    const held = await this.heldAt(tx, organisationId, version);
    const session = new OrganisationSession(tx, organisationId, held, version);
    this.sessions.set(tx, session);
    return session;
  }

  private async heldAt(tx: Transaction, organisationId: string, version: bigint): Promise<Held> {
    let held = this.held.get(organisationId);
    this.held.delete(organisationId);
    if (held?.version !== version) held = { ...(await loadEngine(tx)), version };
    this.held.set(organisationId, held);
    if (this.held.size > mostEngines) this.held.delete(this.held.keys().next().value!);
    return held;
  }
}

/** One transaction's work on one organisation: its engine, what is reserved, and how many cases went where. */
export class OrganisationSession {
  private readonly moved = new Map<CounterColumn, number>();
  private readonly entered = new Map<CounterColumn, number>();
  private readonly touched = new Set<string>();

  constructor(
    readonly tx: Transaction,
    readonly organisationId: string,
    private readonly held: Held,
    private version: bigint,
  ) {}

  /** The engine, to be told or asked; until the transaction has committed nobody else may rely on it. */
  get engine(): LoadedEngine['engine'] {
    this.held.version = null;
    return this.held.engine;
  }

  /** The tables are about to know more than the engine: it is built anew when it is next needed. */
  outdate(): void {
    this.held.version = null;
  }

  /** What is left of an item beside the requests on their way. */
  available(itemId: string, openMinor: bigint): bigint {
    return this.held.reservations.available(itemId, openMinor);
  }

  /** Reserves (1) or gives back (-1) what a request takes. The engine hears of it with `refreshItems`, except of what it decided itself. */
  reserve(lines: readonly { itemId: string; amount: string }[], currency: string, sign: 1n | -1n): void {
    this.held.version = null;
    for (const line of lines) this.held.reservations.add(line.itemId, sign * minor(line.amount, currency));
  }

  /** Tells the engine what is now available of the items. */
  async refreshItems(itemIds: readonly string[]): Promise<void> {
    if (itemIds.length === 0) return;
    const items = await itemsById(this.tx, itemIds);
    this.engine.putOpenItems([...items.values()].map((item) => ({ ...item, openMinor: this.available(item.id, item.openMinor) })));
  }

  /** A case went from one counter to another; `from` is null for a new one. */
  count(transactionId: string, from: CounterColumn | null, to: CounterColumn): void {
    this.touched.add(transactionId);
    if (from === to) return;
    if (from) this.moved.set(from, (this.moved.get(from) ?? 0) - 1);
    this.moved.set(to, (this.moved.get(to) ?? 0) + 1);
    this.entered.set(to, (this.entered.get(to) ?? 0) + 1);
  }

  /** Writes version and counters and says that the queue moved; what it returns runs after the commit, unless the engine is outdated. */
  async finish(): Promise<AfterCommit> {
    const by = (counter: CounterColumn) => this.moved.get(counter) ?? 0;
    const into = (counter: CounterColumn) => this.entered.get(counter) ?? 0;
    const { held } = this;
    if (held.version === null) this.version += 1n;
    await this.tx.query(
      `update organisation_state set engine_version = $2, waiting = waiting + $3, requested = requested + $4, settled_automatically = settled_automatically + $5,
              settled_by_people = settled_by_people + $6, set_aside = set_aside + $7 where organisation_id = $1`,
      [this.organisationId, this.version, by('waiting'), by('requested'), by('settled_automatically'), by('settled_by_people'), by('set_aside')],
    );
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
    const { version } = this;
    return () => void (held.version = version);
  }
}
