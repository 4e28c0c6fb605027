import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** The file needs more memory than its reader may take. */
export class TooMuchMemory extends Error {
  constructor() {
    super('reading the file took more memory than it may');
    this.name = 'TooMuchMemory';
  }
}

// An allocation within the engine that finds no room ends the whole process, not the thread alone. So the thread ends itself well before.
const shareOfHeap = 0.6;

/** Looks, between two pieces of a file, how much memory this thread holds: objects, and bytes beside the heap. */
export class MemoryGuard {
  private readonly mostBytes: number;
  private collect: (() => void) | undefined;

  constructor(memoryMb: number) {
    this.mostBytes = memoryMb * 1024 ** 2;
  }

  /** Throws `TooMuchMemory`, and never because of what is garbage. */
  check(): void {
    if (!this.isTooMuch()) return;
    this.collect ??= collector();
    this.collect();
    // Bytes beside the heap are let go of by a thread beside this one, in its time; the next collection waits for it.
    this.collect();
    if (this.isTooMuch()) throw new TooMuchMemory();
  }

  private isTooMuch(): boolean {
    const { used_heap_size: heap, external_memory: beside } = getHeapStatistics();
    return heap > this.mostBytes * shareOfHeap || heap + beside > this.mostBytes;
  }
}

function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
