import { describe, expect, it } from '@jest/globals';
import { mayActAs } from '@lettrage/http';

const roles = ['viewer', 'reviewer', 'accountant', 'owner'] as const;

describe('roles', () => {
  it('include one another, the owner all of them', () => {
    expect(Object.fromEntries(roles.map((role) => [role, roles.filter((needed) => mayActAs(role, needed))]))).toEqual({
      viewer: ['viewer'],
      reviewer: ['viewer', 'reviewer'],
      accountant: ['viewer', 'reviewer', 'accountant'],
      owner: ['viewer', 'reviewer', 'accountant', 'owner'],
    });
  });
});
