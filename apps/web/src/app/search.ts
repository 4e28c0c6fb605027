import type { CaseState } from '../api/types.js';

export interface SignInSearch {
  /** The secret of a one-time link. */
  token?: string | undefined;
  /** Where to go on after signing in. */
  next?: string | undefined;
  ended?: boolean | undefined;
}

export function signInSearch(search: Record<string, unknown>): SignInSearch {
  return { token: text(search['token']), next: text(search['next']), ended: search['ended'] === true ? true : undefined };
}

const states: readonly CaseState[] = ['waiting', 'settled', 'set_aside'];

export interface QueueSearch {
  state?: CaseState | undefined;
  search?: string | undefined;
  statementFileId?: string | undefined;
}

export function queueSearch(search: Record<string, unknown>): QueueSearch {
  return {
    state: states.find((state) => state === search['state']),
    search: text(search['search']),
    statementFileId: text(search['statementFileId']),
  };
}

/** A path of this page, never another site's ("//host", "/\host"): what `next` may be. */
export function ownPath(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}

/** The token of a link whose secret stands after the #, where no server's log sees it. */
export function tokenInHash(hash: string): string | null {
  return new URLSearchParams(hash.slice(hash.indexOf('?') + 1)).get('token');
}

/** The router reads what looks like a number or a truth value as one; our searches are texts. */
function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
