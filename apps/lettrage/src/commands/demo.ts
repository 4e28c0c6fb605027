import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { WrongUsage } from '../cli/exit.js';
import { ApiClient } from '../demo/api-client.js';
import { runDemo } from '../demo/run-demo.js';
import { startOneProcess } from '../system/one-process.js';
import { untilStopped } from '../system/until-stopped.js';

const email = 'owner@example.com';
const usualPort = 3000;

export const usage = 'lettrage demo [--once]';

/** `lettrage demo [--once]`: the main job on a sample company; then the system stays for trying by hand, unless `--once`. */
export async function run(args: string[]): Promise<void> {
  const once = args.includes('--once');
  const other = args.find((arg) => arg !== '--once');
  if (other !== undefined) throw new WrongUsage(`lettrage demo: "${other}" is not an option; there is only --once`);
  const say = (text: string) => void process.stdout.write(`${text}\n`);
  const stopping = untilStopped();

  // A folder of its own, made anew: the demo never touches the data of `npm start`.
  const dataDir = join(resolve(process.env['LETTRAGE_DATA_DIR'] || '.lettrage'), 'demo');
  await rm(dataDir, { recursive: true, force: true });
  say('Starting PostgreSQL and the five services in this process ...');
  const port = process.env['LETTRAGE_HTTP_PORT'] || String(await freePort(usualPort));
  const system = await startOneProcess({ ...process.env, LETTRAGE_DATABASE_URL: undefined, LETTRAGE_DATA_DIR: dataDir, LETTRAGE_HTTP_PORT: port }, stopping.fail);
  try {
    const api = new ApiClient(system.url);
    const password = randomBytes(9).toString('base64url');
    const link = new URL((await system.gateway.ensureFirstOrganisation())!.url);
    await api.post('session/one-time', { token: link.searchParams.get('token'), email, password, name: 'Camille Martin', organisationName: 'Atelier Martin SARL' });
    await runDemo(api, say, new Date());
    say(`\nThe web app: ${system.url}\n  sign in as ${email} with ${password}\n  API: ${system.url}/api/docs`);
    if (!once) {
      say('  It keeps running; stop it with Ctrl+C.');
      await stopping.asked;
    }
  } finally {
    await system.close();
  }
}

/** The usual port, or any free one when another program has it. */
function freePort(wanted: number): Promise<number> {
  return new Promise((found, fail) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' && wanted !== 0 ? freePort(0).then(found, fail) : fail(error)));
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
