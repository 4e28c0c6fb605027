import { addDays } from '@lettrage/calendar';
import { formatDecimal } from '@lettrage/money';
import { Company } from './a-company.js';

/** Numbers below `n` that look random and are the same for the same seed (a linear congruence, Numerical Recipes). */
export function seeded(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

export function shuffled<Item>(items: readonly Item[], below: (n: number) => number): Item[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = below(last + 1);
    [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
  }
  return mixed;
}

/** A company that does everything in 2026: several customers and currencies, part payments, credit notes, money on account, write-offs, undone and set-aside receipts. */
export function randomBusiness(seed: number, { customers, invoices }: { customers: number; invoices: number }): Company {
  const below = seeded(seed);
  const company = new Company();
  const ids = Array.from({ length: customers }, (_, index) => company.customer(`Customer ${index % 7} ${index}`));
  for (let index = 0; index < invoices; index++) {
    const customer = ids[below(ids.length)]!;
    const currency = below(5) === 0 ? 'USD' : 'EUR';
    const issue = addDays('2026-03-01', below(250));
    const cents = 100 + below(100_000);
    const item = company.item(customer, formatDecimal(BigInt(cents), 2), issue, addDays(issue, 30), currency);
    const booked = addDays(issue, below(80) - 5);
    const fate = below(8);
    if (fate === 0 || booked > '2026-11-20') continue;
    const paid = fate === 1 ? Math.ceil(cents / 3) : cents;
    const fee = fate === 2 ? 50 : 0;
    const extra = fate === 3 ? 700 : 0;
    const receipt = company.receipt(formatDecimal(BigInt(paid - fee + extra), 2), booked, currency);
    if (fate === 4) {
      company.setAside(receipt);
      if (below(2) === 0) company.setAside(receipt, false);
      continue;
    }
    const note = fate === 5 ? company.item(customer, formatDecimal(BigInt(-Math.floor(cents / 10)), 2), addDays(issue, 10), addDays(issue, 10), currency) : undefined;
    company.settle(receipt, booked, [
      { item, amount: formatDecimal(BigInt(paid), 2) },
      ...(note ? [{ item: note, amount: formatDecimal(BigInt(-Math.floor(cents / 10)), 2) }, { onAccountOf: customer, amount: formatDecimal(BigInt(Math.floor(cents / 10)), 2) }] : []),
      ...(fee ? [{ writeOffOf: customer, amount: formatDecimal(BigInt(-fee), 2) }] : []),
      ...(extra ? [{ onAccountOf: customer, amount: formatDecimal(BigInt(extra), 2) }] : []),
    ], currency);
    if (fate === 6) company.undo(receipt, addDays(booked, below(20)));
    if (below(3) === 0) company.history(customer, [{ number: `OLD-${index}`, amount: '10.00', issueDate: '2025-11-01', dueDate: '2025-12-01', paidDate: addDays('2025-12-01', below(40)) }]);
  }
  return company;
}
