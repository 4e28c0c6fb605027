import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import { cachedFolder } from './cached-folder.js';

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Executable {
  path: string;
  env: Record<string, string>;
}

/**
 * A headless Chromium with a profile of its own that vanishes with close(): the system's if there is one, else the one inside the npm package
 * @sparticuz/chromium, unpacked once a machine.
 */
export async function launchTestBrowser(): Promise<Browser> {
  const { path, env } = (await systemChromium()) ?? (await packagedChromium());
  return chromium.launch({ executablePath: path, args: ARGUMENTS, headless: true, env: { ...(process.env as Record<string, string>), ...env } });
}

async function systemChromium(): Promise<Executable | undefined> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of SYSTEM_NAMES) {
      const path = join(folder, name);
      if (await access(path, constants.X_OK).then(() => true, () => false)) return { path, env: {} };
    }
  }
  return undefined;
}

/** Without the system's libnss3 and libexpat it runs on the package's own; without the system's fonts likewise. */
export async function packagedChromium(): Promise<Executable> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = createRequire(import.meta.url)(join(entry, '../../../package.json')) as { version: string };
  const folder = await cachedFolder(`chromium-${version}`, unpack);
  const path = join(folder, 'chromium');
  const fonts = await access('/etc/fonts/fonts.conf').then(() => ({}), () => ({ FONTCONFIG_PATH: join(folder, 'fonts') }));
  const ownLibraries = { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  for (const env of [{}, ownLibraries]) {
    const starts = await promisify(execFile)(path, ['--version'], { env: { ...process.env, ...env } }).then(() => true, () => false);
    if (starts) return { path, env: { ...fonts, ...env } };
  }
  throw new Error('The Chromium of @sparticuz/chromium does not start on this system. Install one: apt-get install -y chromium (Debian).');
}

/** The package unpacks into the temporary folder, under names that all users and runs would share: it gets a folder of its own instead. */
async function unpack(folder: string): Promise<void> {
  const program = `await (await import('@sparticuz/chromium')).default.executablePath()`;
  // The variable makes it unpack the libraries too.
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { env, cwd: import.meta.dirname });
}
