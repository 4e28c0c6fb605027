import { type Caller, issueServiceToken, tokenKey } from '@lettrage/http';
import { Inject, Injectable } from '@nestjs/common';
import { type OpenAPIObject } from '@nestjs/swagger';
import { SETTINGS } from '../../access/settings-token.js';
import { serviceNames } from '../../domain/service-routes.js';
import { type GatewaySettings } from '../../gateway.config.js';
import { mergeDocuments } from './merge-documents.js';

const timeoutMs = 2_000;

/** The description of the whole API, asked of the services anew each time: they are the ones who know. */
@Injectable()
export class WholeApi {
  private own: OpenAPIObject | undefined;

  constructor(@Inject(SETTINGS) private readonly settings: GatewaySettings) {}

  /** The gateway's own part, which exists only after the application that it describes. */
  describeOwn(own: OpenAPIObject): void {
    this.own = own;
  }

  async describe(caller: Caller): Promise<OpenAPIObject> {
    const token = await issueServiceToken(caller, tokenKey(this.settings.tokenSecret), new Date());
    const services = await Promise.all(serviceNames.map(async (service) => ({ service, document: await fetchDocument(`${this.settings.services[service]}/openapi.json`, token) })));
    return mergeDocuments(this.own!, services);
  }
}

async function fetchDocument(url: string, token: string): Promise<OpenAPIObject | null> {
  try {
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` }, signal: AbortSignal.timeout(timeoutMs) });
    return response.ok ? ((await response.json()) as OpenAPIObject) : null;
  } catch {
    return null; // the merged document says who is missing
  }
}
