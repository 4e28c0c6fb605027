import { readFile } from 'node:fs/promises';

/** A difference as the files say it. */
export interface DifferenceLine {
  readonly kind: string;
  readonly amount: string;
}

export interface AllocationLine {
  readonly invoice: string;
  readonly amount: string;
}

/** A line of `truth.jsonl`: what an entry truly is. */
export interface TruthLine {
  readonly reference: string;
  readonly amount: string;
  readonly kind: string;
  readonly noise: readonly string[];
  readonly habit: string;
  /** Nothing that the bank transmits names an item that it pays. */
  readonly unreferenced: boolean;
  readonly customer_id: string | null;
  readonly allocations: readonly AllocationLine[];
  readonly difference: DifferenceLine | null;
}

/** A line of `proposals.jsonl`. */
export interface ProposalLine {
  readonly reference: string;
  readonly decision: 'auto' | 'suggest' | 'none';
  readonly allocations: readonly AllocationLine[];
  readonly difference: DifferenceLine | null;
  readonly confidence: number;
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
  readonly alternatives: readonly { readonly allocations: readonly AllocationLine[] }[];
}

export async function readJsonLines<T>(path: string): Promise<T[]> {
  const text = await readFile(path, 'utf8');
  return text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as T);
}
