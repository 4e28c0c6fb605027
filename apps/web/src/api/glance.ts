import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get, pages, post } from './client.js';
import type { GlanceEntry, GlanceFiles, SeenBody, UndoFileResult } from './types.js';

export type Seen = 'no' | 'yes';

export const glanceKeys = { all: ['glance'] } as const;

/** The files with something to glance at, the newest decision first. */
export const glanceFilesQuery = queryOptions({
  queryKey: [...glanceKeys.all, 'files'],
  queryFn: async ({ signal }) => (await get<GlanceFiles>('/glance/files', {}, signal)).items,
});

/** What was allocated without a person and seen by nobody yet, or seen; of one file, or of all. */
export function glanceQuery(seen: Seen, statementFileId?: string) {
  return infiniteQueryOptions({ queryKey: [...glanceKeys.all, 'entries', seen, statementFileId ?? null], ...pages<GlanceEntry>('/glance', { limit: 50, seen, statementFileId }) });
}

export async function markSeen(body: SeenBody): Promise<{ seen: number }> {
  return post<{ seen: number }>('/glance/seen', body);
}

/** Takes back all that was allocated without a person from a file; asking twice is asking once. */
export async function undoFile(statementFileId: string): Promise<UndoFileResult> {
  return post<UndoFileResult>('/glance/undo', { statementFileId });
}
