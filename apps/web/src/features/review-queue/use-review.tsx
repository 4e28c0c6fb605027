import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useReducer, useRef, useState } from 'react';
import { hasCode } from '../../api/api-problem.js';
import { confirmEntry, queueKeys, rejectProposal, setEntryAside, undoEntry } from '../../api/queue.js';
import type { ConfirmBody, QueueEntry } from '../../api/types.js';
import { toProblem } from '../../display/problem-alert.js';
import { withNotice, type Notice } from './notice.js';
import { nextQueueState, selectedRank, selectedRow, startOfQueue, waitingRows } from './queue-state.js';
import { useDecisionToast } from './use-decision-toast.js';

/** The reviewer's work on the listed rows: what is in hand, and what can be done with it. Decisions show at once and are sent behind. */
export function useReview(listed: readonly QueueEntry[]) {
  const cache = useQueryClient();
  const [state, step] = useReducer(nextQueueState, startOfQueue);
  const [notices, setNotices] = useState<Notice[]>([]);
  const { mutateAsync: send } = useMutation({ mutationFn: async (work: () => Promise<QueueEntry>) => work() });
  /** What is still under way, so that an undo waits for the decision that it undoes. */
  const sent = useRef(new Map<string, Promise<unknown>>());
  const entries = useRef(new Map<string, QueueEntry>());
  const rows = useMemo(() => waitingRows(state, listed), [state, listed]);
  const entry = selectedRow(state, rows);
  const rank = entry ? selectedRank(state, entry) : null;

  const refresh = () => void cache.invalidateQueries({ queryKey: queueKeys.lists });
  const failed = (of: QueueEntry | null, error: unknown) => {
    setNotices((before) => withNotice(before, { id: of?.transactionId ?? '', entry: of, problem: toProblem(error) }));
    refresh();
  };
  const undo = async (transactionId: string) => {
    await sent.current.get(transactionId);
    const of = entries.current.get(transactionId) ?? null;
    try {
      await send(async () => undoOnceSettled(transactionId));
      step({ kind: 'taken_back', transactionId });
      if (of) toast.takenBack(of);
      refresh();
    } catch (error) {
      failed(of, error);
    }
  };
  const toast = useDecisionToast((transactionId) => void undo(transactionId));
  const decide = (decided: QueueEntry, what: 'confirmed' | 'put_aside', work: () => Promise<QueueEntry>) => {
    step({ kind: 'decided', entry: decided, rows });
    entries.current.set(decided.transactionId, decided);
    setNotices((before) => before.filter(({ id }) => id !== decided.transactionId));
    toast.decided(decided, what);
    const answered = send(work).then(
      (answer) => step({ kind: 'answered', entry: answer }),
      (error: unknown) => {
        step({ kind: 'failed', transactionId: decided.transactionId, stillWaiting: !hasCode(error, 'already_decided') });
        toast.gone(decided);
        failed(decided, error);
      },
    );
    sent.current.set(decided.transactionId, answered);
  };
  return {
    rows,
    entry,
    rank,
    notices,
    dismiss: (id: string) => setNotices((before) => before.filter((notice) => notice.id !== id)),
    move: (by: 1 | -1) => step({ kind: 'moved', by, rows }),
    select: (transactionId: string) => step({ kind: 'selected', transactionId, rows }),
    choose: (chosen: number) => (entry ? step({ kind: 'chosen', transactionId: entry.transactionId, version: entry.version, rank: chosen }) : undefined),
    confirm: (of: QueueEntry, body: ConfirmBody) => decide(of, 'confirmed', async () => confirmEntry(of.transactionId, body)),
    setAside: (of: QueueEntry) => decide(of, 'put_aside', async () => setEntryAside(of.transactionId)),
    reject: (of: QueueEntry, rejected: number) =>
      void send(async () => rejectProposal(of, rejected)).then(refresh, (error: unknown) => failed(of, error)),
    /** Takes the last decision of this screen back; false where there is none. */
    undoLast: () => {
      const last = state.undoable.at(-1);
      if (last) void undo(last);
      return last !== undefined;
    },
  };
}

const undoTries = 12;
const undoWaitMs = 400;

/** Undoes a decision; one that is still on its way to the ledger cannot be undone yet, so it is tried for some seconds. */
async function undoOnceSettled(transactionId: string): Promise<QueueEntry> {
  for (let left = undoTries; ; left--) {
    try {
      return await undoEntry(transactionId);
    } catch (error) {
      if (left === 0 || !hasCode(error, 'nothing_to_undo')) throw error;
      await new Promise((resolve) => setTimeout(resolve, undoWaitMs));
    }
  }
}
