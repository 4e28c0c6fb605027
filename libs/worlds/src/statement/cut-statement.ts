import { toEpochDay, type CalendarDate } from '@lettrage/calendar';
import type { BankAccount, WorldStatement, WorldTransaction } from '../world.js';

/** What the account held before the world's first booking. */
const foundingBalanceMinor = 1_234_567n;
/** Statements are numbered by the days since this one. */
const sequenceEpoch = '2000-01-01';

/** The statement from one day to another, both included; its balances follow from all bookings before. */
export function cutStatement(account: BankAccount, transactions: readonly WorldTransaction[], from: CalendarDate, to: CalendarDate): WorldStatement {
  let openingMinor = foundingBalanceMinor;
  let closingMinor = foundingBalanceMinor;
  const inside: WorldTransaction[] = [];
  for (const transaction of transactions) {
    if (transaction.bookingDate > to) continue;
    closingMinor += transaction.amountMinor;
    if (transaction.bookingDate < from) openingMinor += transaction.amountMinor;
    else inside.push(transaction);
  }
  const sequence = toEpochDay(from) - toEpochDay(sequenceEpoch);
  return { account, id: `ST-${from}-${to}`, sequence, from, to, openingMinor, closingMinor, transactions: inside };
}

/** The part of a statement from one day to another; parts of consecutive days carry the balance from one to the next. */
export function partOfStatement(statement: WorldStatement, from: CalendarDate, to: CalendarDate): WorldStatement {
  if (from < statement.from || to > statement.to || from > to) throw new RangeError(`${from} to ${to} is not a part of ${statement.from} to ${statement.to}`);
  const cut = cutStatement(statement.account, statement.transactions, from, to);
  const shift = statement.openingMinor - foundingBalanceMinor;
  return { ...cut, openingMinor: cut.openingMinor + shift, closingMinor: cut.closingMinor + shift };
}
