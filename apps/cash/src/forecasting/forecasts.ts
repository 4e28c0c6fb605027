import { type CalendarDate } from '@lettrage/calendar';
import { type ForecastDay } from '@lettrage/receivables';
import { Database, type Transaction } from '@lettrage/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, todayOf } from '../clock.js';
import { changesSoFar } from '../persistence/note-change.js';
import { readForecastInput } from './forecast-input.js';
import { ForecastThread } from './forecast-thread.js';

/** A forecast with the state of the books that it was made from. */
export interface Forecast {
  readonly asOf: CalendarDate;
  readonly changed: bigint;
  readonly horizonDays: number;
  readonly days: readonly ForecastDay[];
}

/** A short horizon is the beginning of a longer one. Most ask for a quarter at most, which takes half the work of a year. */
const horizonsDays = [90, 365] as const;
/** At most about 100 kB each and currency; the organisation that was asked for longest ago gives way. */
const organisationsKept = 200;

/** Forecasts, kept per organisation until its books change or its day ends. Those who ask at once share one calculation. */
@Injectable()
export class Forecasts {
  private readonly kept = new Map<string, Forecast>();
  private readonly underWay = new Map<string, Promise<Forecast>>();

  constructor(
    private readonly database: Database,
    private readonly thread: ForecastThread,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** A forecast of at least so many days, from books at least as new as they are now. */
  async latest(organisationId: string, days: number): Promise<Forecast> {
    const horizonDays = horizonsDays.find((horizon) => horizon >= days) ?? days;
    const books = await this.database.inOrganisation(organisationId, (tx) => this.stateOfBooks(tx));
    const serves = (forecast: Forecast | undefined): forecast is Forecast => forecast !== undefined && forecast.asOf === books.asOf && forecast.changed >= books.changed && forecast.horizonDays >= horizonDays;
    for (;;) {
      const kept = this.kept.get(organisationId);
      if (serves(kept)) return this.keep(organisationId, kept);
      const underWay = this.underWay.get(organisationId);
      if (!underWay) return this.calculate(organisationId, horizonDays);
      await underWay.catch(() => undefined); // whoever began it hears of the failure; here it only does not serve
    }
  }

  private calculate(organisationId: string, horizonDays: number): Promise<Forecast> {
    const calculation = this.calculateNow(organisationId, horizonDays).finally(() => this.underWay.delete(organisationId));
    this.underWay.set(organisationId, calculation);
    return calculation;
  }

  private async calculateNow(organisationId: string, horizonDays: number): Promise<Forecast> {
    const { changed, input } = await this.database.inOrganisation(organisationId, async (tx) => {
      const { asOf, changed } = await this.stateOfBooks(tx); // first, so that what is read after it is at least as new
      return { changed, input: await readForecastInput(tx, asOf, horizonDays) };
    });
    return this.keep(organisationId, { asOf: input.asOf, changed, horizonDays, days: await this.thread.calculate(input) });
  }

  private async stateOfBooks(tx: Transaction): Promise<{ asOf: CalendarDate; changed: bigint }> {
    return { asOf: await todayOf(tx, this.now), changed: await changesSoFar(tx) };
  }

  private keep(organisationId: string, forecast: Forecast): Forecast {
    this.kept.delete(organisationId);
    this.kept.set(organisationId, forecast);
    if (this.kept.size > organisationsKept) this.kept.delete(this.kept.keys().next().value!);
    return forecast;
  }
}
