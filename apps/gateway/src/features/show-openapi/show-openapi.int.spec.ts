import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type SignedIn, signInOwner, startTestGateway, type TestGateway } from '../../../testing/gateway-under-test.js';

let service: Server;
let gateway: TestGateway;
let owner: SignedIn;

beforeAll(async () => {
  service = createServer((request, response) => {
    if (request.url !== '/openapi.json' || !request.headers.authorization?.startsWith('Bearer ')) return void response.writeHead(401).end();
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ openapi: '3.0.0', info: { title: 'x', version: '1' }, paths: { '/dso': { get: { operationId: 'dso', responses: {} } } } }));
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const nowhere = 'http://127.0.0.1:9';
  gateway = await startTestGateway({ services: { invoicing: nowhere, 'bank-import': nowhere, matching: nowhere, cash: `http://127.0.0.1:${(service.address() as AddressInfo).port}` } });
  owner = await signInOwner(gateway);
});
afterAll(async () => {
  await gateway?.stop();
  service?.closeAllConnections();
  await new Promise((resolve) => service.close(resolve));
});

const get = (path: string) => fetch(`${gateway.url}${path}`, { headers: { cookie: owner.cookie } });

describe('the description of the API', () => {
  it('is one document over all services that answer', async () => {
    const document = (await (await get('/api/openapi.json')).json()) as { info: { description: string }; paths: Record<string, object> };
    expect(Object.keys(document.paths).sort()).toEqual(['/api/dso', '/api/members', '/api/members/invitations', '/api/session', '/api/session/one-time', '/api/stream', '/api/tokens', '/api/tokens/{tokenId}']);
    expect(document.info.description).toBe('Not described here, because they do not answer at this moment: invoicing, bank-import, matching.');
    expect(document.paths['/api/session']).toMatchObject({ post: { requestBody: { content: { 'application/json': { schema: expect.anything() } } } } });
  });

  it('is shown by Swagger UI with that very document', async () => {
    const page = await get('/api/docs');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const html = await page.text();
    expect(html).toContain('swagger-ui-init.js');
    expect(html.match(/<script(?![^>]*\bsrc=)[^>]*>[^<]/g)).toBeNull();
    const script = await get('/api/docs/swagger-ui-init.js');
    expect([script.status, (await script.text()).includes('"/api/dso"')]).toEqual([200, true]);
    expect((await get('/api/docs/swagger-ui.css')).status).toBe(200);
  });
});
