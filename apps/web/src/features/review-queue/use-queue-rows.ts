import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { queueQuery, type QueueFilter } from '../../api/queue.js';

const rowsAhead = 15;

/** The rows of a filter, and how many there are of them. */
export function useQueueRows(filter: QueueFilter) {
  const list = useInfiniteQuery(queueQuery(filter));
  const listed = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  return { list, listed, total: list.data?.pages[0]?.total };
}

/** Asks for the next page before the reviewer has come to the end of this one. */
export function useRowsAhead(list: ReturnType<typeof useQueueRows>['list'], position: number, length: number): void {
  const { hasNextPage, isFetching, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetching && position >= length - rowsAhead) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage, position, length]);
}
