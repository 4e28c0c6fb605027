import { describe, expect, it } from '@jest/globals';
import { bestThreshold, fuzzySearch } from './fuzzy-search.js';
import { numberAndAmount } from './number-and-amount.js';
import type { SimpleCompany } from './simple-company.js';

const item = (number: string, customerName: string, openMinor: bigint) => ({ number, customerName, openMinor, orderReference: null, structuredReference: null, issueDate: '2026-09-01' });
const credit = (reference: string, name: string, text: string, amountMinor: bigint) => ({ reference, name, text, amountMinor });
const company = (): SimpleCompany => ({
  items: [item('FA2026-00617', 'Boulangerie Delorme SARL', 12_000n), item('FA2026-00618', 'Imprimerie Vasseur SAS', 12_000n), item('FA2026-00700', 'Maschinenbau Quast GmbH', 99_900n)],
  credits: [
    credit('A', 'BOULANGERIE DELORME', 'FACTURE FA2026-00617', 12_000n),
    credit('B', 'IMPRIMERIE VASSEUR', 'VIREMENT', 12_000n),
    credit('C', 'MASCHINENBAU QUAST', 'FA2026-00700', 50_000n),
    credit('D', 'BOULANGERIE DELORME', 'FACTURE FA2026-00617', 12_000n),
  ],
  history: [], nameOf: new Map(),
});
const allocated = (proposals: ReturnType<typeof numberAndAmount>) => proposals.map(({ decision, allocations }) => (decision === 'auto' ? allocations[0]!.invoice : null));

describe('number and amount', () => {
  it('allocates where the number stands in the text and the amount is equal, once', () => {
    expect(allocated(numberAndAmount(company()))).toEqual(['FA2026-00617', null, null, null]);
  });
});

describe('fuse.js', () => {
  it('finds by name and amount what no number names, a part of what one does, and nothing twice', () => {
    expect(allocated(fuzzySearch(company(), 0.6))).toEqual(['FA2026-00617', 'FA2026-00618', 'FA2026-00700', null]);
  });

  it('allocates nothing above every score', () => {
    expect(allocated(fuzzySearch(company(), Number.POSITIVE_INFINITY))).toEqual([null, null, null, null]);
    expect(bestThreshold(company(), 10)).toBe(Number.POSITIVE_INFINITY);
  });
});
