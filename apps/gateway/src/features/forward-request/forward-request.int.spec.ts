import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ServiceTokenGuard } from '@lettrage/http';
import { type ExecutionContext } from '@nestjs/common';
import { createServer, type IncomingMessage, request as httpRequest, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { codeOf, own, post, type SignedIn, signInOwner, startTestGateway, type TestGateway } from '../../../testing/gateway-under-test.js';

type Answerer = (request: IncomingMessage, response: ServerResponse) => void;

let service: Server;
let answer: Answerer;
let heard: { method: string; url: string; headers: IncomingMessage['headers'] }[] = [];
let gateway: TestGateway;
let owner: SignedIn;

beforeAll(async () => {
  service = createServer((request, response) => {
    heard.push({ method: request.method!, url: request.url!, headers: { ...request.headers } });
    answer(request, response);
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const there = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  const nowhere = 'http://127.0.0.1:9';
  gateway = await startTestGateway({ services: { invoicing: there, 'bank-import': there, matching: there, cash: nowhere } });
  owner = await signInOwner(gateway);
});
beforeEach(() => {
  heard = [];
  answer = (_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}');
});
afterAll(async () => {
  await gateway?.stop();
  service?.closeAllConnections();
  await new Promise((resolve) => service.close(resolve));
});

const asOwner = () => ({ cookie: owner.cookie, ...own });

describe('a request to a service', () => {
  it('arrives without /api, with a signed word on who asks, and without the visitor’s secrets', async () => {
    const response = await fetch(`${gateway.url}/api/customers?search=caf%C3%A9&limit=2`, { headers: { ...asOwner(), 'x-forwarded-for': '10.0.0.1', accept: 'application/json' } });
    expect([response.status, await response.json(), response.headers.get('cache-control')]).toEqual([200, { ok: true }, 'no-store']);
    expect(heard).toHaveLength(1);
    const [{ url, headers }] = heard as [(typeof heard)[number]];
    expect(url).toBe('/customers?search=caf%C3%A9&limit=2');
    expect([headers.cookie, headers['x-forwarded-for'], headers.host]).toEqual([undefined, undefined, new URL(gateway.settings.services.invoicing).host]);
    expect(headers['x-forwarded-prefix']).toBe('/api');
    expect(await callerOf(headers.authorization!)).toEqual({ userId: owner.session.userId, organisationId: owner.session.organisation.organisationId, role: 'owner' });
  });

  it('keeps method and JSON body as they were sent', async () => {
    const bodies: string[] = [];
    answer = (request, response) => {
      let text = '';
      request.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => {
        bodies.push(text);
        response.writeHead(201, { 'content-type': 'application/json', 'set-cookie': 'lettrage_session=forged' }).end(text);
      });
    };
    const body = '{ "amount" : "1234.50" }';
    const response = await fetch(`${gateway.url}/api/queue/t1/confirm`, { method: 'POST', headers: { ...asOwner(), 'content-type': 'application/json' }, body });
    expect([response.status, await response.text(), response.headers.getSetCookie(), bodies]).toEqual([201, body, [], [body]]);
    expect([heard[0]!.method, heard[0]!.url]).toEqual(['POST', '/queue/t1/confirm']);
  });

  it('gets the service’s refusals as they are', async () => {
    answer = (_request, response) => response.writeHead(403, { 'content-type': 'application/problem+json' }).end('{"code":"not_allowed"}');
    const response = await fetch(`${gateway.url}/api/statements`, { headers: asOwner() });
    expect([response.status, response.headers.get('content-type'), await codeOf(response)]).toEqual([403, 'application/problem+json', 'not_allowed']);
  });

  it('never leads beside what the service shows', async () => {
    for (const path of ['/api/customers/../metrics', '/api/customers/%2e%2e/metrics', '/api/queue/..%5c..%5cmetrics']) {
      const status = await rawStatus(path, asOwner());
      expect([path, [200, 404].includes(status)]).toEqual([path, true]);
    }
    expect(heard.map(({ url }) => url)).not.toContain('/metrics');
  });

  it('is refused before it leaves when a page of another site sends it', async () => {
    const response = await post(`${gateway.url}/api/customers`, {}, { cookie: owner.cookie, origin: 'https://evil.example' });
    expect([response.status, await codeOf(response), heard]).toEqual([403, 'cross_site', []]);
  });
});

describe('bodies', () => {
  it('pass through as streams: the service sees the beginning of an upload before its end is sent, and so does the visitor of the answer', async () => {
    const sizes: number[] = [];
    answer = (request, response) => {
      request.once('data', (first: Buffer) => {
        sizes.push(first.length);
        response.writeHead(200, { 'content-type': 'text/plain' });
        response.write('first part taken\n');
        request.on('end', () => response.end('all taken\n'));
      });
    };
    const upload = httpRequest(`${gateway.url}/api/statements`, { method: 'POST', headers: { ...asOwner(), 'content-type': 'application/octet-stream' } });
    upload.write('beginning');
    const parts: string[] = [];
    await new Promise<void>((resolve, reject) => {
      upload.on('error', reject).on('response', (response) => {
        response.setEncoding('utf8').on('data', (part: string) => {
          parts.push(part);
          if (parts.length === 1) upload.end('the rest');
        });
        response.on('end', resolve);
      });
    });
    expect([sizes, parts.join('')]).toEqual([[9], 'first part taken\nall taken\n']);
  });

  it('are held back while the service takes nothing, instead of gathering in memory', async () => {
    const chunk = Buffer.alloc(524_288, 'x');
    let wanted: () => void = () => undefined;
    let taken = 0;
    answer = (request, response) => {
      request.pause();
      wanted = () => void request.on('data', (part: Buffer) => (taken += part.length)).on('end', () => response.end('ok')).resume();
    };
    const upload = httpRequest(`${gateway.url}/api/statements`, { method: 'POST', headers: { ...asOwner(), 'content-length': String(128 * chunk.length) } });
    const answered = new Promise<number>((resolve, reject) => upload.on('error', reject).on('response', (response) => resolve(response.resume().statusCode!)));
    let given = 0;
    const giving = (async () => {
      for (; given < 128; given++) if (!upload.write(chunk)) await new Promise((resolve) => upload.once('drain', resolve));
      upload.end();
    })();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    // What the kernel's and the streams' buffers on the two connections hold.
    expect(given).toBeLessThan(64);
    wanted();
    await giving;
    expect([await answered, taken]).toEqual([200, 128 * chunk.length]);
  });

  it('that a service does not want to the end still get its answer', async () => {
    answer = (_request, response) => response.writeHead(413, { 'content-type': 'application/problem+json' }).end('{"code":"file_too_large"}');
    const response = await fetch(`${gateway.url}/api/statements`, { method: 'POST', headers: asOwner(), body: Buffer.alloc(20 * 1_048_576) });
    expect([response.status, await codeOf(response)]).toEqual([413, 'file_too_large']);
  });
});

describe('a service that is not there', () => {
  it('is a problem that says when to try again', async () => {
    const response = await fetch(`${gateway.url}/api/forecast?days=90`, { headers: asOwner() });
    expect([response.status, response.headers.get('retry-after'), response.headers.get('content-type')]).toEqual([503, '5', 'application/problem+json; charset=utf-8']);
    expect(await codeOf(response)).toBe('service_unavailable');
  });

  it('is one also in the middle of a long upload', async () => {
    const response = await fetch(`${gateway.url}/api/forecast`, { method: 'POST', headers: asOwner(), body: Buffer.alloc(20 * 1_048_576) });
    expect([response.status, await codeOf(response)]).toEqual([503, 'service_unavailable']);
  });

  it('is one when it hangs up without an answer; reading is tried twice, changing never', async () => {
    answer = (request) => request.socket.destroy();
    expect((await fetch(`${gateway.url}/api/invoices`, { headers: asOwner() })).status).toBe(503);
    expect(heard).toHaveLength(2);
    heard = [];
    expect((await post(`${gateway.url}/api/invoices`, {}, { cookie: owner.cookie })).status).toBe(503);
    expect(heard).toHaveLength(1);
  });

  it('breaks the answer off when it breaks off itself', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('half', () => response.destroy());
    };
    const response = await fetch(`${gateway.url}/api/invoices`, { headers: asOwner() });
    await expect(response.text()).rejects.toThrow();
  });

  it('lets go of the service when the visitor goes away', async () => {
    const gone = new Promise<void>((resolve) => {
      answer = (_request, response) => void response.on('close', resolve);
    });
    const leaving = new AbortController();
    const request = fetch(`${gateway.url}/api/invoices`, { headers: asOwner(), signal: leaving.signal });
    while (heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    leaving.abort();
    await expect(request).rejects.toThrow(/abort/i);
    await gone;
  });
});

/** Who the service's own guard takes the bearer for. */
async function callerOf(authorization: string): Promise<unknown> {
  const request = { headers: { authorization }, caller: undefined };
  const context = { getHandler: () => callerOf, getClass: () => Object, switchToHttp: () => ({ getRequest: () => request }) } as unknown as ExecutionContext;
  await new ServiceTokenGuard(gateway.settings.tokenSecret).canActivate(context);
  return request.caller;
}

/** Node's own fetch would resolve the path before it sends it. */
function rawStatus(path: string, headers: Record<string, string>): Promise<number> {
  const { hostname, port } = new URL(gateway.url);
  return new Promise((resolve, reject) => {
    httpRequest({ hostname, port, path, headers }, (response) => resolve(response.resume().statusCode!)).on('error', reject).end();
  });
}
