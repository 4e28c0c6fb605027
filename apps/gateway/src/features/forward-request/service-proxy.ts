import { sentence } from '@lettrage/contracts';
import { type Caller, issueServiceToken, LOG, Refused, tokenKey } from '@lettrage/http';
import { type Log } from '@lettrage/observability';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { createProxyServer, type ServerOptions } from 'http-proxy-3';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { SETTINGS } from '../../access/settings-token.js';
import { publicPrefix, type ServiceName, type ServiceRoute } from '../../domain/service-routes.js';
import { type GatewaySettings } from '../../gateway.config.js';
import { rewriteRequestHeaders, rewriteResponseHeaders } from './hop-headers.js';

const connectTimeoutMs = 3_000;
/** A service that has said nothing, and taken nothing, for so long is given up. */
const silenceTimeoutMs = 120_000;
/** A kept connection that the service has closed meanwhile fails at once, as far as a busy machine lets it; later failures are failures. */
const staleConnectionMs = 5_000;
const staleConnection = new Set(['ECONNRESET', 'EPIPE']);
const agentOptions = { keepAlive: true, maxSockets: 256, maxFreeSockets: 32 };

/** Hands requests on to the services as streams, in both directions, and their answers back. */
@Injectable()
export class ServiceProxy implements OnModuleDestroy {
  private readonly proxy = createProxyServer();
  private readonly agents = { 'http:': new HttpAgent(agentOptions), 'https:': new HttpsAgent(agentOptions) };
  private readonly key: Uint8Array;

  constructor(
    @Inject(SETTINGS) private readonly settings: GatewaySettings,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.key = tokenKey(settings.tokenSecret);
    this.proxy.on('proxyRes', (answer, request, response) => {
      rewriteResponseHeaders(answer.headers);
      // A service that breaks off must not leave the visitor waiting; one that answers before it has read all leaves a rest that is thrown away.
      answer.on('error', () => response.destroy());
      answer.on('close', () => (answer.complete ? drain(request) : response.destroy()));
    });
  }

  onModuleDestroy(): void {
    for (const agent of Object.values(this.agents)) agent.destroy();
  }

  /** Resolves when the answer has gone out or the visitor has gone away; refuses when the service does not answer. */
  async forward(request: Request, response: Response, { service, path }: ServiceRoute, caller: Caller): Promise<void> {
    if (response.destroyed) return; // the visitor has left while being asked who they are
    rewriteRequestHeaders(request.headers, await issueServiceToken(caller, this.key, new Date()), publicPrefix);
    const begun = performance.now();
    const mayRepeat = request.method === 'GET' || request.method === 'HEAD';
    try {
      await this.send(request, response, this.target(service, path));
    } catch (error) {
      const stale = staleConnection.has((error as NodeJS.ErrnoException).code ?? '') && performance.now() - begun < staleConnectionMs;
      // Over a connection of its own, since another kept one may be as stale.
      if (mayRepeat && stale && !response.headersSent) return this.send(request, response, { ...this.target(service, path), agent: false }).catch((again: Error) => this.unavailable(request, service, again));
      this.unavailable(request, service, error as Error);
    }
  }

  private target(service: ServiceName, path: string): ServerOptions {
    const target = `${this.settings.services[service]}${path}`;
    const agent = target.startsWith('https:') ? this.agents['https:'] : this.agents['http:'];
    return { target, ignorePath: true, changeOrigin: true, agent, connectTimeout: connectTimeoutMs, proxyTimeout: silenceTimeoutMs };
  }

  private send(request: Request, response: Response, options: ServerOptions): Promise<void> {
    return new Promise((resolve, reject) => {
      response.once('close', resolve);
      // Once an answer has begun, its own end decides: a service may close while it is still being sent what it no longer wants.
      this.proxy.web(request, response, options, (error) => !response.headersSent && reject(error));
    });
  }

  private unavailable(request: Request, service: ServiceName, error: Error): never {
    drain(request);
    this.log.warn({ upstream: service, method: request.method, error: (error as NodeJS.ErrnoException).code ?? error.message }, 'a service did not answer');
    throw new Refused('service_unavailable', sentence('service_silent', { service }), { remedy: 'Try again in a few seconds', headers: { 'Retry-After': '5' } });
  }
}

/** Reads and forgets what is still being sent, so that the sender gets as far as reading the answer. */
function drain(request: NodeJS.ReadableStream): void {
  request.unpipe();
  request.resume();
}
