import { describe, expect, it } from '@jest/globals';
import { Directory } from '../books/directory.js';
import { ExpectedPayments } from './expected-payments.js';
import { PaidDocuments } from './paid-documents.js';

const key = 'FA1';
const half = { number: 'FA1', customerId: 'C1', day: 20_700, received: 7519, closed: 7519 };
const rest = { number: 'FA1', customerId: 'C1', day: 20_710, received: 15_038, closed: 7519 };
const lesson = { id: 't', bookingDate: '2026-09-04', amount: { minor: 7519n, currency: 'EUR' }, counterpartyName: null, counterpartyIban: null, endToEndId: null, remittance: '', structuredReferences: [], reversal: false, customerId: 'C1', allocations: [{ invoiceNumber: 'FA 1', amountMinor: 7519n, issueDate: '2026-08-01', dueDate: '2026-09-01' }], difference: null };

describe('what is expected of a document', () => {
  it('is the same whether it or the lesson of another payment is heard first', () => {
    const later = new PaidDocuments(new Directory());
    const expectedLater = new ExpectedPayments(later);
    expectedLater.hear([lesson], () => void later.set(key, half));
    expectedLater.add(key, rest);

    const first = new PaidDocuments(new Directory());
    const expectedFirst = new ExpectedPayments(first);
    expectedFirst.add(key, rest);
    expectedFirst.hear([lesson], () => void first.set(key, half));

    expect(first.get(key)).toEqual({ ...rest, closed: 15_038 });
    expect(later.get(key)).toEqual(first.get(key));
    for (const [documents, expected] of [[first, expectedFirst], [later, expectedLater]] as const) {
      expect(expected.without(key, documents.get(key)!)).toEqual(half);
      expected.noMore(key);
      expect(documents.get(key)).toEqual(half);
    }
  });

  it('is over when that very payment is settled, or when it is not expected any more', () => {
    const documents = new PaidDocuments(new Directory());
    const expected = new ExpectedPayments(documents);
    expected.add(key, { ...half, day: 20_700 });
    expect(documents.get(key)).toEqual(half);
    const settled = { ...lesson, bookingDate: '2026-09-04' };
    expected.hear([settled], () => void documents.set(key, { ...half, closed: (documents.get(key)?.closed ?? 0) + 7519 }));
    expect(expected.isEmpty).toBe(true);
    expect(documents.get(key)).toEqual(half);
  });
});
