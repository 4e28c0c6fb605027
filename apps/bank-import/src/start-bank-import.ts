import { type RunningService, ServiceTokenGuard, startService } from '@lettrage/http';
import { createLogger, Metrics } from '@lettrage/observability';
import { Database } from '@lettrage/persistence';
import { type BankImportSettings } from './bank-import.config.js';
import { BankImportModule } from './bank-import.module.js';
import { ImportLoop } from './features/import-statement/import-loop.js';
import { bankImportSchema } from './persistence/schema.js';

export function startBankImport(settings: BankImportSettings, exit: (reason: string) => void = () => process.exit(1)): Promise<RunningService> {
  const log = createLogger('bank-import', settings.logLevel);
  const metrics = new Metrics('bank-import');
  const database = new Database({ url: settings.databaseUrl, schema: bankImportSchema.name, poolSize: 8 + 3 * settings.importWorkers }, log);
  return startService({
    settings: { name: 'bank-import', http: settings.http, transport: settings.transport },
    database,
    log,
    metrics,
    guard: () => new ServiceTokenGuard(settings.tokenSecret),
    module: BankImportModule.with(database, log, metrics, settings),
    handlers: [],
    background: (app) => app.get(ImportLoop, { strict: false }).start(),
    exit,
  });
}
