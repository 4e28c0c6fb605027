/** One measured line of the report. */
export interface Figure {
  readonly workload: string;
  readonly measured: string;
  /** The same work by the simplest means, measured in the same run; null where there is none. */
  readonly floor: string | null;
  readonly ratio: string | null;
  readonly bar: string;
  readonly met: boolean;
}

export const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
export const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
export const percentile = (values: readonly number[], share: number) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)]!;
