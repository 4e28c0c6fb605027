import { type Log, type Metrics, NestLog } from '@lettrage/observability';
import { type Database, refuseNewerSchema, type ServiceSchema } from '@lettrage/persistence';
import { busSchema, type MessageHandler, ServiceMessaging, type TransportSettings } from '@lettrage/messaging';
import { type CanActivate, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { z } from 'zod';
import { compileSparingly } from './compile-sparingly.js';
import { FormPipe } from './form-pipe.js';
import { HEALTH, type Health, HealthController } from './health-controller.js';
import { InsideController, OPEN_API, type OpenApiHolder } from './inside-controller.js';
import { ProblemFilter } from './problem-filter.js';
import { RequestsInHand } from './requests-in-hand.js';
import { giveThreadsRoom } from './room-for-threads.js';

export interface ServiceSettings {
  readonly name: string;
  readonly http: { readonly host: string; readonly port: number };
  readonly transport: TransportSettings;
}

export interface ServiceParts {
  readonly settings: ServiceSettings;
  readonly database: Database;
  /** As this build knows it. A database where a newer one has been is refused. */
  readonly schema: ServiceSchema;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Decides who may call; the services' token guard, or the gateway's own. */
  readonly guard: (app: NestExpressApplication) => CanActivate;
  readonly module: Type | DynamicModule;
  /** Which of the module's providers hear messages. */
  readonly handlers: readonly Type<MessageHandler>[];
  /** The door to the outside world: /metrics and /openapi.json, which are for the inside, do not exist here. */
  readonly publicDoor?: boolean;
  /** Which requests' JSON bodies are read; all, unless said. A proxy leaves the others to be passed on as they come. */
  readonly readsJsonOf?: (request: IncomingMessage) => boolean;
  /** What the application needs before it listens: middleware, static files. */
  readonly prepare?: (app: NestExpressApplication, openApi: OpenAPIObject) => void;
  /** Work beside requests and messages; begun after everything stands, ended before anything closes. */
  readonly background?: (app: NestExpressApplication) => { stop(): Promise<void> };
  /** Ends the process when the service cannot go on. */
  readonly exit: (reason: string) => void;
}

export interface RunningService {
  readonly name: string;
  readonly url: string;
  readonly app: NestExpressApplication;
  readonly openApi: OpenAPIObject;
  readonly messaging: ServiceMessaging;
  close(): Promise<void>;
}

/** Starts one service: database, HTTP with its guard and problem details, OpenAPI at /openapi.json, messages, health. */
export async function startService(parts: ServiceParts): Promise<RunningService> {
  const { settings, database, log, metrics } = parts;
  compileSparingly();
  giveThreadsRoom();
  await database.connect();
  await refuseNewer(database, parts.schema);
  const started: { messaging?: ServiceMessaging } = {};
  const health: Health = { metrics, parts: async () => ({ database: await answers(database), messages: started.messaging?.ready() ?? false }) };
  const described: OpenApiHolder = {};
  const root: DynamicModule = {
    module: class Service {},
    imports: [parts.module as DynamicModule],
    controllers: parts.publicDoor ? [HealthController] : [HealthController, InsideController],
    providers: [{ provide: HEALTH, useValue: health }, { provide: OPEN_API, useValue: described }],
  };
  const app = await NestFactory.create<NestExpressApplication>(root, { logger: new NestLog(log), abortOnError: false, bodyParser: false, forceCloseConnections: true });
  app.disable('x-powered-by');
  const { readsJsonOf = () => true } = parts;
  app.useBodyParser('json', { limit: '2mb', type: (request: IncomingMessage) => isJson(request) && readsJsonOf(request) });
  app.useGlobalPipes(new FormPipe());
  app.useGlobalFilters(new ProblemFilter(log));
  app.useGlobalGuards(parts.guard(app));
  app.use(observeRequests(metrics));
  const inHand = new RequestsInHand();
  app.use(inHand.watch);
  const openApi = SwaggerModule.createDocument(app, new DocumentBuilder().setTitle(`Lettrage ${settings.name}`).setVersion('1').addBearerAuth().build(), { standardSchemaConverter: toJsonSchema });
  described.document = openApi;
  parts.prepare?.(app, openApi);
  const messaging = new ServiceMessaging(settings.name, database, settings.transport, parts.handlers.map((handler) => app.get<MessageHandler>(handler, { strict: false })), metrics, log, parts.exit);
  await app.listen(settings.http.port, settings.http.host);
  await messaging.start();
  started.messaging = messaging;
  const background = parts.background?.(app);
  const url = `http://${settings.http.host}:${(app.getHttpServer().address() as AddressInfo).port}`;
  log.info({ url }, 'the service listens');
  return {
    name: settings.name,
    url,
    app,
    openApi,
    messaging,
    async close() {
      await inHand.answered(app.getHttpServer() as Server);
      await background?.stop();
      await messaging.stop();
      await app.close();
      await database.close();
    },
  };
}

async function refuseNewer(database: Database, schema: ServiceSchema): Promise<void> {
  try {
    await refuseNewerSchema(database, [schema, busSchema]);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The OpenAPI form of a contract: what a refinement or a transformation says beyond JSON Schema is left out, never made up. */
function toJsonSchema(schema: unknown, { schemaType }: { schemaType: 'input' | 'output' }): { schema: unknown } | undefined {
  return schema instanceof z.ZodType ? { schema: z.toJSONSchema(schema, { io: schemaType, target: 'openapi-3.0', unrepresentable: 'any' }) } : undefined;
}

function isJson(request: IncomingMessage): boolean {
  return /^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '');
}

async function answers(database: Database): Promise<boolean> {
  try {
    await database.dataSource.query('select 1');
    return true;
  } catch {
    return false; // that is the answer
  }
}

function observeRequests(metrics: Metrics) {
  return (request: { method: string; route?: { path?: string } }, response: { statusCode: number; on(event: 'finish', done: () => void): void }, next: () => void) => {
    const stop = metrics.httpSeconds.startTimer({ method: request.method });
    response.on('finish', () => stop({ route: request.route?.path ?? 'none', status: String(response.statusCode) }));
    next();
  };
}
