import { describe, expect, it } from '@jest/globals';
import { Directory } from '../books/directory.js';
import { PaidDocuments } from './paid-documents.js';

const document = (customerId: string | null, day: number, received: number) => ({ number: 'FA-1', customerId, day, received, closed: received });

describe('documents that were paid', () => {
  it('knows the last day on which a customer paid an amount, within bounds', () => {
    const directory = new Directory();
    const paid = new PaidDocuments(directory);
    paid.set('A', document('C1', 100, 500)).set('B', document('C1', 105, 500)).set('C', document('C2', 107, 500)).set('D', document(null, 108, 500));
    const place = directory.at('C1');
    expect(paid.lastPaid(place, 500, 95, 110)).toBe(105);
    expect(paid.lastPaid(place, 500, 95, 105)).toBe(100);
    expect(paid.lastPaid(place, 501, 95, 110)).toBe(-1);
    expect(paid.lastPaid(directory.at('nobody'), 500, 95, 110)).toBe(-1);
  });

  it('forgets a payment with its document', () => {
    const directory = new Directory();
    const paid = new PaidDocuments(directory);
    paid.set('A', document('C1', 100, 500)).set('B', document('C1', 105, 500));
    paid.delete('B');
    expect(paid.lastPaid(directory.at('C1'), 500, 95, 110)).toBe(100);
    paid.set('A', document('C1', 99, 400));
    expect(paid.lastPaid(directory.at('C1'), 500, 95, 110)).toBe(-1);
    expect(paid.lastPaid(directory.at('C1'), 400, 95, 110)).toBe(99);
  });

  it('knows what each of many customers paid, and closed', () => {
    const directory = new Directory();
    const paid = new PaidDocuments(directory);
    for (let index = 0; index < 3000; index++) paid.set(`K${index}`, { ...document(`C${index % 700}`, 100 + index, 10_000_000_000 + index), closed: index });
    for (let index = 2100; index < 3000; index++) {
      const place = directory.at(`C${index % 700}`);
      expect(paid.lastPaid(place, 10_000_000_000 + index, 0, 4000)).toBe(100 + index);
      expect(paid.mayHavePaid(place, index)).toBe(true);
      expect(paid.paidAs(place, 1, index, 0)?.closed).toBe(index);
    }
  });

  it('keeps the weeks before the last payment where a customer pays often', () => {
    const directory = new Directory();
    const paid = new PaidDocuments(directory);
    for (let index = 0; index < 40; index++) paid.set(`K${index}`, document('C1', 100 + index * 5, 500 + index));
    const place = directory.at('C1');
    expect(paid.lastPaid(place, 539, 200, 400)).toBe(295);
    expect(paid.lastPaid(place, 535, 200, 400)).toBe(275);
    expect(paid.lastPaid(place, 500, 90, 400)).toBe(-1);
  });
});
