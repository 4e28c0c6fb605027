import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf, startTestGateway, type TestGateway } from '../../../testing/gateway-under-test.js';

let folder: string;
let gateway: TestGateway;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lettrage-web-'));
  gateway = await startTestGateway({ webDirectory: join(folder, 'dist') });
});
afterAll(async () => {
  await gateway?.stop();
  await rm(folder, { recursive: true });
});

const page = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const get = (path: string, headers: Record<string, string> = {}) => fetch(`${gateway.url}${path}`, { headers });

describe('the web app', () => {
  it('says what to do as long as it is not built', async () => {
    const response = await get('/', page);
    expect([response.status, response.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
    expect(await response.text()).toContain('npm run build');
    expect((await get('/api/session')).status).toBe(401);
  });

  it('is served from then on, to everybody: files by name, the page for every address of a person', async () => {
    await mkdir(join(folder, 'dist/assets'), { recursive: true });
    await writeFile(join(folder, 'dist/index.html'), '<!doctype html><title>Lettrage</title>');
    await writeFile(join(folder, 'dist/favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await writeFile(join(folder, 'dist/assets/main-Ab12.js'), 'export {};');
    for (const path of ['/', '/sign-in?token=abc', '/queue', '/customers/42', '/index.html', '/apiary']) {
      const response = await get(path, page);
      expect([path, response.status, response.headers.get('cache-control'), await response.text()]).toEqual([path, 200, 'no-cache', '<!doctype html><title>Lettrage</title>']);
    }
    const script = await get('/assets/main-Ab12.js');
    expect([script.status, script.headers.get('cache-control'), script.headers.get('content-type')]).toEqual([200, 'public, max-age=31536000, immutable', 'text/javascript; charset=utf-8']);
    expect((await get('/favicon.svg')).headers.get('cache-control')).toBe('no-cache');
  });

  it('is not what a program gets for a file that is not there, nor anybody under /api', async () => {
    for (const [path, headers] of [['/assets/old-Cd34.js', {}], ['/queue', { accept: 'application/json' }], ['/api/nothing', page], ['/api', page]] as const) {
      const response = await get(path, headers);
      expect([path, response.status, await codeOf(response)]).toEqual([path, 404, 'not_found']);
    }
    for (const path of ['/..%2f..%2fpackage.json', '/assets/..%2f..%2f..%2fetc/passwd', '/.env']) expect([403, 404]).toContain((await get(path)).status);
    expect((await fetch(`${gateway.url}/queue`, { method: 'POST', headers: page })).status).toBe(404);
  });

  it('may load, frame and tell nothing beyond itself', async () => {
    for (const path of ['/', '/api/session', '/livez']) {
      const { headers } = await get(path, page);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      );
      expect(Object.fromEntries(['x-content-type-options', 'x-frame-options', 'referrer-policy', 'strict-transport-security', 'x-powered-by'].map((name) => [name, headers.get(name)]))).toEqual({
        'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer', 'strict-transport-security': 'max-age=31536000', 'x-powered-by': null,
      });
    }
  });
});
