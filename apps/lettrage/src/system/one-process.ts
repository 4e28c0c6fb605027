import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readConfiguration } from '@lettrage/configuration';
import { z } from 'zod';
import { noteAdministratorUrl } from './administrator-url.js';
import { startEmbeddedDatabase } from './embedded-database.js';
import { keptSecret } from './kept-secret.js';
import { type RunningSystem, startSystem } from './start-system.js';

const environmentSchema = z.object({
  /** A server that is there instead of the embedded one. */
  LETTRAGE_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  LETTRAGE_DATA_DIR: z.string().default('.lettrage'),
  LETTRAGE_HTTP_HOST: z.string().default('127.0.0.1'),
  LETTRAGE_HTTP_PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  LETTRAGE_TOKEN_SECRET: z.string().min(32).optional(),
  LETTRAGE_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
});

/**
 * The whole system in this process, its database embedded unless another is named. What it makes up for itself (a secret, the
 * database's password) lies in the data folder, readable by its owner alone.
 */
export async function startOneProcess(variables: Readonly<Record<string, string | undefined>>, exit: (reason: string) => void): Promise<RunningSystem & { readonly administratorUrl: string }> {
  const environment = readConfiguration(environmentSchema, variables);
  const folder = resolve(environment.LETTRAGE_DATA_DIR);
  await mkdir(folder, { recursive: true });
  const database = environment.LETTRAGE_DATABASE_URL ? undefined : await startEmbeddedDatabase(join(folder, 'postgres'));
  const administratorUrl = environment.LETTRAGE_DATABASE_URL ?? database!.administratorUrl;
  const note = await noteAdministratorUrl(folder, administratorUrl);
  let closing = false;
  void database?.exited.then(() => closing || exit('the embedded database has ended'));
  try {
    const system = await startSystem({
      administratorUrl,
      secret: environment.LETTRAGE_TOKEN_SECRET ?? (await keptSecret(folder)),
      http: { host: environment.LETTRAGE_HTTP_HOST, port: environment.LETTRAGE_HTTP_PORT },
      environment: { ...variables, LETTRAGE_LOG_LEVEL: environment.LETTRAGE_LOG_LEVEL },
      exit,
    });
    return {
      ...system,
      administratorUrl,
      close: async () => {
        closing = true;
        await system.close();
        await database?.stop();
        await note.forget();
      },
    };
  } catch (error) {
    closing = true;
    await database?.stop();
    throw error;
  }
}
