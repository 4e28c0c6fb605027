import { LOG } from '@lettrage/http';
import { type Log } from '@lettrage/observability';
import { Database } from '@lettrage/persistence';
import { type DynamicModule, Module } from '@nestjs/common';
import { AnnounceAgedBalance } from './announcing/announce-aged-balance.js';
import { AnnounceForecast } from './announcing/announce-forecast.js';
import { Announcements } from './announcing/announcements.js';
import { CLOCK, type Clock } from './clock.js';
import { DropSuperseded } from './features/drop-superseded/drop-superseded.js';
import { EnterReversed } from './features/enter-allocations/enter-reversed.js';
import { EnterSettled } from './features/enter-allocations/enter-settled.js';
import { FollowCustomers } from './features/follow-customers/follow-customers.js';
import { FollowOpenItems } from './features/follow-open-items/follow-open-items.js';
import { FollowOrganisations } from './features/follow-organisations/follow-organisations.js';
import { LearnFromHistory } from './features/learn-from-history/learn-from-history.js';
import { RecordReceipts } from './features/record-receipts/record-receipts.js';
import { SetReceiptsAside } from './features/set-receipts-aside/set-receipts-aside.js';
import { ShowAgedBalanceController } from './features/show-aged-balance/show-aged-balance.controller.js';
import { ShowDsoController } from './features/show-dso/show-dso.controller.js';
import { ShowForecastController } from './features/show-forecast/show-forecast.controller.js';
import { ForecastThread } from './forecasting/forecast-thread.js';
import { Forecasts } from './forecasting/forecasts.js';

/** What the service listens to. */
export const cashHandlers = [FollowOrganisations, FollowCustomers, FollowOpenItems, EnterSettled, EnterReversed, RecordReceipts, DropSuperseded, SetReceiptsAside, LearnFromHistory];

@Module({})
export class CashModule {
  static with(database: Database, log: Log, now: Clock): DynamicModule {
    return {
      module: CashModule,
      controllers: [ShowAgedBalanceController, ShowForecastController, ShowDsoController],
      providers: [
        { provide: Database, useValue: database },
        { provide: LOG, useValue: log },
        { provide: CLOCK, useValue: now },
        { provide: ForecastThread, useValue: new ForecastThread() },
        Forecasts, AnnounceAgedBalance, AnnounceForecast, Announcements,
        ...cashHandlers,
      ],
    };
  }
}
