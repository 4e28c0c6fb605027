import { cashHttp } from '@lettrage/contracts';
import { type Caller, FromCaller } from '@lettrage/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { forecastDays } from '../../domain/forecast-on-wire.js';
import { Forecasts } from '../../forecasting/forecasts.js';

@ApiTags('cash')
@Controller('forecast')
export class ShowForecastController {
  constructor(private readonly forecasts: Forecasts) {}

  /** What open items are expected to bring, from today on, day by day and currency by currency. */
  @Get()
  @ApiOkResponse({ standardSchema: cashHttp.forecast })
  async show(@FromCaller() caller: Caller, @Query({ schema: cashHttp.forecastQuery }) query: z.infer<typeof cashHttp.forecastQuery>): Promise<cashHttp.Forecast> {
    const { asOf, days } = await this.forecasts.latest(caller.organisationId, query.days);
    return { asOf, days: forecastDays(days, query.days, query.currency) };
  }
}
