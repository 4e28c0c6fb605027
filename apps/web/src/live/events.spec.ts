import { streamedEvents } from '@lettrage/contracts';
import { describe, expect, it } from '@jest/globals';
import { liveEventNames, madeStaleBy } from './events.js';

describe('the live stream', () => {
  it('is listened to for every event that the contracts stream, and no other', () => {
    expect([...liveEventNames].sort()).toEqual(streamedEvents.map((event) => event.name).sort());
  });

  it('makes stale what an event has changed', () => {
    expect(madeStaleBy['cash.aged-balance-changed.v1']({ asOf: '2026-11-21', totals: [] })).toEqual([['aged-balance'], ['dso']]);
    expect(madeStaleBy['matching.queue-changed.v1']({ waiting: 0, requested: 1, settled: 0, setAside: 0, transactionIds: [] })).toEqual([
      ['queue'],
      ['queue-summary'],
      ['glance'],
    ]);
    expect(madeStaleBy['matching.queue-changed.v1']({ waiting: 0, requested: 0, settled: 1, setAside: 0, transactionIds: [] })).toContainEqual([
      'invoices',
    ]);
    expect(madeStaleBy['matching.precision-changed.v1']({ made: 1, undone: 0 })).toEqual([['precision']]);
    expect(madeStaleBy['matching.policy-changed.v1']({ bankAccountId: null, changedBy: 'u1' })).toEqual([['allocation-policies']]);
    expect(madeStaleBy['matching.rule-changed.v1']({ ruleId: 'r1', version: 2, active: true, removed: false, changedBy: 'u1' })).toEqual([['rules'], ['rule-history']]);
    expect(madeStaleBy['matching.allocations-viewed.v1']({ seen: 2, seenBy: 'u1' })).toEqual([['glance']]);
    expect(madeStaleBy['matching.learning-corrected.v1']({ customerId: 'c1' })).toEqual([['learning', 'c1']]);
    expect(madeStaleBy['bank-import.warning-explained.v1']({ warningId: 'w1', statementFileId: 'f1', explainedBy: 'u1' })).toEqual([['statement-warnings'], ['statements'], ['statement', 'f1']]);
    expect(
      madeStaleBy['bank-import.statement-completed.v1']({
        statementFileId: 'f1',
        filename: 'a.xml',
        imported: 1,
        known: 0,
        notBooked: 0,
        balanced: true,
        warnings: 0,
      }),
    ).toEqual([['statements'], ['statement', 'f1'], ['bank-accounts'], ['statement-warnings'], ['probable-duplicates'], ['csv-mappings']]);
  });
});
