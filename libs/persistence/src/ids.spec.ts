import { describe, expect, it } from '@jest/globals';
import { isId, newId } from './ids.js';

describe('newId', () => {
  const made = Array.from({ length: 20_000 }, newId);

  it('makes identifiers of version 7 that carry the time of their making', () => {
    const before = Date.now();
    const id = newId();
    expect(isId(id)).toBe(true);
    expect(id).toMatch(/^.{14}7.{4}[89ab]/);
    const msecs = Number.parseInt(id.slice(0, 13).replace('-', ''), 16);
    expect(msecs).toBeGreaterThanOrEqual(before);
    expect(msecs).toBeLessThanOrEqual(Date.now());
  });

  it('makes each of them once, later ones above earlier ones, within a millisecond too', () => {
    expect(new Set(made).size).toBe(made.length);
    expect(made.toSorted()).toEqual(made);
  });

  it('gives each its own random end', () => {
    expect(new Set(made.map((id) => id.slice(-8))).size).toBeGreaterThan(made.length - 5);
  });
});
