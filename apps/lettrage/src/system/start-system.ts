import { bankImportSettings, startBankImport } from '@lettrage/bank-import';
import { cashSettings, startCash } from '@lettrage/cash';
import { gatewaySettings, type RunningGateway, startGateway } from '@lettrage/gateway';
import { type RunningService } from '@lettrage/http';
import { invoicingSettings, startInvoicing } from '@lettrage/invoicing';
import { matchingSettings, startMatching } from '@lettrage/matching';
import { rolePassword, roleUrl } from '@lettrage/persistence';
import { migrateAll, schemas } from './schemas.js';

export interface SystemSettings {
  /** A database of which the system may make schemas and roles. */
  readonly administratorUrl: string;
  /** Signs the services' tokens and makes their roles' passwords. */
  readonly secret: string;
  readonly http: { readonly host: string; readonly port: number };
  /** LETTRAGE_* settings that all services share. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly exit: (reason: string) => void;
}

export interface RunningSystem {
  /** As it stands in a browser's address bar. */
  readonly url: string;
  readonly gateway: RunningGateway;
  readonly services: readonly RunningService[];
  close(): Promise<void>;
}

/** All services in one process, each as it would run alone: its own application, role and port; only the gateway's is for others. */
export async function startSystem(settings: SystemSettings): Promise<RunningSystem> {
  const { administratorUrl, secret, exit } = settings;
  await migrateAll(administratorUrl, Object.fromEntries(schemas.map(({ name }) => [name, rolePassword(secret, name)])));
  const environment = (schema: string) => ({
    ...settings.environment, LETTRAGE_DATABASE_URL: roleUrl(administratorUrl, secret, schema), LETTRAGE_TOKEN_SECRET: secret, LETTRAGE_HTTP_HOST: '127.0.0.1', LETTRAGE_HTTP_PORT: '0',
  });
  const services: RunningService[] = [];
  const close = async () => {
    // The public door first, so that nobody comes in any more; what was said leaves before its listener goes.
    for (const service of services.toReversed()) await service.close();
  };
  try {
    for (const start of [
      () => startInvoicing(invoicingSettings(environment('invoicing')), exit),
      () => startMatching(matchingSettings(environment('matching')), exit),
      () => startCash(cashSettings(environment('cash')), exit),
      () => startBankImport(bankImportSettings(environment('bank_import')), exit),
    ]) services.push(await start());
    const [invoicing, matching, cash, bankImport] = services as [RunningService, RunningService, RunningService, RunningService];
    const { host, port } = settings.http;
    const door = gatewaySettings({
      ...environment('gateway'), LETTRAGE_HTTP_HOST: host, LETTRAGE_HTTP_PORT: String(port), LETTRAGE_INVOICING_URL: invoicing.url, LETTRAGE_MATCHING_URL: matching.url, LETTRAGE_CASH_URL: cash.url,
      LETTRAGE_BANK_IMPORT_URL: bankImport.url,
    });
    const gateway = await startGateway(door, exit);
    services.push(gateway);
    return { url: door.publicUrl, gateway, services, close };
  } catch (error) {
    await close();
    throw error;
  }
}
