import { type RunningService, ServiceTokenGuard, startService } from '@lettrage/http';
import { createLogger, Metrics } from '@lettrage/observability';
import { Database } from '@lettrage/persistence';
import { type BankImportSettings } from './bank-import.config.js';
import { bankImportHandlers, BankImportModule } from './bank-import.module.js';
import { ImportLoop } from './features/import-statement/import-loop.js';
import { WatchInbox } from './features/watch-inbox/watch-inbox.js';
import { bankImportSchema } from './persistence/schema.js';

export function startBankImport(settings: BankImportSettings, exit: (reason: string) => void = () => process.exit(1)): Promise<RunningService> {
  const log = createLogger('bank-import', settings.logLevel);
  const metrics = new Metrics('bank-import');
  const database = new Database({ url: settings.databaseUrl, schema: bankImportSchema.name, poolSize: 8 + 3 * settings.importWorkers + (settings.inbox ? 2 : 0) }, log);
  return startService({
    settings: { name: 'bank-import', http: settings.http, transport: settings.transport },
    database,
    schema: bankImportSchema,
    log,
    metrics,
    guard: () => new ServiceTokenGuard(settings.tokenSecret),
    module: BankImportModule.with(database, log, metrics, settings),
    handlers: bankImportHandlers,
    background: (app) => {
      const parts = [app.get(ImportLoop, { strict: false }).start(), app.get(WatchInbox, { strict: false }).start()];
      return { stop: async () => void (await Promise.all(parts.map((part) => part.stop()))) };
    },
    exit,
  });
}
