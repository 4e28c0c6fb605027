import { matchingHttp } from '@lettrage/contracts';
import { describe, expect, it } from '@jest/globals';
import { type z } from 'zod';
import { formRefused } from './form-refused.js';

function faults(schema: z.ZodType, value: unknown): Record<string, string> {
  const { error } = schema.safeParse(value);
  return Object.fromEntries(formRefused(error!.issues, 'invalid_body').more.errors!.map(({ where, message }) => [where, message]));
}

describe('a body that may have one of several forms', () => {
  it('is told what each of them lacks where it has none of them', () => {
    expect(faults(matchingHttp.confirmBody, { version: 1 })).toEqual({ rank: 'is missing', lines: 'is missing' });
    expect(faults(matchingHttp.seenBody, {})).toEqual({ transactionIds: 'is missing', statementFileId: 'is missing' });
  });

  it('is told what is wrong with the one that it has', () => {
    expect(faults(matchingHttp.confirmBody, { lines: [{ itemId: 'x', amount: '1.00' }, { itemId: '0193e0a5-7b7e-7000-8000-000000000000', amount: 5 }] })).toEqual({ 'lines.0.itemId': 'must be an id (UUID)', 'lines.1.amount': 'must be a text' });
    expect(faults(matchingHttp.confirmBody, { rank: 0 })).toEqual({ rank: 'must be at least 1' });
  });
});
