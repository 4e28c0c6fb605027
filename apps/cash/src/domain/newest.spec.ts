import { expect, it } from '@jest/globals';
import { newestVersions } from './newest.js';

it('keeps the highest version of each thing, whatever the order, and the things in the order of their first coming', () => {
  const snapshots = [{ id: 'B', version: 2 }, { id: 'A', version: 1 }, { id: 'B', version: 1 }, { id: 'A', version: 3 }, { id: 'A', version: 2 }];
  expect(newestVersions(snapshots, ({ id }) => id)).toEqual([{ id: 'B', version: 2 }, { id: 'A', version: 3 }]);
});
