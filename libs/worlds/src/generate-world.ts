import { addDays, addMonths, fromEpochDay, toEpochDay } from '@lettrage/calendar';
import { homeWords } from './company/home.js';
import { iban } from './company/identifiers.js';
import { drawProfiles, type Profile } from './company/profile.js';
import { sharedShifts } from './company/timing.js';
import { issueInvoices } from './ledger/issue-invoices.js';
import { OpenItems } from './ledger/open-items.js';
import { settleOptions, type SettledOptions, type WorldOptions } from './options.js';
import { compareText } from './order.js';
import type { Payment } from './payments/payment.js';
import { settleItems } from './payments/settle-items.js';
import { Random } from './random.js';
import { cutStatement } from './statement/cut-statement.js';
import { bookTransactions } from './statement/book-transactions.js';
import type { BankAccount, World, WorldInvoice } from './world.js';

/** Days of billing before the history begins, so that the history opens with older invoices as a real one does. */
const runUpDays = 100;

/**
 * A labelled company: customers with habits, invoices, a history of settled credits, a bank statement whose truth is known, and
 * the receipts that follow it. The same options give the same world to the byte. Amounts are minor units of the euro.
 */
export function generateWorld(options: WorldOptions): World {
  const settled = settleOptions(options);
  let pace = 2;
  if (settled.openItemsTarget !== null) {
    for (let round = 0; round < 2; round += 1) pace *= settled.openItemsTarget / Math.max(1, openCount(settled, pace));
  }
  return build(settled, pace);
}

function openCount(options: SettledOptions, pace: number): number {
  const { ledger, payments } = simulate({ ...options, futureDays: 0 }, pace);
  const statementFrom = addDays(options.today, -options.statementDays);
  const settled = payments.map(({ day, allocations }) => ({ bookingDate: fromEpochDay(day), truth: { allocations } }));
  return new OpenItems(ledger, settled).openOn(statementFrom, addDays(statementFrom, -1)).length;
}

function build(options: SettledOptions, pace: number): World {
  const { profiles, ledger, payments, lastDay } = simulate(options, pace);
  const account = drawAccount(options);
  const statementFrom = addDays(options.today, -options.statementDays);
  const statementTo = addDays(options.today, -1);
  const historyFrom = addMonths(statementFrom, -options.months);
  const transactions = bookTransactions({ payments, ledger, options, account, firstDay: toEpochDay(historyFrom), lastDay });
  const open = new OpenItems(ledger, transactions);
  return {
    home: options.home,
    account,
    customers: profiles.map(({ customer }) => customer),
    ledger,
    transactions,
    invoices: open.openOn(statementFrom, statementTo),
    history: transactions.filter(({ bookingDate, amountMinor }) => bookingDate >= historyFrom && bookingDate < statementFrom && amountMinor > 0n),
    statement: cutStatement(account, transactions, statementFrom, statementTo),
  };
}

interface Simulation {
  readonly profiles: readonly Profile[];
  readonly ledger: ReadonlyMap<string, WorldInvoice>;
  readonly payments: readonly Payment[];
  readonly lastDay: number;
}

function simulate(options: SettledOptions, pace: number): Simulation {
  const firstDay = toEpochDay(addMonths(addDays(options.today, -options.statementDays), -options.months)) - runUpDays;
  const lastDay = toEpochDay(options.today) + options.futureDays - 1;
  const profiles = drawProfiles(options, firstDay);
  const invoices = issueInvoices(profiles, options, firstDay, Math.min(lastDay, toEpochDay(options.today)), pace);
  const payments = payAll(profiles, invoices, options, lastDay);
  return { profiles, ledger: new Map(invoices.map((invoice) => [invoice.number, invoice])), payments, lastDay };
}

/** All payments of all payers, in booking order. */
function payAll(profiles: readonly Profile[], invoices: readonly WorldInvoice[], options: SettledOptions, lastDay: number): Payment[] {
  const profileOf = new Map(profiles.map((profile) => [profile.customer.id, profile]));
  const itemsOf = new Map<string, { invoice: WorldInvoice; owner: Profile }[]>();
  for (const invoice of invoices) {
    const owner = profileOf.get(invoice.customerId)!;
    const items = itemsOf.get(owner.paidBy);
    if (items) items.push({ invoice, owner });
    else itemsOf.set(owner.paidBy, [{ invoice, owner }]);
  }
  const random = new Random(`${options.seed}/payments`);
  const sharedShift = sharedShifts(new Random(`${options.seed}/shocks`));
  const payments: Payment[] = [];
  for (const profile of profiles) {
    const items = itemsOf.get(profile.customer.id);
    if (!items) continue;
    payments.push(...settleItems({ payer: profile, items, noise: options.noise, habits: options.habits, sharedShift, lastDay, random: random.fork(profile.customer.id) }));
  }
  return payments.sort((a, b) => a.day - b.day || compareText(a.payer.customer.id, b.payer.customer.id));
}

function drawAccount({ seed, home }: SettledOptions): BankAccount {
  const random = new Random(`${seed}/account`);
  const { country, owner, bics } = homeWords[home];
  const bic = random.pick(bics);
  return { iban: iban(country, random), bic, owner, currency: 'EUR' };
}
