import { type RunningService, ServiceTokenGuard, startService } from '@lettrage/http';
import { createLogger, Metrics } from '@lettrage/observability';
import { Database } from '@lettrage/persistence';
import { type MatchingSettings } from './matching.config.js';
import { usualKeepLimits } from './engine/kept-engines.js';
import { matchingHandlers, MatchingModule } from './matching.module.js';
import { matchingSchema } from './persistence/schema.js';

export function startMatching(settings: MatchingSettings, exit: (reason: string) => void = () => process.exit(1)): Promise<RunningService> {
  const log = createLogger('matching', settings.logLevel);
  const database = new Database({ url: settings.databaseUrl, schema: matchingSchema.name }, log);
  return startService({
    settings: { name: 'matching', http: settings.http, transport: settings.transport },
    database,
    schema: matchingSchema,
    log,
    metrics: new Metrics('matching'),
    guard: () => new ServiceTokenGuard(settings.tokenSecret),
    module: MatchingModule.with(database, log, { ...usualKeepLimits, ...(settings.engineIdleMs && { idleMs: settings.engineIdleMs }) }),
    handlers: matchingHandlers,
    exit,
  });
}
