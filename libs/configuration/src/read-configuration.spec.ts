import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ConfigurationFault, exitOnConfigurationFault, readConfiguration } from './read-configuration.js';

const schema = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  MODE: z.enum(['postgres', 'kafka']),
  SECRET: z.string().min(32, 'must have at least 32 characters'),
  PLACE: z.string().optional(),
});
const secret = 'a'.repeat(32);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lettrage-configuration-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
const file = (content: string) => {
  const path = join(folder, `secret-${content.length}`);
  writeFileSync(path, content);
  return path;
};
const faultsOf = (environment: Record<string, string>, of: z.ZodObject = schema) => {
  try {
    readConfiguration(of, environment);
  } catch (error) {
    if (error instanceof ConfigurationFault) return error.faults;
    throw error;
  }
  throw new Error('no fault');
};

describe('readConfiguration', () => {
  it('reads, converts, fills in defaults, and leaves the rest of the environment alone', () => {
    expect(readConfiguration(schema, { MODE: 'kafka', SECRET: secret, PORT: '80', HOME: '/root' })).toEqual({ PORT: 80, MODE: 'kafka', SECRET: secret });
    expect(readConfiguration(schema, { MODE: 'kafka', SECRET: secret, PORT: '', PLACE: '' })).toEqual({ PORT: 3000, MODE: 'kafka', SECRET: secret });
  });

  it('tells all faults at once, by name, and repeats no value', () => {
    const faults = faultsOf({ PORT: 'eighty', SECRET: 'hunter2' });
    expect(faults).toEqual(['PORT: Invalid input: expected number, received NaN', 'MODE: is not set', 'SECRET: must have at least 32 characters']);
    expect(new ConfigurationFault(faults).message).toBe(`The configuration is not complete:\n  ${faults.join('\n  ')}`);
    expect(faults.join()).not.toContain('hunter2');
  });

  it('tells a rule over several settings by its own words', () => {
    expect(faultsOf({ MODE: 'kafka', SECRET: secret }, schema.refine((all) => all.PLACE, 'MODE kafka needs PLACE'))).toEqual(['MODE kafka needs PLACE']);
  });

  it('takes a value from the file that NAME_FILE names, without the line end of an editor', () => {
    expect(readConfiguration(schema, { MODE: 'kafka', SECRET_FILE: file(`${secret}\n`) }).SECRET).toBe(secret);
  });

  it.each([
    ['a file that is not there', { SECRET_FILE: '/nonexistent/secret' }, [expect.stringMatching(/^SECRET_FILE: ENOENT.*\/nonexistent\/secret/), 'SECRET: is not set']],
    ['a value and a file', { SECRET: secret, SECRET_FILE: '/nonexistent/secret' }, ['SECRET: set it or SECRET_FILE, not both']],
  ])('does not guess with %s', (_, environment, faults) => {
    expect(faultsOf({ MODE: 'kafka', ...environment } as Record<string, string>)).toEqual(faults);
  });

  it('counts an empty file as no value', () => {
    expect(faultsOf({ MODE: 'kafka', SECRET_FILE: file('\n') })).toEqual(['SECRET: is not set']);
  });
});

describe('exitOnConfigurationFault', () => {
  it('passes on what the start gives, and any other error', async () => {
    expect(await exitOnConfigurationFault(() => 7)).toBe(7);
    await expect(exitOnConfigurationFault(() => { throw new TypeError('a bug'); })).rejects.toThrow('a bug');
  });

  it('prints the faults to standard error and ends with 78, so that no supervisor tries again in vain', () => {
    const program = `import { exitOnConfigurationFault, ConfigurationFault } from ${JSON.stringify(join(import.meta.dirname, 'read-configuration.ts'))};
      await exitOnConfigurationFault(() => { throw new ConfigurationFault(['PORT: is not set']); }); console.log('went on');`;
    const run = () => execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', '--experimental-transform-types', '--input-type=module', '-e', program], { encoding: 'utf8', stdio: 'pipe' });
    let failure: { status?: number; stderr?: string; stdout?: string } = {};
    try {
      run();
    } catch (error) {
      failure = error as typeof failure;
    }
    expect({ status: failure.status, stdout: failure.stdout }).toEqual({ status: 78, stdout: '' });
    expect(failure.stderr).toBe('The configuration is not complete:\n  PORT: is not set\n');
  });
});
