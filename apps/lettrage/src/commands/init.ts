import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Refusal, WrongUsage } from '../cli/exit.js';

/** The passwords of the database's roles: of its administrator, and of each service. */
const ROLES = ['ADMIN', 'GATEWAY', 'INVOICING', 'BANK_IMPORT', 'MATCHING', 'CASH'];
const SECRET_BYTES = 32;

export const usage = 'lettrage init [--out FILE]   (without --out: .env)';

/** `lettrage init [--out .env]`: writes the compose file's settings with fresh random secrets; an existing file is never overwritten. */
export async function run(args: string[]): Promise<void> {
  const path = outputPath(args);
  try {
    await writeFile(path, environmentFile(() => randomBytes(SECRET_BYTES).toString('base64url')), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') {
      throw new Refusal(
        `${path}: is there already and may hold the secrets of a running system, so it is not overwritten; write elsewhere with --out, or move it away`,
      );
    }
    throw new Refusal(`${path}: cannot be written (${message}); check the folder and its rights`);
  }
  process.stderr.write(`${path} is written; only you can read it. Keep a copy in a safe place: without it the database does not open.\n`);
}

function outputPath(args: string[]): string {
  try {
    return parseArgs({ args, options: { out: { type: 'string', default: '.env' } } }).values.out;
  } catch (error) {
    throw new WrongUsage(`lettrage init: ${(error as Error).message}\nusage: ${usage}`);
  }
}

/** The file's text; `secret` gives a new one at every call, of characters that need no quoting in a URL. */
export function environmentFile(secret: () => string): string {
  return `# Settings and secrets of docker-compose.yml. Keep this file out of version control, and a copy of it in a safe place.

# Where browsers reach Lettrage. Behind a proxy with TLS: https://lettrage.example.com
LETTRAGE_PUBLIC_URL=http://localhost:3000
LETTRAGE_BIND=127.0.0.1
LETTRAGE_PORT=3000
LETTRAGE_LOG_LEVEL=info

# PostgreSQL takes the administrator's password when its volume is made; the services' are set by every migrate.
${ROLES.map((role) => `LETTRAGE_DB_PASSWORD_${role}=${secret()}`).join('\n')}

# Signs what the gateway tells the services of a caller. A new value ends no session; restart all services with it.
LETTRAGE_TOKEN_SECRET=${secret()}
`;
}
