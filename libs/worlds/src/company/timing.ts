import { fromEpochDay } from '@lettrage/calendar';
import { bankDayFrom } from '../bank-days.js';
import type { Random } from '../random.js';

/** When a customer means to pay. Days are counted from the due date unless they say otherwise. */
export type Timing =
  | { readonly kind: 'punctual'; readonly afterDays: number }
  | { readonly kind: 'late'; readonly meanDays: number; readonly spreadDays: number }
  | { readonly kind: 'run'; readonly daysOfMonth: readonly number[]; readonly leadDays: number }
  | { readonly kind: 'weekly'; readonly weekday: number; readonly leadDays: number }
  | { readonly kind: 'erratic'; readonly medianDays: number; readonly spread: number }
  | { readonly kind: 'early'; readonly afterIssueDays: number }
  | { readonly kind: 'reminded'; readonly levels: readonly number[] };

/** Days of the month of payment runs; 31 is the last day. */
const runs = [[5], [10], [15], [25], [31], [1, 15], [10, 25], [5, 20], [15, 31], [10, 20, 31]] as const;

export function drawTiming(random: Random): Timing {
  switch (random.weighted({ punctual: 24, late: 26, run: 24, weekly: 6, erratic: 10, early: 4, reminded: 6 })) {
    case 'punctual':
      return { kind: 'punctual', afterDays: random.int(-2, 3) };
    case 'late':
      return { kind: 'late', meanDays: Math.round(4 + 34 * random.unit() ** 1.6), spreadDays: 1 + 6 * random.unit() };
    case 'run':
      return { kind: 'run', daysOfMonth: random.pick(runs), leadDays: random.int(-4, 10) };
    case 'weekly':
      return { kind: 'weekly', weekday: random.int(1, 5), leadDays: random.int(-3, 7) };
    case 'erratic':
      return { kind: 'erratic', medianDays: random.int(4, 30), spread: 0.5 + 0.6 * random.unit() };
    case 'early':
      return { kind: 'early', afterIssueDays: random.int(5, 12) };
    case 'reminded':
      return { kind: 'reminded', levels: random.pick([[8, 23, 45], [15, 30, 45], [10, 30, 60]]) };
  }
}

/** The bank day on which an item issued and due on these days is paid, after a shift that all customers share. */
export function payDay(timing: Timing, issueDay: number, dueDay: number, sharedShiftDays: number, random: Random): number {
  const intended = Math.max(issueDay + 1, Math.round(intendedDay(timing, issueDay, dueDay, random) + sharedShiftDays));
  if (timing.kind === 'run') return bankDayFrom(nextRun(intended, timing.daysOfMonth));
  if (timing.kind === 'weekly') return bankDayFrom(intended + ((timing.weekday - weekdayOf(intended) + 7) % 7));
  return bankDayFrom(intended);
}

function intendedDay(timing: Timing, issueDay: number, dueDay: number, random: Random): number {
  switch (timing.kind) {
    case 'punctual':
      return dueDay + timing.afterDays + random.int(0, 2);
    case 'late':
      return dueDay + timing.meanDays + timing.spreadDays * random.normal();
    case 'run':
    case 'weekly':
      return dueDay + timing.leadDays - 5;
    case 'erratic':
      return dueDay - 6 + timing.medianDays * Math.exp(timing.spread * random.normal());
    case 'early':
      return issueDay + timing.afterIssueDays + random.int(0, 3);
    case 'reminded':
      return dueDay + timing.levels[Number(random.weighted({ 0: 60, 1: 30, 2: 10 }))]! + random.int(1, 6);
  }
}

/** The first run on or after the day; 31 means the month's last day. */
function nextRun(day: number, daysOfMonth: readonly number[]): number {
  for (let candidate = day; ; candidate += 1) {
    const dayOfMonth = Number(fromEpochDay(candidate).slice(8));
    const last = fromEpochDay(candidate + 1).endsWith('-01');
    if (daysOfMonth.includes(dayOfMonth) || (last && daysOfMonth.includes(31))) return candidate;
  }
}

function weekdayOf(epochDay: number): number {
  return ((epochDay + 3) % 7) + 1;
}

/** Days by which everybody pays later in a month, as a slow summer or a tight winter does; the worlds differ in it. */
export function sharedShifts(random: Random): (epochDay: number) => number {
  const size = 0.5 + 1.5 * random.unit();
  const summer = 1 + 4 * random.unit();
  const ofMonth = new Map<string, number>();
  return (epochDay) => {
    const month = fromEpochDay(epochDay).slice(0, 7);
    let shift = ofMonth.get(month);
    if (shift === undefined) {
      const season = month.endsWith('-08') ? summer : month.endsWith('-12') ? summer / 2 : 0;
      ofMonth.set(month, (shift = season + size * random.fork(month).normal()));
    }
    return shift;
  };
}
