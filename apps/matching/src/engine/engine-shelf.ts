import { type BookNews, type Customer, type DecisionRequest, type ExpectedPayment, type IncomingTransaction, MatchingEngine, type OpenItem, type Rule, type SettledTransaction } from '@lettrage/matching-engine';
import { type DecidedCredit, decideCredits, fileCredits, type FiledCredit } from './decided-credit.js';
import { packed, unpacked } from './packed-learning.js';

/** What an engine in the thread is told or asked. */
export type EngineCommand = { readonly engine: number } & (
  | { readonly kind: 'create' }
  | { readonly kind: 'customers'; readonly customers: readonly Customer[] }
  | { readonly kind: 'items'; readonly items: readonly OpenItem[] }
  | { readonly kind: 'expected'; readonly payments: readonly ExpectedPayment[] }
  | { readonly kind: 'lessons'; readonly lessons: readonly SettledTransaction[] }
  | { readonly kind: 'decide'; readonly credits: readonly IncomingTransaction[]; readonly unattended: boolean; readonly request?: DecisionRequest }
  | { readonly kind: 'file'; readonly credits: readonly IncomingTransaction[]; readonly request: DecisionRequest }
  | { readonly kind: 'concerned'; readonly credits: readonly IncomingTransaction[]; readonly news: BookNews; readonly rules: readonly Rule[] }
  | { readonly kind: 'restore'; readonly learning: Uint8Array }
  | { readonly kind: 'export' }
  | { readonly kind: 'drop' }
);

export type EngineAnswer = DecidedCredit[] | FiledCredit[] | string[] | Uint8Array;

/** The engines of a thread. One that is not there (any more), or could not take what it was told, never decides: the asker hears why. */
export class EngineShelf {
  private readonly engines = new Map<number, MatchingEngine>();
  private readonly broken = new Map<number, unknown>();

  /** What was decided, which credits are concerned, or what has been learned; empty for what is only told. */
  answer(command: EngineCommand): EngineAnswer {
    const { engine: number } = command;
    if (command.kind === 'decide') return decideCredits(this.deciding(number), command.credits, command.unattended, command.request);
    if (command.kind === 'file') return fileCredits(this.deciding(number), command.credits, command.request);
    if (command.kind === 'concerned') return this.deciding(number).concernedBy(command.news, command.credits, command.rules);
    if (command.kind === 'export') return packed(this.deciding(number).exportLearning());
    if (command.kind === 'restore') this.engines.set(number, new MatchingEngine({ learning: unpacked(command.learning) }));
    else if (command.kind === 'create') this.engines.set(number, new MatchingEngine());
    else if (command.kind === 'drop') this.forget(number);
    else this.tell(number, command);
    return [];
  }

  private deciding(number: number): MatchingEngine {
    const engine = this.engines.get(number);
    if (!engine) throw new Error('the engine is not there any more', { cause: this.broken.get(number) });
    return engine;
  }

  private tell(number: number, command: Exclude<EngineCommand, { kind: 'create' | 'decide' | 'file' | 'concerned' | 'restore' | 'export' | 'drop' }>): void {
    const engine = this.engines.get(number);
    try {
      if (command.kind === 'customers') engine?.putCustomers(command.customers);
      else if (command.kind === 'items') engine?.putOpenItems(command.items);
      else if (command.kind === 'lessons') engine?.learn(command.lessons);
      else for (const payment of command.payments) engine?.expect(payment);
    } catch (error) {
      this.engines.delete(number);
      this.broken.set(number, error);
    }
  }

  private forget(number: number): void {
    this.engines.delete(number);
    this.broken.delete(number);
  }
}
