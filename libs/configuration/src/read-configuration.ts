import { readFileSync } from 'node:fs';
import { type z } from 'zod';

/** The environment does not describe a runnable system. Lists everything that is wrong, not the first. */
export class ConfigurationFault extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The configuration is not complete:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigurationFault';
  }
}

/**
 * Reads the settings that a schema names from the environment. `NAME_FILE` gives a value through a file (a mounted secret).
 * An empty value counts as absent. Every fault is reported at once, as `ConfigurationFault`.
 */
export function readConfiguration<Schema extends z.ZodObject>(schema: Schema, environment: Readonly<Record<string, string | undefined>>): z.infer<Schema> {
  const faults: string[] = [];
  const values: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const file = environment[`${name}_FILE`];
    if (environment[name] && file) faults.push(`${name}: set it or ${name}_FILE, not both`);
    const value = environment[name] || (file ? readSecret(name, file, faults) : undefined);
    if (value) values[name] = value;
  }
  const result = schema.safeParse(values);
  if (!result.success) for (const issue of result.error.issues) faults.push(faultOf(issue, values));
  if (faults.length > 0) throw new ConfigurationFault(faults);
  return result.data as z.infer<Schema>;
}

/** Zod's messages do not repeat what was given, which may be a secret. A rule over several settings has no path. */
function faultOf({ path, message }: z.core.$ZodIssue, values: Readonly<Record<string, string>>): string {
  const name = path.join('.');
  if (name === '') return message;
  return `${name}: ${values[String(path[0])] === undefined ? 'is not set' : message}`;
}

function readSecret(name: string, file: string, faults: string[]): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    faults.push(`${name}_FILE: ${(error as Error).message}`);
    return undefined;
  }
}

/** Runs a start-up; a configuration fault is printed and ends the process with EX_CONFIG (78, sysexits.h), so that nobody restarts in vain. */
export async function exitOnConfigurationFault<T>(start: () => T | Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (error) {
    if (!(error instanceof ConfigurationFault)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(78);
  }
}
