import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get, pages, post } from './client.js';
import type { CaseState, ConfirmBody, QueueEntry, QueueSummary } from './types.js';

export interface QueueFilter {
  state: CaseState;
  search?: string | undefined;
  statementFileId?: string | undefined;
}

export const queueKeys = { lists: ['queue'], summaries: ['queue-summary'] } as const;

export function queueQuery(filter: QueueFilter) {
  return infiniteQueryOptions({ queryKey: [...queueKeys.lists, filter], ...pages<QueueEntry>('/queue', { limit: 100, ...filter }) });
}

export function queueSummaryQuery(statementFileId?: string) {
  return queryOptions({
    queryKey: [...queueKeys.summaries, statementFileId ?? null],
    queryFn: async ({ signal }) => get<QueueSummary>('/queue/summary', { statementFileId }, signal),
  });
}

export async function confirmEntry(transactionId: string, body: ConfirmBody): Promise<QueueEntry> {
  return post<QueueEntry>(`/queue/${transactionId}/confirm`, body);
}

export async function rejectProposal({ transactionId, version }: QueueEntry, rank: number): Promise<QueueEntry> {
  return post<QueueEntry>(`/queue/${transactionId}/reject`, { rank, version });
}

export async function setEntryAside(transactionId: string): Promise<QueueEntry> {
  return post<QueueEntry>(`/queue/${transactionId}/set-aside`);
}

export async function undoEntry(transactionId: string): Promise<QueueEntry> {
  return post<QueueEntry>(`/queue/${transactionId}/undo`);
}
