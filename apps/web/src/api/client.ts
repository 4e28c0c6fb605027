import { ApiProblem, problemOf } from './api-problem.js';
import type { Page } from './types.js';

type Query = Readonly<Record<string, string | number | null | undefined>>;

/** The path with the parameters that are given. */
export function withQuery(path: string, query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== null && value !== '') parameters.set(name, String(value));
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}

export async function get<Answer>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Answer> {
  return send<Answer>(withQuery(path, query), { signal: signal ?? null });
}

export async function post<Answer>(path: string, body: unknown = {}): Promise<Answer> {
  return send<Answer>(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
}

export async function put<Answer>(path: string, body: unknown): Promise<Answer> {
  return send<Answer>(path, { method: 'PUT', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
}

export async function remove(path: string): Promise<void> {
  await send<unknown>(path, { method: 'DELETE' });
}

/** Posts a file as the field `file` of a form, after the other fields: a server that reads as it comes knows them before the bytes. */
export async function postForm<Answer>(path: string, file: File, query: Query = {}, fields: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file, file.name);
  return send<Answer>(withQuery(path, query), { method: 'POST', body: form });
}

/** Posts a file's bytes as they are. */
export async function postBytes<Answer>(path: string, file: File, contentType: string): Promise<Answer> {
  return send<Answer>(path, { method: 'POST', body: file, headers: { 'content-type': contentType } });
}

/** A reader of a list page by page, for an infinite query. */
export function pages<Item>(path: string, query: Query) {
  return {
    queryFn: async ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) =>
      get<Page<Item>>(path, { ...query, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page<Item>) => last.nextCursor,
  };
}

async function send<Answer>(path: string, init: RequestInit): Promise<Answer> {
  const headers = { accept: 'application/json, application/problem+json', ...(init.headers as Record<string, string> | undefined) };
  let response: Response;
  try {
    response = await fetch(`/api${path}`, { ...init, headers });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem(problemOf(0, null));
  }
  const body = await readBody(response);
  if (!response.ok) throw new ApiProblem(problemOf(response.status, body));
  return body as Answer;
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!text) return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
