import { expect, it } from '@jest/globals';
import { cashHandlers } from './cash.module.js';
import { heardContracts } from './rebuild-cash.js';

it('rebuilds from exactly what it listens to', () => {
  const listened = cashHandlers.map((Handler) => new Handler(undefined as never).contract.name);
  expect(heardContracts.map(({ name }) => name).sort()).toEqual(listened.sort());
});
