import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { events } from '@lettrage/contracts';
import { REPOSITORY } from '@lettrage/testing';
import { describe, expect, it } from '@jest/globals';
import { eventDocs } from './event-docs.js';

describe('docs/events', () => {
  const docs = eventDocs(events);

  it.each([...docs])('%s is what the contracts say (else: npm run build:ts && npm run docs)', async (path, content) => {
    expect(await readFile(join(REPOSITORY, path), 'utf8')).toBe(content);
  });

  it('has nothing else', async () => {
    expect((await readdir(join(REPOSITORY, 'docs/events'))).map((file) => `docs/events/${file}`).sort()).toEqual([...docs.keys()].sort());
  });
});
