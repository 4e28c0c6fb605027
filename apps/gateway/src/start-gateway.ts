import { type RunningService, startService } from '@lettrage/http';
import { createLogger, Metrics } from '@lettrage/observability';
import { Database } from '@lettrage/persistence';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { AccessGuard } from './access/access-guard.js';
import { Authentication } from './access/authentication.js';
import { ensureFirstOrganisation } from './features/ensure-first-organisation/ensure-first-organisation.js';
import { LiveStreams } from './features/follow-stream/live-streams.js';
import { liveHandlers } from './features/follow-stream/record-live-events.js';
import { Housekeeping } from './features/forget-what-is-over/housekeeping.js';
import { securityHeaders } from './features/serve-web-app/security-headers.js';
import { serveWebApp } from './features/serve-web-app/serve-web-app.js';
import { serveSwagger } from './features/show-openapi/serve-swagger.js';
import { serviceRouteOf } from './domain/service-routes.js';
import { type GatewaySettings } from './gateway.config.js';
import { GatewayModule } from './gateway.module.js';
import { startMetrics } from './metrics-server.js';
import { gatewayEntities } from './persistence/entities.js';
import { gatewaySchema } from './persistence/schema.js';

/** Longer than the minute for which proxies before the gateway keep a connection, so that none of them uses one that is just being closed. */
const keepAliveMs = 65_000;

export interface RunningGateway extends RunningService {
  /** The owner's one-time link as long as nobody has ever signed in, else null; makes the first organisation where there is none. */
  ensureFirstOrganisation(): Promise<{ url: string } | null>;
}

export async function startGateway(settings: GatewaySettings, exit: (reason: string) => void = () => process.exit(1)): Promise<RunningGateway> {
  const log = createLogger('gateway', settings.logLevel);
  const database = new Database({ url: settings.databaseUrl, schema: gatewaySchema.name, entities: gatewayEntities }, log);
  const metrics = new Metrics('gateway');
  let guard: AccessGuard;
  const service = await startService({
    settings: { name: 'gateway', http: settings.http, transport: settings.transport },
    database,
    schema: gatewaySchema,
    log,
    metrics,
    publicDoor: true,
    readsJsonOf: (request) => serviceRouteOf(request.url ?? '') === null,
    guard: (app) => (guard = new AccessGuard(app.get(Authentication), settings.publicUrl)),
    module: GatewayModule.with(settings, database, log),
    handlers: liveHandlers,
    prepare(app, openApi) {
      app.getHttpServer().keepAliveTimeout = keepAliveMs;
      app.set('trust proxy', settings.trustedProxies ?? false);
      app.use(securityHeaders(settings.publicUrl));
      serveSwagger(app, guard, openApi);
      serveWebApp(app, settings.webDirectory);
    },
    background,
    exit,
  });
  const figures = settings.metricsPort === undefined ? undefined : await startMetrics(metrics, settings.http.host, settings.metricsPort);
  return {
    ...service,
    ensureFirstOrganisation: () => ensureFirstOrganisation(database, settings, new Date()),
    async close() {
      await figures?.close();
      await service.close();
    },
  };
}

function background(app: NestExpressApplication): { stop(): Promise<void> } {
  const parts = [app.get(LiveStreams), app.get(Housekeeping)];
  for (const part of parts) part.start();
  return { stop: async () => void (await Promise.all(parts.map((part) => part.stop()))) };
}
