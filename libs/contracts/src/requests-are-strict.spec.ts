import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { bankImportHttp, cashHttp, identityHttp, invoicingHttp, matchingHttp, pageQuery, streamQuery } from './index.js';

const named: Record<string, unknown> = { ...bankImportHttp, ...cashHttp, ...identityHttp, ...invoicingHttp, ...matchingHttp, pageQuery, streamQuery };
const requests = Object.keys(named).filter((name) => /(Body|Query)$/.test(name)).map((name) => [name, named[name] as z.ZodType] as const);

/** The forms that a request may have. */
function formsOf(schema: z.ZodType): z.ZodType[] {
  return schema instanceof z.ZodUnion ? (schema.options as z.ZodType[]).flatMap(formsOf) : [schema];
}

describe('what a request says and nobody knows', () => {
  it.each(requests)('is refused, not passed over: %s', (_, schema) => {
    for (const form of formsOf(schema)) expect(form.safeParse({ colour: 'red' }).error?.issues).toContainEqual(expect.objectContaining({ code: 'unrecognized_keys', keys: ['colour'] }));
  });

  it('is refused deeper in a body too', () => {
    const id = '0190a5f0-0000-7000-8000-0000000000c1';
    const policy = { automatic: true, targetPrecision: null, referenceOnly: false, largestUnattended: null };
    const bodies: [z.ZodType, object][] = [
      [matchingHttp.confirmBody, { lines: [{ itemId: id, amount: '1.00', discount: '0.10' }] }],
      [matchingHttp.putPolicyBody, { bankAccountId: null, policy: { ...policy, largest: '100.00' } }],
      [matchingHttp.createRuleBody, { rule: { kind: 'payer_is_customer', match: { payerName: 'A', iban: 'FR76' }, customerId: id } }],
      [bankImportHttp.answerStatementBody, { answers: { dateorder: 'dmy' } }],
    ];
    for (const [schema, body] of bodies) expect(JSON.stringify(schema.safeParse(body).error?.issues)).toContain('unrecognized_keys');
  });

  it('leaves no doubt which of two forms is meant', () => {
    expect(matchingHttp.confirmBody.safeParse({ rank: 1, lines: [] }).success).toBe(false);
    expect(matchingHttp.seenBody.safeParse({ statementFileId: '0190a5f0-0000-7000-8000-0000000000f1', transactionIds: ['0190a5f0-0000-7000-8000-0000000000a1'] }).success).toBe(false);
  });
});
