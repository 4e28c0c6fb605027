// Writes docs/events, docs/errors, the page's words for errors, and the golden samples of events that have none yet. Runs on what is built: npm run build:ts && npm run docs
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { events } from '@lettrage/contracts';
import { errorDocs, webWords } from './error-docs.ts';
import { eventDocs, sampleText } from './event-docs.ts';

const root = join(import.meta.dirname, '../..');
const docs = new Map([...eventDocs(events), ...(await errorDocs()), ...webWords()]);
for (const folder of ['docs/events', 'docs/errors']) {
  await mkdir(join(root, folder), { recursive: true });
  for (const file of await readdir(join(root, folder))) if (!docs.has(`${folder}/${file}`)) await rm(join(root, folder, file));
}
for (const [path, content] of docs) await writeFile(join(root, path), content);

// A golden sample is never overwritten: where the contract has grown, the new one gets a number.
const samples = join(root, 'libs/contracts/samples');
await mkdir(samples, { recursive: true });
for (const event of events) {
  const text = sampleText(event);
  for (let number = 1; ; number++) {
    const path = join(samples, number === 1 ? `${event.name}.json` : `${event.name}.${number}.json`);
    const kept = await readFile(path, 'utf8').catch(() => undefined);
    if (kept === undefined) await writeFile(path, text);
    if (kept === undefined || kept === text) break;
  }
}
console.log(`${docs.size} files in docs/events, docs/errors and the page's texts`);
