import { toEpochDay } from '@lettrage/calendar';
import { bankDayFrom } from '../bank-days.js';
import { payDay } from '../company/timing.js';
import type { Profile } from '../company/profile.js';
import type { Habits, Noise } from '../options.js';
import type { Random } from '../random.js';
import type { WorldInvoice } from '../world.js';
import { madeTwice, onAccount, type OpenItem, payItems } from './pay-items.js';
import type { Payment } from './payment.js';

export interface PayerInput {
  readonly payer: Profile;
  /** Items of the payer itself and of those that its treasury pays for, with their owner's habits. */
  readonly items: readonly { readonly invoice: WorldInvoice; readonly owner: Profile }[];
  readonly noise: Noise;
  readonly habits: Habits;
  readonly sharedShift: (epochDay: number) => number;
  readonly lastDay: number;
  readonly random: Random;
}

/** What one payer pays until `lastDay`, in order: item by item, in runs, or by statement, with part payments and leftovers. */
export function settleItems({ payer, items, noise, habits, sharedShift, lastDay, random }: PayerInput): Payment[] {
  const waiting = new Agenda();
  const credits: OpenItem[] = [];
  for (const { invoice, owner } of items) {
    const item: OpenItem = { invoice, openMinor: invoice.totalMinor };
    if (invoice.kind === 'credit_note') credits.push(item);
    else scheduleInvoice(item, owner, { payer, noise, sharedShift, random }, waiting);
  }
  const payments: Payment[] = [];
  for (let day = waiting.firstDay(); day !== null && day <= lastDay; day = waiting.firstDay()) {
    if (day >= payer.insolventFrom) break;
    const due = waiting.take(day).filter(({ openMinor }) => openMinor > 0n);
    for (const bundle of bundles(payer, day, due, waiting, random)) {
      const left = leaveOneOut(bundle.items, noise, random);
      if (left) waiting.add(bankDayFrom(day + random.int(14, 45)), left);
      if (random.chance(0.9) && payer.netsCreditNotes) netCreditNotes(bundle.items, credits, day, random);
      const payment = payItems({ payer, day, items: bundle.items, statementDay: bundle.statementDay, leftOut: left !== null, noise, habits, random });
      payments.push(payment);
      for (const item of bundle.items) {
        if (item.openMinor > 0n && random.chance(0.7)) waiting.add(bankDayFrom(day + random.int(12, 60)), item);
      }
      if (random.chance(noise.duplicate)) payments.push(madeTwice(payment, bankDayFrom(day + random.int(1, 12))));
    }
    if (random.chance(noise.onAccount)) payments.push(onAccount(payer, bankDayFrom(day + random.int(0, 6)), random));
  }
  return payments.filter((payment) => payment.day <= lastDay);
}

/** Items by the day on which somebody means to pay them. */
class Agenda {
  private readonly byDay = new Map<number, OpenItem[]>();

  add(day: number, item: OpenItem): void {
    const items = this.byDay.get(day);
    if (items) items.push(item);
    else this.byDay.set(day, [item]);
  }

  firstDay(): number | null {
    let first: number | null = null;
    for (const day of this.byDay.keys()) if (first === null || day < first) first = day;
    return first;
  }

  take(day: number): OpenItem[] {
    const items = this.byDay.get(day) ?? [];
    this.byDay.delete(day);
    return items;
  }

  /** Takes everything issued by a day, whenever it was meant to be paid. */
  takeIssuedBy(issueDay: number, before: number): OpenItem[] {
    const taken: OpenItem[] = [];
    for (const [day, items] of this.byDay) {
      if (day > before) continue;
      const rest = items.filter((item) => toEpochDay(item.invoice.issueDate) > issueDay);
      taken.push(...items.filter((item) => toEpochDay(item.invoice.issueDate) <= issueDay));
      if (rest.length > 0) this.byDay.set(day, rest);
      else this.byDay.delete(day);
    }
    return taken;
  }
}

type Circumstances = Pick<PayerInput, 'payer' | 'noise' | 'sharedShift' | 'random'>;

function scheduleInvoice(item: OpenItem, owner: Profile, { payer, noise, sharedShift, random }: Circumstances, waiting: Agenda): void {
  const issueDay = toEpochDay(item.invoice.issueDate);
  const dueDay = toEpochDay(item.invoice.dueDate);
  const disputed = random.chance(noise.dispute);
  if (disputed && random.chance(0.5)) return;
  // A discount is worth hurrying for, at most times.
  const hurries = owner.discount !== null && owner.discount.withinDays < dueDay - issueDay && random.chance(0.7);
  const timing = hurries ? ({ kind: 'early', afterIssueDays: owner.discount!.withinDays - 5 } as const) : payer.timing;
  waiting.add(payDay(timing, issueDay, dueDay, sharedShift(dueDay) + (disputed ? random.int(40, 180) : 0), random), item);
}

interface Bundle {
  readonly items: OpenItem[];
  readonly statementDay: number | null;
}

/** The payments of one day: one an item, or all due together, or all issued by the end of a month. */
function bundles(payer: Profile, day: number, due: OpenItem[], waiting: Agenda, random: Random): Bundle[] {
  if (due.length === 0) return [];
  const together = payer.grouping !== 'single' || random.chance(0.04);
  if (!together) return due.map((item) => ({ items: [item], statementDay: null }));
  if (payer.grouping !== 'statement') return [{ items: due, statementDay: null }];
  const statementDay = Math.max(...due.map(({ invoice }) => toEpochDay(invoice.issueDate)));
  return [{ items: [...due, ...waiting.takeIssuedBy(statementDay, day + 45).filter(({ openMinor }) => openMinor > 0n)], statementDay }];
}

function leaveOneOut(items: OpenItem[], noise: Noise, random: Random): OpenItem | null {
  if (items.length < 3 || !random.chance(noise.leftOut)) return null;
  return items.splice(random.int(0, items.length - 1), 1)[0]!;
}

/** Takes issued credit notes off a payment as long as something remains to be paid. */
function netCreditNotes(items: OpenItem[], credits: OpenItem[], day: number, random: Random): void {
  let remaining = items.reduce((sum, { openMinor }) => sum + openMinor, 0n);
  const customers = new Set(items.map(({ invoice }) => invoice.customerId));
  for (const credit of credits) {
    const issued = toEpochDay(credit.invoice.issueDate);
    const fits = issued <= day - 2 && customers.has(credit.invoice.customerId) && remaining + credit.openMinor >= 100n;
    if (credit.openMinor === 0n || !fits || random.chance(0.15)) continue;
    items.push(credit);
    remaining += credit.openMinor;
  }
}
