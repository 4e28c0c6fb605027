import { type RunningService, ServiceTokenGuard, startService } from '@lettrage/http';
import { createLogger, Metrics } from '@lettrage/observability';
import { Database } from '@lettrage/persistence';
import { type InvoicingSettings } from './invoicing.config.js';
import { invoicingHandlers, InvoicingModule } from './invoicing.module.js';
import { invoicingSchema } from './persistence/schema.js';

export function startInvoicing(settings: InvoicingSettings, exit: (reason: string) => void = () => process.exit(1)): Promise<RunningService> {
  const log = createLogger('invoicing', settings.logLevel);
  const database = new Database({ url: settings.databaseUrl, schema: invoicingSchema.name }, log);
  return startService({
    settings: { name: 'invoicing', http: settings.http, transport: settings.transport },
    database,
    schema: invoicingSchema,
    log,
    metrics: new Metrics('invoicing'),
    guard: () => new ServiceTokenGuard(settings.tokenSecret),
    module: InvoicingModule.with(database, log),
    handlers: invoicingHandlers,
    exit,
  });
}
