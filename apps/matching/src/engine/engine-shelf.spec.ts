import { describe, expect, it } from '@jest/globals';
import { type OpenItem } from '@lettrage/matching-engine';
import { EngineShelf } from './engine-shelf.js';

const item: OpenItem = {
  id: 'i1', number: 'FA2026-00103', customerId: 'c1', kind: 'invoice', issueDate: '2026-09-01', dueDate: '2026-10-01', currency: 'EUR', totalMinor: 25_000n, openMinor: 25_000n,
  structuredReference: null, orderReference: null,
};
const credit = (id: string) => ({
  id, bookingDate: '2026-10-02', amount: { minor: 25_000n, currency: 'EUR' }, counterpartyName: 'BOIS DU SUD', counterpartyIban: null, endToEndId: null, remittance: 'FACTURE FA2026-00103',
  structuredReferences: [],
});

function shelfWith(engine: number): EngineShelf {
  const shelf = new EngineShelf();
  shelf.answer({ engine, kind: 'create' });
  shelf.answer({ engine, kind: 'customers', customers: [{ id: 'c1', name: 'Bois du Sud SARL', country: 'FR', iban: null, vatId: null, paymentTermsDays: 30 }] });
  shelf.answer({ engine, kind: 'items', items: [item] });
  return shelf;
}

describe('a shelf of engines', () => {
  it('decides with the engine that is named, each with its own books', () => {
    const shelf = shelfWith(1);
    shelf.answer({ engine: 2, kind: 'create' });
    const decide = (engine: number) => shelf.answer({ engine, kind: 'decide', credits: [credit('t1')], unattended: true });
    expect(decide(1)).toMatchObject([{ transactionId: 't1', automatic: true, proposals: [{ lines: [{ itemId: 'i1', amount: '250.00' }] }] }]);
    expect(decide(2)).toMatchObject([{ transactionId: 't1', automatic: false, proposals: [] }]);
  });

  it('never decides with an engine that was dropped, was never made, or could not take what it was told', () => {
    const shelf = shelfWith(1);
    const decide = () => shelf.answer({ engine: 1, kind: 'decide', credits: [credit('t1')], unattended: true });
    shelf.answer({ engine: 1, kind: 'items', items: [{ ...item, id: 'i2', openMinor: 2n ** 60n, totalMinor: 2n ** 60n }] });
    expect(decide).toThrow('the engine is not there any more');
    shelf.answer({ engine: 1, kind: 'items', items: [item] }); // told in vain, and without a stir
    expect(decide).toThrow('the engine is not there any more');
    expect(() => shelf.answer({ engine: 7, kind: 'decide', credits: [], unattended: true })).toThrow('the engine is not there any more');
    shelf.answer({ engine: 1, kind: 'drop' });
    expect(decide).toThrow('the engine is not there any more');
  });
});
