import type { QueueEntry } from '../../api/types.js';
import { preselectedRank } from './band.js';

/** What the reviewer has done on this screen that the list from the service may not show yet. */
export interface QueueState {
  /** The row in hand, and where it stood, should it leave the list. */
  selectedId: string | null;
  position: number;
  /** The version of the row in which it was chosen: in a later one the rank may be another proposal. */
  chosen: { transactionId: string; version: number; rank: number } | null;
  /** Rows that were decided here, each with the version that the decision saw or made: a later version is news and shows again. */
  decided: Readonly<Record<string, number>>;
  /** Decided here, the latest last: what undo takes back. */
  undoable: readonly string[];
}

export type QueueStep =
  | { kind: 'selected'; transactionId: string; rows: readonly QueueEntry[] }
  | { kind: 'moved'; by: 1 | -1; rows: readonly QueueEntry[] }
  | { kind: 'chosen'; transactionId: string; version: number; rank: number }
  | { kind: 'decided'; entry: QueueEntry; rows: readonly QueueEntry[] }
  | { kind: 'answered'; entry: QueueEntry }
  | { kind: 'failed'; transactionId: string; stillWaiting: boolean }
  | { kind: 'taken_back'; transactionId: string };

export const startOfQueue: QueueState = { selectedId: null, position: 0, chosen: null, decided: {}, undoable: [] };

const undoDepth = 50;

export function nextQueueState(state: QueueState, step: QueueStep): QueueState {
  switch (step.kind) {
    case 'selected':
      return { ...state, selectedId: step.transactionId, position: Math.max(0, indexOf(step.rows, step.transactionId)) };
    case 'moved': {
      const position = clamp(indexOf(step.rows, selectedRow(state, step.rows)?.transactionId) + step.by, step.rows.length);
      return { ...state, selectedId: step.rows[position]?.transactionId ?? null, position };
    }
    case 'chosen':
      return { ...state, chosen: { transactionId: step.transactionId, version: step.version, rank: step.rank } };
    case 'decided': {
      const { transactionId, version } = step.entry;
      const at = indexOf(step.rows, transactionId);
      const next = step.rows[at + 1] ?? step.rows[at - 1];
      return {
        ...state,
        selectedId: next?.transactionId ?? null,
        position: Math.max(0, at),
        decided: { ...state.decided, [transactionId]: version },
        undoable: [...state.undoable.filter((id) => id !== transactionId), transactionId].slice(-undoDepth),
      };
    }
    case 'answered':
      return step.entry.transactionId in state.decided
        ? { ...state, decided: { ...state.decided, [step.entry.transactionId]: step.entry.version } }
        : state;
    case 'failed':
      return { ...without(state, step.transactionId), decided: step.stillWaiting ? omit(state.decided, step.transactionId) : state.decided };
    case 'taken_back':
      return { ...without(state, step.transactionId), decided: omit(state.decided, step.transactionId), selectedId: step.transactionId };
  }
}

/** The rows that still wait, as the service lists them, without those that were decided here. */
export function waitingRows(state: QueueState, listed: readonly QueueEntry[]): QueueEntry[] {
  return listed.filter((entry) => !(entry.transactionId in state.decided) || entry.version > state.decided[entry.transactionId]!);
}

/** The row in hand, or the one that has moved up into its place. */
export function selectedRow(state: QueueState, rows: readonly QueueEntry[]): QueueEntry | undefined {
  return rows[indexOf(rows, state.selectedId ?? undefined)] ?? rows[clamp(state.position, rows.length)];
}

/** The rank that Enter would confirm: what was chosen, else the first proposal where it is the only likeliest. */
export function selectedRank(state: QueueState, entry: QueueEntry): number | null {
  const { chosen } = state;
  if (chosen?.transactionId === entry.transactionId && chosen.version === entry.version && entry.proposals.some(({ rank }) => rank === chosen.rank)) return chosen.rank;
  return preselectedRank(entry.proposals);
}

function indexOf(rows: readonly QueueEntry[], transactionId: string | undefined): number {
  return rows.findIndex((row) => row.transactionId === transactionId);
}

function clamp(position: number, length: number): number {
  return Math.max(0, Math.min(position, length - 1));
}

function without(state: QueueState, transactionId: string): QueueState {
  return { ...state, undoable: state.undoable.filter((id) => id !== transactionId) };
}

function omit(record: Readonly<Record<string, number>>, key: string): Record<string, number> {
  const { [key]: _omitted, ...rest } = record;
  return rest;
}
