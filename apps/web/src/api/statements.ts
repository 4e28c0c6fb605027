import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { hasCode } from './api-problem.js';
import { get, pages, post, postForm, remove } from './client.js';
import type {
  BankAccount,
  CsvAnswers,
  DecidedDuplicates,
  DuplicateDecision,
  DuplicatesDecision,
  KeptCsvMapping,
  Page,
  ProbableDuplicate,
  ProbableDuplicateFile,
  StatementFile,
  StatementPreview,
  StatementWarning,
  Transaction,
  UploadResult,
} from './types.js';

export const statementKeys = {
  list: ['statements'],
  one: (statementFileId: string) => ['statement', statementFileId],
  progress: (statementFileId: string) => ['statement-progress', statementFileId],
  preview: (turn: number, bankAccountId: string | null, answers: CsvAnswers | null) => ['statement-preview', turn, bankAccountId, answers],
  accounts: ['bank-accounts'],
  warnings: ['statement-warnings'],
  duplicates: ['probable-duplicates'],
  mappings: ['csv-mappings'],
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

/** The field of an upload's form that carries the answers to a CSV's questions. */
const answersField = 'answers';

export async function previewStatement(file: File, bankAccountId: string | null, answers: CsvAnswers | null): Promise<StatementPreview> {
  return postForm<StatementPreview>('/statements/preview', file, { bankAccountId }, fieldsOf(answers));
}

/** Sends the file; one that asks something is kept as well, and is then answered. */
export async function uploadStatement(file: File, bankAccountId: string | null, answers: CsvAnswers | null): Promise<UploadResult> {
  try {
    return await postForm<UploadResult>('/statements', file, { bankAccountId }, fieldsOf(answers));
  } catch (error) {
    const kept = askingFile(error);
    if (kept) return { created: true, statementFile: kept };
    throw error;
  }
}

/** The file as it is kept, where an upload is answered by what the file asks. */
export function askingFile(error: unknown): StatementFile | null {
  return hasCode(error, 'questions_open') ? (error.problem.statementFile ?? null) : null;
}

function fieldsOf(answers: CsvAnswers | null): Record<string, string> {
  return answers ? { [answersField]: JSON.stringify(answers) } : {};
}

/** A refused file is read again with answers, without being sent again. */
export async function answerStatement(statementFileId: string, body: { bankAccountId?: string; answers?: CsvAnswers }): Promise<StatementFile> {
  return post<StatementFile>(`/statements/${statementFileId}/answer`, body);
}

export type WarningState = 'open' | 'explained' | 'cleared' | 'all';

export function warningsQuery(state: WarningState) {
  return infiniteQueryOptions({ queryKey: [...statementKeys.warnings, state], ...pages<StatementWarning>('/statement-warnings', { limit: 50, state }) });
}

/** One transaction with all that the bank said of it. What is booked does not change. */
export function transactionQuery(transactionId: string) {
  return queryOptions({
    queryKey: ['transaction', transactionId],
    queryFn: async ({ signal }) => get<Transaction>(`/transactions/${transactionId}`, {}, signal),
    staleTime: Infinity,
  });
}

export async function explainWarning(warningId: string, note: string): Promise<StatementWarning> {
  return post<StatementWarning>(`/statement-warnings/${warningId}/explain`, { note });
}

export function duplicatesQuery(state: 'open' | 'decided') {
  return infiniteQueryOptions({
    queryKey: [...statementKeys.duplicates, state],
    ...pages<ProbableDuplicate>('/probable-duplicates', { limit: 20, state }),
  });
}

export async function decideDuplicate(transactionId: string, decision: DuplicateDecision): Promise<unknown> {
  return post(`/probable-duplicates/${transactionId}/decide`, decision);
}

/** The files that have open ones, by statement. */
export const duplicateFilesQuery = queryOptions({
  queryKey: [...statementKeys.duplicates, 'files'],
  queryFn: async ({ signal }) => (await get<{ items: ProbableDuplicateFile[] }>('/probable-duplicates/files', {}, signal)).items,
});

export async function decideDuplicates(decision: DuplicatesDecision): Promise<DecidedDuplicates> {
  return post<DecidedDuplicates>('/probable-duplicates/decide', decision);
}

/** How the CSVs of an account are read, as people have corrected and kept it. */
export function keptMappingsQuery(bankAccountId: string) {
  return queryOptions({
    queryKey: [...statementKeys.mappings, bankAccountId],
    queryFn: async ({ signal }) => (await get<{ items: KeptCsvMapping[] }>(`/bank-accounts/${bankAccountId}/csv-mappings`, {}, signal)).items,
  });
}

export async function forgetMapping(bankAccountId: string, signature: string): Promise<void> {
  return remove(`/bank-accounts/${bankAccountId}/csv-mappings/${encodeURIComponent(signature)}`);
}
