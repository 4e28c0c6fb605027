import { amountKinds, type AmountHabits } from '../habits/amount-habits.js';
import type { State } from '../state.js';
import type { Considered } from '../weighing/judge.js';

/**
 * What is known of differences, and beside it what the payments of a call show that leave no doubt: a fee that a bank keeps, it keeps of the next payment too; who
 * takes a discount, takes it again; who paid to the cent has a bank that keeps nothing; and a claim of one amount or rate comes again. The state's own habits learn
 * nothing from it.
 */
export function amountsOfCall(sure: readonly (Considered | null)[], { habits, customers }: State): AmountHabits {
  const amounts = habits.amounts.copy();
  for (const considered of sure) {
    if (!considered) continue;
    const answer = considered.judged[0]!;
    const kind = amountKinds[answer.amountKind];
    const { amount, day } = considered.reading;
    const closed = amount + (answer.difference?.amount ?? 0);
    if (kind === 'deduction' || kind === 'overpayment') amounts.learnValue(kind, closed, amount);
    if (kind !== 'exact' && kind !== 'bank_fee' && kind !== 'discount') continue;
    const customerId = answer.customerId!;
    const context = { customerId, country: customers.get(customerId)?.country ?? null, many: answer.items.length > 1 };
    amounts.learnLasting(context, kind, closed, amount, day);
  }
  return amounts;
}
