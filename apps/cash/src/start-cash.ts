import { type RunningService, ServiceTokenGuard, startService } from '@lettrage/http';
import { createLogger, Metrics } from '@lettrage/observability';
import { Database } from '@lettrage/persistence';
import { Announcements } from './announcing/announcements.js';
import { type CashSettings } from './cash.config.js';
import { cashHandlers, CashModule } from './cash.module.js';
import { type Clock } from './clock.js';
import { ForecastThread } from './forecasting/forecast-thread.js';
import { cashSchema } from './persistence/schema.js';

export function startCash(settings: CashSettings, exit: (reason: string) => void = () => process.exit(1), now: Clock = () => new Date()): Promise<RunningService> {
  const log = createLogger('cash', settings.logLevel);
  const database = new Database({ url: settings.databaseUrl, schema: cashSchema.name }, log);
  return startService({
    settings: { name: 'cash', http: settings.http, transport: settings.transport },
    database,
    schema: cashSchema,
    log,
    metrics: new Metrics('cash'),
    guard: () => new ServiceTokenGuard(settings.tokenSecret),
    module: CashModule.with(database, log, now),
    handlers: cashHandlers,
    background: (app) => {
      const announcements = app.get(Announcements);
      announcements.catchUp().catch((error: Error) => log.warn({ error: error.message }, 'what an earlier process left unannounced waits for the next change'));
      return {
        stop: async () => {
          await announcements.stop();
          await app.get(ForecastThread).stop();
        },
      };
    },
    exit,
  });
}
