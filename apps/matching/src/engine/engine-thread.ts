import { type BookNews, type Customer, type DecisionRequest, type ExpectedPayment, type IncomingTransaction, type OpenItem, type Rule, type SettledTransaction } from '@lettrage/matching-engine';
import { AnsweringThread } from '@lettrage/threads';
import { type DecidedCredit, type FiledCredit } from './decided-credit.js';
import { type EngineAnswer, type EngineCommand, EngineShelf } from './engine-shelf.js';

/** Where the organisations' engines calculate, so that the service answers meanwhile. */
export class EngineThread {
  private readonly thread: AnsweringThread<EngineCommand, EngineAnswer>;
  private nextNumber = 1;

  /** `onLost`: the thread has died, and every engine with it. `script` is the compiled worker; where there is none the engines are in place. */
  constructor(onLost: () => void, script: URL = new URL('./engine-worker.js', import.meta.url)) {
    this.thread = new AnsweringThread({
      script, onLost,
      inPlace: () => {
        const shelf = new EngineShelf();
        return (command) => shelf.answer(command);
      },
    });
  }

  /** A new engine that knows nothing. */
  create(): Engine {
    const engine = this.nextNumber++;
    this.thread.tell({ engine, kind: 'create' });
    return new Engine(this.thread, engine);
  }

  stop(): Promise<void> {
    return this.thread.stop();
  }
}

/** An engine in the thread. What it is told comes before what it is asked later. */
export class Engine {
  constructor(
    private readonly thread: AnsweringThread<EngineCommand, EngineAnswer>,
    private readonly number: number,
  ) {}

  putCustomers(customers: readonly Customer[]): void {
    if (customers.length > 0) this.thread.tell({ engine: this.number, kind: 'customers', customers });
  }

  putOpenItems(items: readonly OpenItem[]): void {
    if (items.length > 0) this.thread.tell({ engine: this.number, kind: 'items', items });
  }

  /** What payments that are on their way to the ledger take counts as taken. */
  expect(payments: readonly ExpectedPayment[]): void {
    if (payments.length > 0) this.thread.tell({ engine: this.number, kind: 'expected', payments });
  }

  learn(lessons: readonly SettledTransaction[]): void {
    if (lessons.length > 0) this.thread.tell({ engine: this.number, kind: 'lessons', lessons });
  }

  /** What is automatic counts as taken from then on, until `putOpenItems` says otherwise. */
  async decide(credits: readonly IncomingTransaction[], { unattended, request = {} }: { readonly unattended: boolean; readonly request?: DecisionRequest }): Promise<DecidedCredit[]> {
    return credits.length === 0 ? [] : ((await this.thread.ask({ engine: this.number, kind: 'decide', credits, unattended, request })) as DecidedCredit[]);
  }

  /** The credits of a file, unattended, with what is to be stored of them as text. */
  async file(credits: readonly IncomingTransaction[], request: DecisionRequest): Promise<FiledCredit[]> {
    return credits.length === 0 ? [] : ((await this.thread.ask({ engine: this.number, kind: 'file', credits, request })) as FiledCredit[]);
  }

  /** Ids of those of the credits that news of the books may concern. Nothing is decided. */
  async concernedBy(news: BookNews, credits: readonly IncomingTransaction[], rules: readonly Rule[]): Promise<string[]> {
    return credits.length === 0 ? [] : ((await this.thread.ask({ engine: this.number, kind: 'concerned', credits, news, rules })) as string[]);
  }

  /** Takes over what another engine had learned; it must know nothing yet. Rejects what it cannot read: then it is as before. */
  async restore(learning: Uint8Array): Promise<void> {
    await this.thread.ask({ engine: this.number, kind: 'restore', learning });
  }

  /** What it has learned so far, packed. */
  async exportLearning(): Promise<Uint8Array> {
    return (await this.thread.ask({ engine: this.number, kind: 'export' })) as Uint8Array;
  }

  /** It is not needed any more. */
  drop(): void {
    this.thread.tell({ engine: this.number, kind: 'drop' });
  }
}
