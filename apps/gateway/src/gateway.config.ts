import { readConfiguration } from '@lettrage/configuration';
import { commonSettings, type CommonSettings, serviceEnvironment } from '@lettrage/http';
import { join } from 'node:path';
import { z } from 'zod';
import { type ServiceName } from './domain/service-routes.js';

export interface GatewaySettings extends CommonSettings {
  /** Where each service answers, inside the house. */
  readonly services: Readonly<Record<ServiceName, string>>;
  /** What stands in a browser's address bar; with https the cookie is sent over nothing else. */
  readonly publicUrl: string;
  /** The built web app. */
  readonly webDirectory: string;
  /** Addresses or networks of proxies before the gateway whose X-Forwarded-For is believed; none, unless said. */
  readonly trustedProxies?: readonly string[];
  /** Figures for whoever collects them (/metrics), on a port of its own and never at the public door; none, unless said. */
  readonly metricsPort?: number;
}

const defaultPort = 3000;
const builtWebApp = join(import.meta.dirname, '../../web/dist');
const proxy = /(?:loopback|uniquelocal|linklocal|[\da-fA-F.:]+(?:\/\d{1,3})?)/.source;
const proxies = new RegExp(`^${proxy}(,${proxy})*$`);
const url = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ''));

const gatewayEnvironment = serviceEnvironment.extend({
  LETTRAGE_INVOICING_URL: url.default('http://127.0.0.1:3001'),
  LETTRAGE_BANK_IMPORT_URL: url.default('http://127.0.0.1:3002'),
  LETTRAGE_MATCHING_URL: url.default('http://127.0.0.1:3003'),
  LETTRAGE_CASH_URL: url.default('http://127.0.0.1:3004'),
  LETTRAGE_PUBLIC_URL: url.optional(),
  LETTRAGE_WEB_DIRECTORY: z.string().optional(),
  LETTRAGE_TRUSTED_PROXIES: z.string().regex(proxies, 'must be addresses or networks (10.0.0.0/8), or "loopback" or "uniquelocal", several with commas').optional(),
  LETTRAGE_METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
});

export function gatewaySettings(environment: NodeJS.ProcessEnv): GatewaySettings {
  const read = readConfiguration(gatewayEnvironment, environment);
  const common = commonSettings('gateway', read, defaultPort);
  return {
    ...common,
    services: { invoicing: read.LETTRAGE_INVOICING_URL, 'bank-import': read.LETTRAGE_BANK_IMPORT_URL, matching: read.LETTRAGE_MATCHING_URL, cash: read.LETTRAGE_CASH_URL },
    publicUrl: read.LETTRAGE_PUBLIC_URL ?? `http://localhost:${common.http.port}`,
    webDirectory: read.LETTRAGE_WEB_DIRECTORY ?? builtWebApp,
    ...(read.LETTRAGE_TRUSTED_PROXIES && { trustedProxies: read.LETTRAGE_TRUSTED_PROXIES.split(',') }),
    ...(read.LETTRAGE_METRICS_PORT && { metricsPort: read.LETTRAGE_METRICS_PORT }),
  };
}
