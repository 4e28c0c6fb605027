import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

const program = join(import.meta.dirname, '../dist/main.js');
const lettrage = (...args: string[]) => promisify(execFile)(process.execPath, [program, ...args]);

describe('the command line', () => {
  it('says what there is when it is asked for help', async () => {
    const { stdout, stderr } = await lettrage('--help');
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^usage: lettrage COMMAND/);
    const names = [...stdout.matchAll(/^ {2}([a-z-]+) /gm)].map(([, name]) => name!);
    expect(names).toEqual(expect.arrayContaining(['parse', 'match', 'aged-balance', 'forecast', 'start', 'check']));
    for (const name of names) expect((await lettrage(name, '--help')).stdout).toMatch(new RegExp(`^usage: lettrage ${name}\\b.*\\n$`));
  });

  it.each([[[]], [['reconcile']], [['parse', '--hepl']]])('ends with 2 and says so where it is called wrongly: %j', async (args) => {
    await expect(lettrage(...args)).rejects.toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/commands: parse, match|usage: lettrage parse/) });
  });
});
