import { describe, expect, it } from '@jest/globals';
import { addDays, dayOfWeek, daysBetween } from '@lettrage/calendar';
import { forecast, type ForecastDay, type ForecastItem } from './forecast.js';
import { PaymentBehaviour, type Settlement } from './payment-behaviour.js';

const item = (over: Partial<ForecastItem> = {}): ForecastItem => ({
  customerId: 'C1', currency: 'EUR', issueDate: '2026-05-05', dueDate: '2026-06-04', totalMinor: 100_000n, openMinor: 100_000n, lastPaidDate: null, ...over,
});

/** Bank days only: what falls on a weekend is booked on Monday. */
function bankDay(date: string): string {
  const weekday = dayOfWeek(date);
  return weekday > 5 ? addDays(date, 8 - weekday) : date;
}

/** Thirty invoices over a year and a half, each paid as `payDate` says. */
function habit(customerId: string, payDate: (dueDate: string) => string): Settlement[] {
  return Array.from({ length: 30 }, (_, index) => {
    const issueDate = addDays('2024-11-04', index * 17);
    const dueDate = addDays(issueDate, 30);
    return { customerId, issueDate, dueDate, paidDate: bankDay(payDate(dueDate)), amountMinor: 5000n, openBeforeMinor: 5000n, previousPaidDate: null };
  }).filter(({ paidDate }) => paidDate < '2026-06-01');
}

function learned(...habits: Settlement[][]): PaymentBehaviour {
  const behaviour = new PaymentBehaviour();
  behaviour.learn(habits.flat());
  return behaviour;
}

/** What has come in by the end of a day. */
function expectedBy(days: readonly ForecastDay[], date: string): number {
  return Number(days.filter((day) => day.date <= date).reduce((sum, { expectedMinor }) => sum + expectedMinor, 0n));
}

describe('forecast', () => {
  it('starts on its first day and gives each day and currency', () => {
    const days = forecast({ openItems: [item(), item({ currency: 'USD' })], behaviour: learned(), asOf: '2026-06-01', days: 3 });
    expect(days.map(({ date, currency }) => `${date} ${currency}`)).toEqual(['2026-06-01 EUR', '2026-06-02 EUR', '2026-06-03 EUR', '2026-06-01 USD', '2026-06-02 USD', '2026-06-03 USD']);
  });

  it('expects a punctual customer on its day and a late one late', () => {
    const behaviour = learned(habit('C1', (due) => addDays(due, 1)), habit('C2', (due) => addDays(due, 40)));
    const punctual = forecast({ openItems: [item()], behaviour, asOf: '2026-06-01', days: 60 });
    const late = forecast({ openItems: [item({ customerId: 'C2' })], behaviour, asOf: '2026-06-01', days: 60 });
    expect(expectedBy(punctual, '2026-06-12')).toBeGreaterThan(80_000);
    expect(expectedBy(late, '2026-06-30')).toBeLessThan(15_000);
    expect(expectedBy(late, '2026-07-20')).toBeGreaterThan(65_000);
  });

  it('finds the day of the month on which a customer pays', () => {
    const nextFifteenth = (due: string): string => (due.slice(8) <= '15' ? `${due.slice(0, 8)}15` : addDays(`${addDays(`${due.slice(0, 8)}28`, 10).slice(0, 8)}15`, 0));
    const days = forecast({ openItems: [item()], behaviour: learned(habit('C1', nextFifteenth), habit('C2', (due) => addDays(due, 3))), asOf: '2026-06-01', days: 40 });
    const most = days.reduce((best, day) => (day.expectedMinor > best.expectedMinor ? day : best));
    expect(most.date).toBe('2026-06-15');
    expect(Number(most.expectedMinor)).toBeGreaterThan(50_000);
  });

  it('expects nothing on days on which banks do not book', () => {
    const days = forecast({ openItems: [item(), item({ customerId: 'C9' })], behaviour: learned(habit('C1', (due) => addDays(due, 5))), asOf: '2026-06-01', days: 30 });
    expect(days.filter(({ date }) => dayOfWeek(date) > 5).map(({ expectedMinor }) => expectedMinor)).toEqual(Array.from({ length: 8 }, () => 0n));
  });

  it('hopes little for what is long overdue', () => {
    const openItems = [item({ issueDate: '2025-05-05', dueDate: '2025-06-04' })];
    const others = Array.from({ length: 20 }, (_, index) => item({ customerId: `D${index}`, issueDate: '2025-08-01', dueDate: '2025-08-31', openMinor: 1n, totalMinor: 1n }));
    const days = forecast({ openItems: [...openItems, ...others], behaviour: learned(habit('C1', (due) => addDays(due, 5))), asOf: '2026-06-01', days: 60 });
    expect(expectedBy(days, '2026-07-30')).toBeLessThan(25_000);
  });

  it('takes nothing from payments of many years ago', () => {
    const old = { customerId: 'C1', issueDate: '1999-01-01', dueDate: '1999-01-31', paidDate: '1999-12-01', amountMinor: 1n, openBeforeMinor: 1n, previousPaidDate: null };
    const recent = habit('C1', (due) => addDays(due, 5));
    const days = (behaviour: PaymentBehaviour): ForecastDay[] => forecast({ openItems: [item()], behaviour, asOf: '2026-06-01', days: 30 });
    expect(days(learned(recent, [old]))).toEqual(days(learned(recent)));
  });

  it('lowers the total by credit notes', () => {
    const behaviour = learned(habit('C1', (due) => addDays(due, 5)));
    const plain = forecast({ openItems: [item()], behaviour, asOf: '2026-06-01', days: 60 });
    const net = forecast({ openItems: [item(), item({ issueDate: '2026-05-20', dueDate: '2026-05-20', totalMinor: -30_000n, openMinor: -30_000n })], behaviour, asOf: '2026-06-01', days: 60 });
    expect(expectedBy(net, '2026-07-30')).toBeLessThan(expectedBy(plain, '2026-07-30') - 10_000);
  });

  it('is less sure of one large item than of many small ones', () => {
    const behaviour = learned(...Array.from({ length: 50 }, (_, index) => habit(`M${index}`, (due) => addDays(due, (index * 7) % 30))));
    const width = (openItems: ForecastItem[]): number => {
      const day = forecast({ openItems, behaviour, asOf: '2026-06-01', days: 20 }).at(-1)!;
      return Number(day.highMinor - day.lowMinor);
    };
    const many = Array.from({ length: 50 }, (_, index) => item({ customerId: `M${index}`, totalMinor: 2000n, openMinor: 2000n }));
    expect(width([item({ customerId: 'unknown' })])).toBeGreaterThan(1.5 * width(many));
  });

  it('knows what is usual before it has seen anything, and is empty without open items', () => {
    const days = forecast({ openItems: [item()], behaviour: learned(), asOf: '2026-06-01', days: 90 });
    expect(expectedBy(days, '2026-06-03')).toBeLessThan(25_000);
    expect(expectedBy(days, '2026-08-29')).toBeGreaterThan(70_000);
    expect(forecast({ openItems: [item({ openMinor: 0n })], behaviour: learned(), asOf: '2026-06-01', days: 90 })).toEqual([]);
  });

  it.each([0, 732, 1.5])('refuses %s days', (days) => {
    expect(() => forecast({ openItems: [], behaviour: learned(), asOf: '2026-06-01', days })).toThrow(`a forecast spans 1 to 731 days, not ${days}`);
  });

  it('gives consecutive dates over a leap day and over two years', () => {
    const days = forecast({ openItems: [item()], behaviour: learned(), asOf: '2028-02-01', days: 731 });
    expect(days.length).toBe(731);
    expect(days.every(({ date }, index) => daysBetween('2028-02-01', date) === index)).toBe(true);
  });
});
