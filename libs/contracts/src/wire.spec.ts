import { describe, expect, it } from '@jest/globals';
import { type z } from 'zod';
import { id } from './wire.js';
import { allocationRefusalCode, bankImportHttp, calendarDate, currency, decimal, identityHttp, invoicingHttp, largestPage, matchingHttp, pageQuery, problem, refusalStatus, shortText } from './index.js';

const accepts = (schema: z.ZodType, values: readonly unknown[]) => values.filter((value) => schema.safeParse(value).success);

describe('small forms', () => {
  it('decimal: a signed number with a point, no more digits than the books hold', () => {
    const good = ['0', '-0.01', '1234.50', '999999999999999999.99999', '007'];
    const bad = ['', '1,5', '1e3', '+1', '.5', '5.', '1.123456', '1234567890123456789', ' 1', '1\n', 'NaN', 12, null];
    expect(accepts(decimal, [...good, ...bad])).toEqual(good);
  });

  it('calendarDate and currency: what exists', () => {
    expect(accepts(calendarDate, ['2024-02-29', '2023-02-29', '2026-1-1', '2026-01-01T00:00:00Z', 20260101])).toEqual(['2024-02-29']);
    expect(accepts(currency, ['EUR', 'eur', 'XXX', '', null])).toEqual(['EUR']);
  });

  it('id: a UUID, however it is written, in small letters', () => {
    expect(id.parse('0190A5F0-0000-7000-8000-0000000000C1')).toBe('0190a5f0-0000-7000-8000-0000000000c1');
    expect(accepts(id, ['0190a5f0', '', '0190a5f0-0000-7000-8000-0000000000g1', null])).toEqual([]);
  });

  it('shortText: trimmed, not empty, at most 200', () => {
    expect(shortText.parse('  a b ')).toBe('a b');
    expect(accepts(shortText, ['   ', 'a'.repeat(201)])).toEqual([]);
  });
});

describe('pages', () => {
  it('have a limit between 1 and the largest, 50 unless asked', () => {
    expect(pageQuery.parse({})).toEqual({ limit: 50 });
    expect(pageQuery.parse({ limit: String(largestPage) })).toEqual({ limit: 500 });
    expect(accepts(pageQuery, [{ limit: '0' }, { limit: '501' }, { limit: '1.5' }, { limit: 'all' }, { cursor: 'x'.repeat(401) }])).toEqual([]);
  });
});

describe('bodies', () => {
  it('of an invoice: not due before it is issued, but a credit note may be', () => {
    const invoice = { number: ' FA1 ', customerId: '0190a5f0-0000-7000-8000-0000000000c1', issueDate: '2026-11-21', dueDate: '2026-11-20', currency: 'EUR', total: '10.00' };
    expect(invoicingHttp.createInvoiceBody.safeParse(invoice).error?.issues).toMatchObject([{ path: ['dueDate'], message: 'lies before the issue date' }]);
    expect(invoicingHttp.createInvoiceBody.parse({ ...invoice, kind: 'credit_note', total: '-10.00' })).toEqual({ ...invoice, number: 'FA1', kind: 'credit_note', total: '-10.00', structuredReference: null, orderReference: null });
  });

  it('of a bank account: the identification without spaces, in capitals', () => {
    expect(bankImportHttp.createBankAccountBody.parse({ name: 'Main', identification: 'fr76 3000 6000', currency: 'EUR' }).identification).toBe('FR7630006000');
  });

  it('of a confirmation: a rank, or lines of one’s own', () => {
    const lines = [{ itemId: '0190a5f0-0000-7000-8000-0000000000e1', amount: '1.00' }];
    expect(matchingHttp.confirmBody.parse({ rank: 1 })).toEqual({ rank: 1 });
    expect(matchingHttp.confirmBody.parse({ lines })).toEqual({ lines, customerId: null, difference: null });
    expect(accepts(matchingHttp.confirmBody, [{}, { rank: 0 }, { rank: 21 }, { lines: [{ itemId: 'x', amount: '1' }] }, { lines: Array.from({ length: 1001 }, () => lines[0]) }])).toEqual([]);
  });

  it('of a sign-in: the address in small letters; a password of twelve characters where one is chosen', () => {
    expect(identityHttp.signInBody.parse({ email: 'Owner@Example.COM', password: 'x' }).email).toBe('owner@example.com');
    expect(accepts(identityHttp.password, ['elevenchars', 'twelve chars', 'x'.repeat(201)])).toEqual(['twelve chars']);
  });
});

describe('refusals', () => {
  it('have a status each, of the caller’s side or “not now”', () => {
    expect(Object.entries(refusalStatus).filter(([, status]) => !(status >= 400 && status < 500) && status !== 503)).toEqual([]);
  });

  it('of the ledger that a reviewer may meet at once are refusals of the border too', () => {
    const both = allocationRefusalCode.options.filter((code) => code in refusalStatus);
    expect(both).toEqual(['item_unknown', 'item_not_open_enough', 'amounts_do_not_add_up', 'customer_unknown']);
  });

  it('leave as problem details', () => {
    expect(problem.safeParse({ type: 'urn:x', title: 't', status: 409, code: 'c', detail: 'd', errors: [{ where: 'line 3', message: 'm' }] }).success).toBe(true);
    expect(problem.safeParse({ title: 't', status: 409 }).success).toBe(false);
  });
});
