import { describe, expect, it } from '@jest/globals';
import { addDays } from '@lettrage/calendar';
import { PaymentBehaviour, rememberedPayments, type Settlement } from './payment-behaviour.js';

const settlement = (over: Partial<Settlement> = {}): Settlement => ({
  customerId: 'C1', issueDate: '2026-01-01', dueDate: '2026-01-31', paidDate: '2026-02-05', amountMinor: 1000n, openBeforeMinor: 1000n, previousPaidDate: null, ...over,
});

describe('PaymentBehaviour', () => {
  it('remembers a payment in days, with the share that it paid', () => {
    const behaviour = new PaymentBehaviour();
    behaviour.learn([settlement({ paidDate: '1970-01-11', issueDate: '1970-01-01', dueDate: '1970-01-06', amountMinor: 250n, previousPaidDate: '1970-01-08' })]);
    expect(behaviour.toJSON()).toEqual({ version: 1, customers: { C1: [[10, 5, 0, 2500, 7]] } });
  });

  it('marks a credit note by a negative share, and refuses to be told that more was paid than was open', () => {
    const behaviour = new PaymentBehaviour();
    behaviour.learn([settlement({ amountMinor: -400n, openBeforeMinor: -400n })]);
    expect(behaviour.paymentsOf('C1')[0]!.shareBasisPoints).toBe(-10_000);
    expect(() => behaviour.learn([settlement({ amountMinor: 1001n })])).toThrow('customer C1 cannot have paid 1001 of 1000 minor units on 2026-02-05');
    expect(() => behaviour.learn([settlement({ amountMinor: 0n })])).toThrow(RangeError);
  });

  it('keeps the newest payments of a customer', () => {
    const behaviour = new PaymentBehaviour();
    behaviour.learn(Array.from({ length: rememberedPayments + 6 }, (_, index) => settlement({ paidDate: addDays('2026-02-01', index) })));
    const days = behaviour.paymentsOf('C1').map(({ paidDay }) => paidDay);
    expect(days.length).toBe(rememberedPayments);
    expect(days[0]! - days.at(-1)!).toBe(1 - rememberedPayments);
    behaviour.learn([settlement({ paidDate: '2020-01-01' })]);
    expect(behaviour.paymentsOf('C1').map(({ paidDay }) => paidDay)).toEqual(days);
  });

  it('forgets what an undo reversed, and nothing else', () => {
    const behaviour = new PaymentBehaviour();
    behaviour.learn([settlement(), settlement({ paidDate: '2026-02-06' })]);
    behaviour.forget([settlement({ paidDate: '2026-02-06' }), settlement({ paidDate: '2026-02-07' })]);
    const once = new PaymentBehaviour();
    once.learn([settlement()]);
    expect(behaviour.toJSON()).toEqual(once.toJSON());
    behaviour.forget([settlement()]);
    expect(behaviour.toJSON()).toEqual({ version: 1, customers: {} });
  });

  it('refuses a state that it does not know', () => {
    expect(() => PaymentBehaviour.fromJSON({ version: 2 as 1, customers: {} })).toThrow('payment behaviour of version 2 is not known; rebuild it from the settlements');
  });
});
