import { type cashHttp } from '@lettrage/contracts';

/** A decimal string with its thousands set apart, without turning it into a number. */
export function shown(amount: string): string {
  const [whole = '', fraction] = amount.split('.');
  return whole.replaceAll(/\B(?=(\d{3})+$)/g, ' ') + (fraction === undefined ? '' : `.${fraction}`);
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]) => `  ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  ')}`;
  return [line(head), ...rows.map(line)].join('\n');
}

export function agedTable(balances: readonly { readonly label: string; readonly balance: cashHttp.AgedBalance }[]): string {
  const rows = balances.flatMap(({ label, balance }) =>
    balance.totals.map((t) => [`${label} ${t.currency}`, t.notDue, t.d0to30, t.d31to60, t.d61to90, t.d91plus, t.unapplied, t.total].map((cell, column) => (column === 0 ? cell : shown(cell)))),
  );
  return table(['', 'not due', '1-30 days', '31-60', '61-90', 'over 90', 'unapplied', 'total'], rows);
}

/** Four weeks: what comes in during each, and the 80 % band of the sum since today. */
export function forecastTable(forecasts: readonly { readonly label: string; readonly forecast: cashHttp.Forecast }[]): string {
  const rows = forecasts.flatMap(({ label, forecast }) => {
    const days = forecast.days.filter((day) => day.currency === forecast.days[0]?.currency);
    return [7, 14, 21, 28].flatMap((count) => {
      const day = days[count - 1];
      return day ? [[`${label} to ${day.date}`, shown(day.cumulative), shown(day.low), shown(day.high)]] : [];
    });
  });
  return table(['', 'expected', 'low (80 %)', 'high (80 %)'], rows);
}
