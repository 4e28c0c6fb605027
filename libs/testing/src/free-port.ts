import { createServer } from 'node:net';

/** Below 32768, from where on Linux gives ports to whoever names none: to outgoing connections and to `listen(0)`. Other systems begin higher. */
const lowest = 20_000;
/** Jest's workers choose at the same moment: each has a share of its own, and the process that starts them another. */
const shares = 16;
const perShare = 768;
const share = lowest + (Number(process.env['JEST_WORKER_ID'] ?? 0) % shares) * perShare;

/**
 * Ports of 127.0.0.1 that nobody holds, all different. The system gives them to nobody before they are bound, nor while the service that has them
 * is down between a kill and a restart.
 */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const port = share + Math.floor(Math.random() * perShare);
    if (!ports.has(port) && (await isFree(port))) ports.add(port);
  }
  return [...ports];
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
