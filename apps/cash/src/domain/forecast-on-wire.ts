import { type cashHttp, type forecastChanged, type PayloadOf } from '@lettrage/contracts';
import { formatDecimal, minorUnits } from '@lettrage/money';
import { type ForecastDay } from '@lettrage/receivables';

export type Horizon = PayloadOf<typeof forecastChanged>['horizons'][number];

/** The first `days` days of each currency in the contract's form, with what is expected to have come in by the end of each. */
export function forecastDays(forecast: readonly ForecastDay[], days: number, currency?: string): cashHttp.ForecastDay[] {
  return [...byCurrency(forecast)].flatMap(([code, all]) => (currency !== undefined && currency !== code ? [] : cumulated(all.slice(0, days))));
}

/** What each currency brings within the given numbers of days. */
export function forecastHorizons(forecast: readonly ForecastDay[], horizons: readonly number[]): Horizon[] {
  return [...byCurrency(forecast)].flatMap(([currency, all]) =>
    horizons.map((days) => {
      const { cumulative, low, high } = cumulated(all.slice(0, days)).at(-1)!;
      return { currency, days, expected: cumulative, low, high };
    }),
  );
}

function byCurrency(forecast: readonly ForecastDay[]): Map<string, ForecastDay[]> {
  return Map.groupBy(forecast, ({ currency }) => currency);
}

function cumulated(days: readonly ForecastDay[]): cashHttp.ForecastDay[] {
  let cumulativeMinor = 0n;
  return days.map(({ date, currency, expectedMinor, lowMinor, highMinor }) => {
    const text = (minor: bigint) => formatDecimal(minor, minorUnits(currency));
    cumulativeMinor += expectedMinor;
    return { date, currency, expected: text(expectedMinor), cumulative: text(cumulativeMinor), low: text(lowMinor), high: text(highMinor) };
  });
}
