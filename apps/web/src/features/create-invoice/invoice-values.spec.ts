import { describe, expect, it } from '@jest/globals';
import { invoiceBody, invoiceFaults, type InvoiceValues } from './invoice-values.js';

const good: InvoiceValues = {
  number: ' FA2026-1 ',
  customer: { customerId: 'c1', label: 'Maçonnerie Guérin · C00001' },
  kind: 'invoice',
  issueDate: '2026-11-01',
  dueDate: '2026-12-01',
  currency: 'EUR',
  total: '1 200,5',
  structuredReference: '',
  orderReference: 'PO1',
};

describe('an invoice in the form', () => {
  it('becomes the body of the contract', () => {
    expect(invoiceFaults(good)).toEqual({});
    expect(invoiceBody(good)).toEqual({
      number: 'FA2026-1',
      customerId: 'c1',
      kind: 'invoice',
      issueDate: '2026-11-01',
      dueDate: '2026-12-01',
      currency: 'EUR',
      total: '1200.50',
      structuredReference: null,
      orderReference: 'PO1',
    });
  });

  it('names each fault at its field', () => {
    expect(invoiceFaults({ ...good, number: ' ', customer: null, issueDate: '', dueDate: '2026-02-30', currency: 'EURO', total: 'abc' })).toEqual({
      number: 'required',
      customer: 'required',
      issueDate: 'required',
      dueDate: 'required',
      currency: 'required',
      total: 'amount',
    });
    expect(invoiceFaults({ ...good, dueDate: '2026-10-31' })).toEqual({ dueDate: 'dueBeforeIssue' });
    expect(invoiceFaults({ ...good, total: '0,00' })).toEqual({ total: 'amount' });
    expect(invoiceFaults({ ...good, total: '-5' })).toEqual({ total: 'amount' });
  });

  it('wants a negative amount on a credit note, whose due date may lie before its issue', () => {
    expect(invoiceFaults({ ...good, kind: 'credit_note', total: '-5', dueDate: '2026-10-31' })).toEqual({});
    expect(invoiceFaults({ ...good, kind: 'credit_note', total: '5' })).toEqual({ total: 'creditNotePositive' });
  });
});
