import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Metrics, NestLog } from './index.js';

/** What a process of its own writes with the logger. */
function written(program: string): { stdout: string; lines: Record<string, unknown>[] } {
  const source = `import { createLogger } from ${JSON.stringify(join(import.meta.dirname, 'log.ts'))}; ${program}`;
  const result = execFileSync('/bin/sh', ['-c', '"$0" --disable-warning=ExperimentalWarning --experimental-transform-types --input-type=module -e "$1" 2>&1 1>/dev/null', process.execPath, source], { encoding: 'utf8' });
  const stdout = execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', '--experimental-transform-types', '--input-type=module', '-e', source], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return { stdout, lines: result.trim().split('\n').filter(Boolean).map((line) => JSON.parse(line)) };
}

describe('createLogger', () => {
  it('writes one JSON line with time, level by name, service, facts and sentence, to standard error alone', () => {
    const { stdout, lines } = written(`createLogger('cash', 'info').warn({ position: 'x@1', error: 'no' }, 'a message failed');`);
    expect(stdout).toBe('');
    expect(lines).toEqual([{ level: 'warn', time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/), service: 'cash', position: 'x@1', error: 'no', msg: 'a message failed' }]);
  });

  it('leaves out what is below its level', () => {
    expect(written(`const log = createLogger('cash', 'warn'); log.info({}, 'a'); log.debug({}, 'b'); log.error({}, 'c');`).lines.map(({ msg }) => msg)).toEqual(['c']);
    expect(written(`createLogger('cash', 'silent').error({}, 'a');`).lines).toEqual([]);
  });
});

describe('NestLog', () => {
  it('says Nest’s start-up chatter at debug, its warnings and errors as such', () => {
    const said: string[] = [];
    const note = (level: string) => (_: object, sentence: string) => void said.push(`${level} ${sentence}`);
    const log = new NestLog({ debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') });
    log.log('a', 'Router');
    log.verbose('b');
    log.debug('c');
    log.warn('d');
    log.error(new Error('e'));
    expect(said).toEqual(['debug a', 'debug b', 'debug c', 'warn d', 'error Error: e']);
  });
});

describe('Metrics', () => {
  it('are one registry a service, with its name on every figure', async () => {
    const [one, two] = [new Metrics('cash'), new Metrics('matching')];
    one.messagesParked.inc({ consumer: 'cash', reason: 'failed' }, 2);
    expect(await one.registry.getSingleMetricAsString('lettrage_messages_parked_total')).toContain('lettrage_messages_parked_total{consumer="cash",reason="failed",service="cash"} 2');
    expect(await two.registry.getSingleMetricAsString('lettrage_messages_parked_total')).not.toContain('} 2');
  });

  it('have names that say their unit, and a help text', async () => {
    for (const metric of await new Metrics('cash').registry.getMetricsAsJSON()) {
      expect(metric.name).toMatch(/^lettrage_[a-z_]+_(total|seconds)$/);
      expect(metric.help.length).toBeGreaterThan(10);
    }
  });
});
