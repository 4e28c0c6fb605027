import { request } from 'node:http';
import { homedir } from 'node:os';
import { join } from 'node:path';

const PING_LIMIT_MS = 1_000;

/** Whether a Docker engine (or one that speaks its language) answers where the usual clients look for it. Never waits long. */
export async function dockerEngineAnswers(environment: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  const host = environment['DOCKER_HOST'];
  if (host !== undefined && host !== '') return pings(host);
  const sockets = ['/var/run/docker.sock', join(homedir(), '.docker/run/docker.sock'), join(homedir(), '.docker/desktop/docker.sock')];
  const runtime = environment['XDG_RUNTIME_DIR'];
  if (runtime !== undefined) sockets.push(join(runtime, 'docker.sock'));
  const answers = await Promise.all(sockets.map((socket) => pings(`unix://${socket}`)));
  return answers.includes(true);
}

function pings(host: string): Promise<boolean> {
  const target = host.startsWith('unix://') ? { socketPath: host.slice('unix://'.length) } : tcpTarget(host);
  if (target === undefined) return Promise.resolve(false);
  return new Promise((resolve) => {
    const ping = request({ ...target, path: '/_ping', timeout: PING_LIMIT_MS }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    ping.once('timeout', () => ping.destroy());
    ping.once('error', () => resolve(false));
    ping.once('close', () => resolve(false));
    ping.end();
  });
}

function tcpTarget(host: string): { host: string; port: string } | undefined {
  const url = URL.parse(host);
  return url === null ? undefined : { host: url.hostname, port: url.port || '2375' };
}
