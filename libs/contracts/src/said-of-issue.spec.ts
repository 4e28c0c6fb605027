import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { createCustomerBody, createInvoiceBody } from './http/invoicing.js';
import { ruleBody } from './http/matching-rules.js';
import { onTheWire } from '@lettrage/sentences';
import { fieldError, saidOfIssue } from './said-of-issue.js';
import { sentences } from './sentences.js';

/** What is said of each field that is wrong. */
function saidOf(schema: z.ZodType, value: unknown): Record<string, string> {
  const { error } = schema.safeParse(value);
  return Object.fromEntries((error?.issues ?? []).map((issue) => [issue.path.join('.'), saidOfIssue(issue).text]));
}
const field = (schema: z.ZodType, value: unknown) => saidOf(z.object({ it: schema }), { it: value })['it'];

describe('what is said of a field', () => {
  it.each([
    ['nothing', z.string(), undefined, 'is missing'],
    ['an empty text', z.string().min(1), '', 'must not be empty'],
    ['a text too short', z.string().min(12), 'x', 'must have at least 12 characters'],
    ['a text too long', z.string().max(3), 'four', 'must have at most 3 characters'],
    ['a number too high', z.int().max(365), 400, 'must be at most 365'],
    ['a number too low', z.int().min(0), -1, 'must be at least 0'],
    ['half a day', z.int(), 1.5, 'must be a whole number'],
    ['another type', z.array(z.string()), 'x', 'must be a list'],
    ['too many', z.array(z.string()).max(1), ['a', 'b'], 'must have at most 1 entries'],
    ['too few', z.array(z.string()).min(1), [], 'must have at least 1 entries'],
    ['none of the choices', z.enum(['invoice', 'credit_note']), 'bill', 'must be one of invoice, credit_note'],
    ['no id', z.uuid(), 'x', 'must be an id (UUID)'],
    ['no e-mail', z.email(), 'x', 'must be an e-mail address'],
    ['no instant', z.iso.datetime(), 'today', 'must be an instant, such as 2026-11-21T08:00:00Z'],
    ['a field too many', z.strictObject({}), { other: 1 }, 'has fields that are not known: other'],
    ['what a pattern refuses', z.string().regex(/^a$/), 'b', 'is not valid'],
    ['neither of two', z.union([z.int(), z.boolean()]), 'b', 'is not valid'],
  ])('%s', (_, schema, value, said) => expect(field(schema, value)).toBe(said));

  it('tells the kinds of which a body must be one', () => {
    const rule = { match: { payerName: 'A' }, label: 'x' };
    const kinds = 'must be one of payer_is_customer, not_an_invoice, rounding_tolerance, fee_from_abroad';
    for (const kind of [{}, { kind: 'payout' }]) expect(saidOf(ruleBody, { ...rule, ...kind })).toEqual({ kind: kinds });
  });

  it('is what the schema says of it, where it says something', () => {
    const body = { number: 'FA1', customerId: '0193e0a5-7b7e-7000-8000-000000000000', issueDate: '2026-02-30', dueDate: '2026-03-01', currency: 'EUX', total: '1,5' };
    expect(saidOf(createInvoiceBody, body)).toEqual({ issueDate: 'must be a calendar date, YYYY-MM-DD', currency: 'must be an ISO 4217 currency code', total: 'must be a decimal amount such as "1234.50"' });
    expect(saidOf(createInvoiceBody, { ...body, issueDate: '2026-03-02', currency: 'EUR', total: '1.50' })).toEqual({ dueDate: 'lies before the issue date' });
    expect(saidOf(createCustomerBody, { number: 'C1', name: 'x'.repeat(201), country: 'France' })).toEqual({ name: 'must have at most 200 characters', country: 'must be an ISO 3166 country code such as FR' });
  });

  it('goes along with its sentence, which never holds the value', () => {
    const { error } = z.object({ password: z.string().max(3) }).safeParse({ password: 'secret' });
    const said = saidOfIssue(error!.issues[0]!);
    expect(fieldError('password', said)).toEqual({ where: 'password', message: 'must have at most 3 characters', sentence: onTheWire(said) });
    expect(said).toEqual({ id: 'field_long', values: { most: '3' }, text: 'must have at most 3 characters' });
    expect(sentences.field_long.fr).toBe('au plus {most} caractères');
  });
});
