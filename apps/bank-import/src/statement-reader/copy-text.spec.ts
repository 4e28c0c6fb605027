import { type BankTransaction } from '@lettrage/bank-formats';
import { describe, expect, it } from '@jest/globals';
import { copyColumns, copyRow } from './copy-text.js';

const plain: BankTransaction = {
  reference: 'BKR1', fingerprint: 'abc.1', account: 'FR76', bookingDate: '2026-10-01', valueDate: null, amount: { minor: -12_345n, currency: 'EUR' }, originalAmount: null,
  exchangeRate: null, purpose: null, ultimateDebtorName: null, ultimateCreditorName: null, documents: [],
  counterpartyName: 'GUERIN', counterpartyIban: null, remittance: '', structuredReferences: [], endToEndId: null, mandateId: null, bankTransactionCode: 'PMNT/RCDT/ESCT',
  reversal: false, returnReason: null, status: 'booked', charges: [], statement: 0,
};

describe('a row for COPY', () => {
  it('has a field for every column, with \\N for what is absent', () => {
    const fields = copyRow(7, plain).replace('\n', '').split('\t');
    expect(Object.fromEntries(copyColumns.map((column, index) => [column, fields[index]]))).toEqual({
      place: '7', statement: '0', status: 'booked', fingerprint: 'abc.1', booking_date: '2026-10-01', value_date: '\\N', amount_minor: '-12345', currency: 'EUR',
      original_minor: '\\N', original_currency: '\\N', reference: 'BKR1', counterparty_name: 'GUERIN', counterparty_iban: '\\N', remittance: '\\N', structured_references: '{}',
      end_to_end_id: '\\N', mandate_id: '\\N', bank_transaction_code: 'PMNT/RCDT/ESCT', reversal: 'f', return_reason: '\\N', charges: '[]', batch: '\\N', details: '\\N',
    });
    expect(fields).toHaveLength(copyColumns.length);
  });

  it('keeps separators, backslashes and NUL inside their field', () => {
    const row = copyRow(1, { ...plain, remittance: 'a\tb\nc\\d\0', structuredReferences: ['RF18"x\\'], charges: [{ amount: { minor: 250n, currency: 'EUR' }, included: true }] });
    expect(row).toContain('\ta\\tb\\nc\\\\d\u2400\t');
    expect(row).toContain('\t{"RF18\\\\"x\\\\\\\\"}\t');
    expect(row).toContain('\t[{"amount":"2.50","currency":"EUR","included":true}]\t\\N\t\\N\n');
    expect(row.split('\n')).toHaveLength(2);
  });

  it('carries what else the bank said, and only that', () => {
    const exchangeRate = { source: 'USD', target: 'EUR', unit: 'USD', rate: '0.9214' };
    const documents = [{ type: 'CINV', number: 'FA\0\ud800 1', date: null, amount: { minor: 12_500n, currency: 'EUR' } }];
    const details = (row: string) => row.slice(0, -1).split('\t').at(-1);
    expect(details(copyRow(1, { ...plain, purpose: 'SALA', exchangeRate }))).toBe('{"purpose":"SALA","exchangeRate":{"source":"USD","target":"EUR","unit":"USD","rate":"0.9214"}}');
    expect(details(copyRow(1, { ...plain, ultimateDebtorName: 'FILIALE "A"', documents }))).toBe(
      '{"ultimateDebtorName":"FILIALE \\\\"A\\\\"","documents":[{"type":"CINV","number":"FA\u2400\ufffd 1","date":null,"amount":"125.00","currency":"EUR"}]}',
    );
  });
});
