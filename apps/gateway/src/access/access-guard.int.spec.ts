import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, startTestGateway, type TestGateway } from '../../testing/gateway-under-test.js';

interface Layer {
  name: string;
  route?: { path: string | string[]; methods: Record<string, boolean> };
}

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway?.stop());

const tried = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Every method and path that the application's router knows, a word in place of each parameter. */
function routes(): [string, string][] {
  const { stack } = (gateway.running.app.getHttpAdapter().getInstance() as { router: { stack: Layer[] } }).router;
  return stack.flatMap(({ route }) => {
    if (!route) return [];
    const methods = Object.keys(route.methods).map((method) => method.toUpperCase()).filter((method) => tried.includes(method));
    return [route.path].flat().flatMap((path) => methods.map((method): [string, string] => [method, path.replaceAll(/[:*]\w+/g, 'x')]));
  });
}

const open = ['GET /livez', 'GET /readyz', 'POST /api/session', 'POST /api/session/one-time'];

describe('the public door', () => {
  it('lets nobody through without a session or token but to health and sign-in', async () => {
    const known = routes();
    expect(known.map(([method, path]) => `${method} ${path}`)).toEqual(expect.arrayContaining([...open, 'GET /api/stream', 'GET /api/members', 'GET /api/docs', 'GET /api/openapi.json', 'DELETE /api/tokens/x']));
    expect(known.some(([, path]) => path === '/api/queue/x')).toBe(true);
    const answered: string[] = [];
    for (const [method, path] of known) {
      const response = await fetch(`${gateway.url}${path}`, { method, headers: { 'content-type': 'application/json' }, ...(method !== 'GET' && method !== 'HEAD' && { body: '{}' }) });
      if (response.status !== 401) answered.push(`${method} ${path}`);
      else if (method !== 'HEAD') expect(await codeOf(response)).toBe('not_signed_in');
    }
    expect(answered.sort()).toEqual([...open].sort());
  });

  it.each(['/metrics', '/openapi.json', '/api/metrics', '/api/unknown', '/api/docs-json', '/api/docs/../metrics'])('does not know %s', async (path) => {
    expect([401, 404]).toContain((await fetch(`${gateway.url}${path}`)).status);
  });

  it('shows no part of Swagger without a session', async () => {
    for (const path of ['/api/docs', '/api/docs/', '/api/docs/index.html', '/api/docs/swagger-ui-init.js', '/api/docs/swagger-ui-bundle.js', '/api/docs/docs/swagger-ui.css', '/api//docs/swagger-ui.css', '/api/DOCS/swagger-ui.css']) {
      const response = await fetch(`${gateway.url}${path}`);
      expect([path, [401, 404].includes(response.status), response.headers.get('content-type')?.startsWith('application/problem+json')]).toEqual([path, true, true]);
    }
  });

  it('is alive and ready', async () => {
    expect(await (await fetch(`${gateway.url}/livez`)).json()).toEqual({ status: 'ok' });
    const ready = await fetch(`${gateway.url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ok', parts: { database: true, messages: true } }]);
  });
});
