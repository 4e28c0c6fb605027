import { describe, expect, it } from '@jest/globals';
import type { ProbableDuplicateFile } from '../../api/types.js';
import { bundlesOf } from './bundles.js';

const statement = (number: number, open: number, credits: string, debits = '0.00', currency = 'EUR') => ({ statement: number, statementId: `S${number}`, from: '2026-10-01', to: '2026-10-31', open, currency, credits, debits });
const file = (...statements: ProbableDuplicateFile['statements']): ProbableDuplicateFile => ({ statementFileId: 'f1', filename: 'october.xml', open: statements.reduce((sum, { open }) => sum + open, 0), statements });

describe('bundlesOf', () => {
  it('is a file of one statement as a whole', () => {
    expect(bundlesOf([file(statement(0, 3, '150.00', '3.10'))])).toEqual([
      { statementFileId: 'f1', statement: null, filename: 'october.xml', statementId: null, from: null, to: null, open: 3, sums: [{ currency: 'EUR', credits: '150.00', debits: '3.10' }] },
    ]);
  });

  it('is a file of several, and each of them, with exact sums by currency', () => {
    const bundles = bundlesOf([file(statement(0, 2, '0.10'), statement(0, 1, '1500', '0', 'JPY'), statement(1, 1, '0.20', '9007199254740993.01'))]);
    expect(bundles.map(({ statement: number, statementId, open }) => [number, statementId, open])).toEqual([[null, null, 4], [0, 'S0', 3], [1, 'S1', 1]]);
    expect(bundles.map(({ sums }) => sums)).toEqual([
      [{ currency: 'EUR', credits: '0.30', debits: '9007199254740993.01' }, { currency: 'JPY', credits: '1500', debits: '0' }],
      [{ currency: 'EUR', credits: '0.10', debits: '0.00' }, { currency: 'JPY', credits: '1500', debits: '0' }],
      [{ currency: 'EUR', credits: '0.20', debits: '9007199254740993.01' }],
    ]);
  });

  it('leaves out a file with one entry: that is decided where it stands', () => expect(bundlesOf([file(statement(0, 1, '5.00'))])).toEqual([]));
});
