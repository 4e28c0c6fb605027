import { identityHttp } from '@lettrage/contracts';
import { describe, expect, it } from '@jest/globals';
import { mayActAs } from './caller.js';
import { Refused } from './refused.js';
import { requireRole } from './service-token-guard.js';

const roles = identityHttp.role.options;

describe('roles', () => {
  it('are ranked, every one against every one', () => {
    const table = Object.fromEntries(roles.map((role) => [role, roles.filter((needed) => mayActAs(role, needed))]));
    expect(table).toEqual({
      owner: ['owner', 'accountant', 'reviewer', 'viewer'],
      accountant: ['accountant', 'reviewer', 'viewer'],
      reviewer: ['reviewer', 'viewer'],
      viewer: ['viewer'],
    });
  });

  it('that do not suffice are refused with what is needed', () => {
    expect(() => requireRole('viewer', 'accountant')).toThrow(new Refused('not_allowed', 'The role "viewer" may not do this'));
    expect(() => requireRole('reviewer', 'reviewer')).not.toThrow();
    expect(() => requireRole('viewer', undefined)).not.toThrow();
  });
});
