import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { events } from '@lettrage/contracts';
import { REPOSITORY } from '@lettrage/testing';
import { describe, expect, it } from '@jest/globals';
import { errorDocs, webWords } from './error-docs.js';
import { eventDocs } from './event-docs.js';

const errors = await errorDocs();

describe.each<[string, ReadonlyMap<string, string>]>([
  ['docs/events', eventDocs(events)],
  ['docs/errors', errors],
])('%s', (folder, docs) => {
  it.each([...docs])('%s is what the contracts and the files say (else: npm run build:ts && npm run docs)', async (path, content) => {
    expect(await readFile(join(REPOSITORY, path), 'utf8')).toBe(content);
  });

  it('has nothing else', async () => {
    expect((await readdir(join(REPOSITORY, folder))).map((file) => `${folder}/${file}`).sort()).toEqual([...docs.keys()].sort());
  });
});

describe('the words of the page for errors', () => {
  it.each([...webWords()])('%s is what the catalogues say', async (path, content) => {
    expect(await readFile(join(REPOSITORY, path), 'utf8')).toBe(content);
  });
});

describe('links', () => {
  it('of docs/errors lead somewhere', () => {
    for (const [path, content] of errors) for (const [, target] of content.matchAll(/\]\(([\w.-]+\.md)\)/g)) expect([path, errors.has(`docs/errors/${target}`)]).toEqual([path, true]);
  });
});
