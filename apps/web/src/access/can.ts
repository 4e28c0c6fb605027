import type { identityHttp } from '@lettrage/contracts';

type Role = identityHttp.Role;
/** What the page lets a role try; the services decide for themselves. */
export type Action = 'decide' | 'upload' | 'keep_accounts';

const allowed: Readonly<Record<Action, readonly Role[]>> = {
  decide: ['owner', 'accountant', 'reviewer'],
  upload: ['owner', 'accountant'],
  keep_accounts: ['owner', 'accountant'],
};

/** Whether a role may do this (viewer reads, reviewer decides, accountant uploads and keeps customers and invoices). */
export function can(role: Role, action: Action): boolean {
  return allowed[action].includes(role);
}
