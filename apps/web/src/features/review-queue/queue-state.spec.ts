import { describe, expect, it } from '@jest/globals';
import type { QueueEntry } from '../../api/types.js';
import { nextQueueState, selectedRank, selectedRow, startOfQueue, waitingRows, type QueueState, type QueueStep } from './queue-state.js';

const entry = (transactionId: string, version = 1, confidences: number[] = [0.9]): QueueEntry => ({
  transactionId,
  version,
  state: 'waiting',
  reference: null,
  bookingDate: '2026-11-20',
  amount: '10.00',
  currency: 'EUR',
  counterpartyName: null,
  counterpartyIban: null,
  remittance: null,
  structuredReferences: [],
  waitingBecause: 'unsure',
  refusal: null,
  decidedBy: null,
  decidedAt: null,
  proposals: confidences.map((confidence, index) => ({
    rank: index + 1,
    customerId: null,
    customerName: null,
    lines: [],
    difference: null,
    confidence,
    reasons: [],
  })),
});
const rows = [entry('a'), entry('b'), entry('c')];
const after = (...steps: QueueStep[]): QueueState => steps.reduce(nextQueueState, startOfQueue);
const inHand = (state: QueueState, listed = rows) => selectedRow(state, waitingRows(state, listed))?.transactionId;

describe('the row in hand', () => {
  it('is the first at first, and stays within the list', () => {
    expect(inHand(startOfQueue)).toBe('a');
    expect(inHand(after({ kind: 'moved', by: -1, rows }))).toBe('a');
    expect(inHand(after({ kind: 'moved', by: 1, rows }, { kind: 'moved', by: 1, rows }, { kind: 'moved', by: 1, rows }))).toBe('c');
    expect(selectedRow(startOfQueue, [])).toBeUndefined();
  });

  it('is the next row after a decision, and the one before after the last', () => {
    expect(inHand(after({ kind: 'selected', transactionId: 'b', rows }, { kind: 'decided', entry: rows[1]!, rows }))).toBe('c');
    expect(inHand(after({ kind: 'selected', transactionId: 'c', rows }, { kind: 'decided', entry: rows[2]!, rows }))).toBe('b');
  });

  it('is what moved up where a colleague took the row away', () => {
    const state = after({ kind: 'selected', transactionId: 'b', rows });
    expect(inHand(state, [rows[0]!, rows[2]!])).toBe('c');
  });

  it('keeps its place when rows arrive before it', () => {
    const state = after({ kind: 'selected', transactionId: 'b', rows });
    expect(inHand(state, [entry('x'), entry('y'), ...rows])).toBe('b');
  });
});

describe('a decision', () => {
  const decided = after({ kind: 'decided', entry: rows[0]!, rows });

  it('hides its row at once, however often the list is asked for meanwhile', () => {
    expect(waitingRows(decided, rows).map((row) => row.transactionId)).toEqual(['b', 'c']);
    const answered = nextQueueState(decided, { kind: 'answered', entry: { ...entry('a', 2), state: 'requested' } });
    expect(waitingRows(answered, [entry('a', 2), ...rows.slice(1)]).map((row) => row.transactionId)).toEqual(['b', 'c']);
  });

  it('shows the row again when the ledger refused it', () => {
    const answered = nextQueueState(decided, { kind: 'answered', entry: entry('a', 2) });
    expect(waitingRows(answered, [entry('a', 3)]).map((row) => row.transactionId)).toEqual(['a']);
  });

  it('is forgotten when it failed and the row still waits; not when someone else had decided', () => {
    expect(waitingRows(nextQueueState(decided, { kind: 'failed', transactionId: 'a', stillWaiting: true }), rows)).toHaveLength(3);
    const taken = nextQueueState(decided, { kind: 'failed', transactionId: 'a', stillWaiting: false });
    expect(waitingRows(taken, rows)).toHaveLength(2);
    expect(taken.undoable).toEqual([]);
  });

  it('can be taken back, and the row is in hand again when it comes', () => {
    const back = nextQueueState(decided, { kind: 'taken_back', transactionId: 'a' });
    expect(back.undoable).toEqual([]);
    expect(inHand(back, [entry('a', 3), ...rows.slice(1)])).toBe('a');
  });

  it('is remembered for undo, the latest fifty', () => {
    const many = Array.from({ length: 60 }, (_, index) => entry(`t${index}`));
    const state = many.reduce((before, row) => nextQueueState(before, { kind: 'decided', entry: row, rows: many }), startOfQueue);
    expect(state.undoable).toHaveLength(50);
    expect(state.undoable.at(-1)).toBe('t59');
  });
});

describe('selectedRank', () => {
  it('is the first proposal, or what was chosen for this row', () => {
    const row = entry('a', 1, [0.9, 0.05]);
    expect(selectedRank(startOfQueue, row)).toBe(1);
    expect(selectedRank(after({ kind: 'chosen', transactionId: 'a', version: 1, rank: 2 }), row)).toBe(2);
    expect(selectedRank(after({ kind: 'chosen', transactionId: 'b', version: 1, rank: 2 }), row)).toBe(1);
    expect(selectedRank(after({ kind: 'chosen', transactionId: 'a', version: 1, rank: 3 }), row)).toBe(1);
    expect(selectedRank(after({ kind: 'chosen', transactionId: 'a', version: 1, rank: 2 }), { ...row, version: 2 })).toBe(1);
  });

  it('is nothing between equal candidates until one is chosen', () => {
    const tie = entry('a', 1, [0.45, 0.45]);
    expect(selectedRank(startOfQueue, tie)).toBeNull();
    expect(selectedRank(after({ kind: 'chosen', transactionId: 'a', version: 1, rank: 2 }), tie)).toBe(2);
  });
});
