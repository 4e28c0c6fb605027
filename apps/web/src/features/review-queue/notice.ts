import type { Problem, QueueEntry } from '../../api/types.js';

/** Something that did not go as the reviewer meant it: which receipt, and what the service said. */
export interface Notice {
  id: string;
  entry: QueueEntry | null;
  problem: Problem;
}

const shownNotices = 3;

export function withNotice(notices: readonly Notice[], notice: Notice): Notice[] {
  return [...notices.filter(({ id }) => id !== notice.id), notice].slice(-shownNotices);
}
