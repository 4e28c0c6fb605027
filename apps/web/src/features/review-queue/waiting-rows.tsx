import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../../access/can.js';
import type { QueueFilter } from '../../api/queue.js';
import { useSession } from '../../api/session.js';
import { useAnnounce } from '../../display/announcer.js';
import { Loading } from '../../display/list-states.js';
import { Candidates } from './candidates.js';
import { KeyboardHelp } from './keyboard-help.js';
import type { QueueAction } from './key-action.js';
import { Notices } from './notices.js';
import { QueuePanes } from './queue-panes.js';
import { useQueueRows, useRowsAhead } from './use-queue-rows.js';
import { useReview } from './use-review.js';

const AllocateByHand = lazy(async () => ({ default: (await import('./allocate-by-hand/allocate-by-hand.js')).AllocateByHand }));

/** What waits for a decision: the receipts on the left, the candidates of the one in hand on the right. */
export function WaitingRows({ filter, onFind }: { filter: QueueFilter; onFind: () => void }) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const mayDecide = can(useSession().role, 'decide');
  const { list, listed, total } = useQueueRows(filter);
  const review = useReview(listed);
  const { rows, entry, rank } = review;
  const [byHand, setByHand] = useState<string | null>(null);
  useRowsAhead(list, entry ? rows.indexOf(entry) : 0, rows.length);

  const confirm = () => {
    if (!entry) return;
    if (rank !== null) review.confirm(entry, { rank, version: entry.version });
    else if (entry.proposals.length === 0) setByHand(entry.transactionId);
    else announce(t('queue.chooseFirst'));
  };
  const act = (action: QueueAction) => {
    if (action.kind === 'move') review.move(action.by);
    else if (action.kind === 'find') onFind();
    else if (!mayDecide || !entry) return action.kind === 'undo' && mayDecide && review.undoLast();
    else if (action.kind === 'choose') review.choose(entry.proposals[action.rank - 1]?.rank ?? action.rank);
    else if (action.kind === 'confirm') confirm();
    else if (action.kind === 'set_aside') review.setAside(entry);
    else if (action.kind === 'allocate') setByHand(entry.transactionId);
    else if (action.kind === 'undo' && !review.undoLast()) announce(t('queue.nothingToUndo'));
  };
  const detail =
    entry && byHand === entry.transactionId ? (
      <Suspense fallback={<Loading />}>
        <AllocateByHand
          key={entry.transactionId}
          entry={entry}
          start={entry.proposals.find((proposal) => proposal.rank === rank) ?? null}
          onCancel={() => setByHand(null)}
          onSave={(body) => (setByHand(null), review.confirm(entry, body))}
        />
      </Suspense>
    ) : entry ? (
      <Candidates
        key={entry.transactionId}
        entry={entry}
        rank={rank}
        mayDecide={mayDecide}
        onChoose={review.choose}
        onConfirm={confirm}
        onReject={(rejected) => review.reject(entry, rejected)}
        onSetAside={() => review.setAside(entry)}
        onAllocate={() => setByHand(entry.transactionId)}
      />
    ) : null;
  return (
    <>
      <Notices notices={review.notices} onDismiss={review.dismiss} />
      <QueuePanes
        list={list}
        rows={rows}
        total={total}
        selected={entry}
        onSelect={review.select}
        onAction={act}
        filter={filter}
        emptyTitle={t('queue.empty')}
        emptyHint={t('queue.emptyHint')}
        detail={detail}
        help={<KeyboardHelp />}
      />
    </>
  );
}
