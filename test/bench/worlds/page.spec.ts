import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { noiseKinds, noisePresets } from '@lettrage/worlds';

const page = readFileSync(join(import.meta.dirname, '../../../docs/matching.md'), 'utf8');
const percent = (share: number): string => (share === 0 ? '' : `${Math.round(share * 1000) / 10} %`);

it('the page states the shares of every kind of noise as the generator has them', () => {
  const rows = [...page.matchAll(/^\| `(\w+)` \| .+? \| (.*?) \| (.*?) \| (.*?) \|$/gm)].map(([, ...cells]) => cells);
  const { usual, varied, harsh } = noisePresets;
  expect(rows).toEqual(noiseKinds.map((kind) => [kind, percent(usual[kind]), percent(varied[kind]), percent(harsh[kind])]));
});
