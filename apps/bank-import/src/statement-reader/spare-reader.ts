import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** The reader is always the built one: threads start without the loader that tests run under. */
const readerFile = createRequire(import.meta.url).resolve('@lettrage/bank-import/statement-reader');

/** An upload that was refused leaves its reader unused; it is not kept for longer. */
const keptForMs = 30_000;

interface Spare {
  readonly worker: Worker;
  readonly memoryMb: number;
  readonly timer: NodeJS.Timeout;
}

let spare: Spare | undefined;

/** Starts the thread that will read the file whose upload begins, so that it is there when the file is. */
export function prepareReader(memoryMb: number): void {
  if (spare) return;
  const worker = startReader(memoryMb);
  worker.unref();
  spare = { worker, memoryMb, timer: setTimeout(() => void letGo()?.terminate(), keptForMs).unref() };
  for (const event of ['error', 'exit']) worker.once(event, () => worker === spare?.worker && letGo()); // the next one is started when it is needed, and says why
}

/** A reader that has read nothing yet, and will read one file. */
export function takeReader(memoryMb: number): Worker {
  if (spare?.memoryMb !== memoryMb) return startReader(memoryMb);
  const worker = letGo()!;
  worker.removeAllListeners();
  worker.ref();
  return worker;
}

function letGo(): Worker | undefined {
  const worker = spare?.worker;
  clearTimeout(spare?.timer);
  spare = undefined;
  return worker;
}

function startReader(memoryMb: number): Worker {
  return new Worker(readerFile, {
    workerData: { memoryMb },
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    execArgv: [],
  });
}
