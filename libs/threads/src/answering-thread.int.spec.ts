import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AnsweringThread } from './answering-thread.js';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'lettrage-threads-'))));
afterAll(() => rm(folder, { recursive: true }));

let scripts = 0;
async function script(body: string): Promise<URL> {
  const path = join(folder, `worker-${(scripts += 1)}.mjs`);
  await writeFile(path, `import { parentPort } from 'node:worker_threads';\n${body}`);
  return pathToFileURL(path);
}

/** Adds up what it is told, and answers a question with the sum and the question. */
const adding = `let sum = 0;
  parentPort.on('message', ({ id, question }) => {
    if (id === null) { if (question === 'die') process.exit(1); if (question === 'fail') throw new Error('told too much'); sum += question; return; }
    parentPort.postMessage(question < 0 ? { id, error: 'below nothing' } : { id, answer: [sum, question] });
  });`;

const notInPlace = () => () => {
  throw new Error('not in place');
};

describe('a thread that answers', () => {
  it('hears what it is told and asked in that order', async () => {
    const thread = new AnsweringThread<number, number[]>({ script: await script(adding), inPlace: notInPlace });
    thread.tell(3);
    const first = thread.ask(10);
    thread.tell(4);
    const second = thread.ask(20);
    expect(await Promise.all([first, second])).toEqual([[3, 10], [7, 20]]);
    await thread.stop();
  });

  it('hands back what went wrong, and goes on', async () => {
    const thread = new AnsweringThread<number, number[]>({ script: await script(adding), inPlace: notInPlace });
    await expect(thread.ask(-1)).rejects.toThrow('below nothing');
    expect(await thread.ask(1)).toEqual([0, 1]);
    await thread.stop();
  });

  it.each([['die', 'the thread has ended'], ['fail', 'told too much']])('that dies (%s) says so to who waits, forgets what it knew, and begins anew with the next word', async (word, message) => {
    let lost = 0;
    const thread = new AnsweringThread<number | string, number[]>({ script: await script(adding), inPlace: notInPlace, onLost: () => (lost += 1) });
    thread.tell(3);
    thread.tell(word);
    await expect(thread.ask(1)).rejects.toThrow(message);
    expect(lost).toBe(1);
    expect(await thread.ask(2)).toEqual([0, 2]);
    expect(lost).toBe(1);
    await thread.stop();
  });

  it('calculates in place where there is no script', async () => {
    let sum = 0;
    const thread = new AnsweringThread<number, number>({ script: pathToFileURL(join(folder, 'nowhere.js')), inPlace: () => (question) => (sum += question) });
    thread.tell(3);
    expect(await thread.ask(4)).toBe(7);
    await thread.stop();
  });
});
