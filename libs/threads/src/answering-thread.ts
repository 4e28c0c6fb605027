import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type Answered, type Asked } from './wire.js';

interface Asker<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

export interface AnsweringThreadOptions<Question, Answer> {
  /** The compiled script that calls `answerQuestions`. */
  readonly script: URL;
  /** What the thread calculates, for where there is no such script. Made with the first question. */
  readonly inPlace: () => (question: Question) => Answer;
  /** The thread has died, and with it all that it had been told. */
  readonly onLost?: () => void;
}

/** A thread that answers questions, one after the other, beside the event loop. */
export class AnsweringThread<Question, Answer> {
  private worker: Worker | undefined;
  private calculate: ((question: Question) => Answer) | undefined;
  private nextId = 1;
  private readonly waiting = new Map<number, Asker<Answer>>();
  private readonly isCompiled: boolean;

  constructor(private readonly options: AnsweringThreadOptions<Question, Answer>) {
    this.isCompiled = existsSync(fileURLToPath(options.script));
  }

  ask(question: Question): Promise<Answer> {
    if (!this.isCompiled) return new Promise((resolve) => resolve(this.calculateInPlace(question)));
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.post({ id, question });
    });
  }

  /** Needs no answer. The thread hears it before what is asked later. */
  tell(question: Question): void {
    if (this.isCompiled) this.post({ id: null, question });
    else this.calculateInPlace(question);
  }

  async stop(): Promise<void> {
    await this.worker?.terminate();
  }

  private calculateInPlace(question: Question): Answer {
    this.calculate ??= this.options.inPlace();
    return this.calculate(question);
  }

  private post(asked: Asked<Question>): void {
    this.worker ??= this.start();
    this.worker.postMessage(asked);
  }

  private start(): Worker {
    const worker = new Worker(this.options.script);
    worker.unref();
    worker.on('message', (answered: Answered<Answer>) => {
      const asker = this.waiting.get(answered.id);
      this.waiting.delete(answered.id);
      if ('answer' in answered) asker?.resolve(answered.answer);
      else asker?.reject(new Error(answered.error));
    });
    worker.on('error', (error) => this.lost(worker, error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => this.lost(worker, new Error('the thread has ended')));
    return worker;
  }

  private lost(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    const unanswered = [...this.waiting.values()];
    this.waiting.clear();
    this.options.onLost?.();
    for (const { reject } of unanswered) reject(error);
  }
}
