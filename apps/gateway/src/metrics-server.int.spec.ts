import { expect, it } from '@jest/globals';
import { Metrics } from '@lettrage/observability';
import { startMetrics } from './metrics-server.js';

it('serves figures on a port of their own, and nothing else', async () => {
  const metrics = new Metrics('gateway');
  metrics.outboxRelayed.inc(3);
  const server = await startMetrics(metrics, '127.0.0.1', 0);
  try {
    const response = await fetch(server.url);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    expect(await response.text()).toContain('lettrage_outbox_relayed_total{service="gateway"} 3');
    expect((await fetch(new URL('/api/session', server.url))).status).toBe(404);
  } finally {
    await server.close();
  }
});
