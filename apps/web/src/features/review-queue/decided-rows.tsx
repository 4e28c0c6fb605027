import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../../access/can.js';
import { queueKeys, undoEntry, type QueueFilter } from '../../api/queue.js';
import { useSession } from '../../api/session.js';
import type { QueueEntry } from '../../api/types.js';
import { ProblemAlert } from '../../display/problem-alert.js';
import { Decision } from './decision.js';
import { QueuePanes } from './queue-panes.js';
import { nextQueueState, selectedRow, startOfQueue, waitingRows } from './queue-state.js';
import { useDecisionToast } from './use-decision-toast.js';
import { useQueueRows, useRowsAhead } from './use-queue-rows.js';

/** What is settled or was set aside, each with its way back. */
export function DecidedRows({ filter }: { filter: QueueFilter }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const mayDecide = can(useSession().role, 'decide');
  const { list, listed, total } = useQueueRows(filter);
  const [state, step] = useReducer(nextQueueState, startOfQueue);
  const toast = useDecisionToast(() => undefined);
  const undo = useMutation({
    mutationFn: async (entry: QueueEntry) => undoEntry(entry.transactionId),
    onSuccess: (_answer, entry) => {
      step({ kind: 'decided', entry, rows });
      toast.takenBack(entry);
    },
    onSettled: () => void cache.invalidateQueries({ queryKey: queueKeys.lists }),
  });
  const rows = waitingRows(state, listed);
  const entry = selectedRow(state, rows);
  useRowsAhead(list, entry ? rows.indexOf(entry) : 0, rows.length);
  return (
    <>
      {undo.error ? <ProblemAlert error={undo.error} /> : null}
      <QueuePanes
        list={list}
        rows={rows}
        total={total}
        selected={entry}
        filter={filter}
        emptyTitle={t(filter.state === 'settled' ? 'queue.emptySettled' : 'queue.emptySetAside')}
        onSelect={(transactionId) => step({ kind: 'selected', transactionId, rows })}
        onAction={(action) => (action.kind === 'move' ? step({ kind: 'moved', by: action.by, rows }) : undefined)}
        detail={entry ? <Decision entry={entry} onUndo={mayDecide ? () => undo.mutate(entry) : null} undoing={undo.isPending} /> : null}
      />
    </>
  );
}
