import { forecastChanged } from '@lettrage/contracts';
import { publish } from '@lettrage/messaging';
import { Database } from '@lettrage/persistence';
import { Injectable } from '@nestjs/common';
import { forecastHorizons } from '../domain/forecast-on-wire.js';
import { Forecasts } from '../forecasting/forecasts.js';

/** The next four weeks, and the quarter. */
const horizons = [28, 90] as const;

/** Calculates the forecast anew and says it, unless that has been done since the last change. */
@Injectable()
export class AnnounceForecast {
  constructor(
    private readonly database: Database,
    private readonly forecasts: Forecasts,
  ) {}

  async announce(organisationId: string): Promise<void> {
    const { asOf, changed, days } = await this.forecasts.latest(organisationId, Math.max(...horizons));
    await this.database.inOrganisation(organisationId, async (tx) => {
      const [, moved] = await tx.query<[unknown, number]>('update figures set forecast_announced = $1 where forecast_announced < $1', [changed]);
      if (moved > 0) await publish(tx, organisationId, forecastChanged, [{ asOf, horizons: forecastHorizons(days, horizons) }]);
    });
  }
}
