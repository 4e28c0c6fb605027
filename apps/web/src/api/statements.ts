import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get, pages, postForm } from './client.js';
import type { BankAccount, Page, StatementFile, StatementPreview, UploadResult } from './types.js';

export const statementKeys = {
  list: ['statements'],
  one: (statementFileId: string) => ['statement', statementFileId],
  progress: (statementFileId: string) => ['statement-progress', statementFileId],
  preview: (turn: number, bankAccountId: string | null) => ['statement-preview', turn, bankAccountId],
  accounts: ['bank-accounts'],
} as const;

export const statementsQuery = infiniteQueryOptions({ queryKey: statementKeys.list, ...pages<StatementFile>('/statements', { limit: 20 }) });

/** Follows a file until it is read: the live stream brings the news, asking now and then makes up for a stream that is down. */
export function statementQuery(statementFileId: string) {
  return queryOptions({
    queryKey: statementKeys.one(statementFileId),
    queryFn: async ({ signal }) => get<StatementFile>(`/statements/${statementFileId}`, {}, signal),
    refetchInterval: ({ state }) => (state.data && isRead(state.data) ? false : 1_500),
  });
}

export const bankAccountsQuery = queryOptions({
  queryKey: statementKeys.accounts,
  queryFn: async ({ signal }) => get<Page<BankAccount>>('/bank-accounts', { limit: 500 }, signal),
});

export function isRead(file: StatementFile): boolean {
  return file.state === 'completed' || file.state === 'refused';
}

export async function previewStatement(file: File, bankAccountId: string | null): Promise<StatementPreview> {
  return postForm<StatementPreview>('/statements/preview', file, { bankAccountId });
}

export async function uploadStatement(file: File, bankAccountId: string | null): Promise<UploadResult> {
  return postForm<UploadResult>('/statements', file, { bankAccountId });
}
