import { describe, expect, it } from '@jest/globals';
import { actionOfGlanceKey } from './glance-key.js';

const key = (pressed: string, modified: Partial<Record<'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {}) => actionOfGlanceKey({ key: pressed, ctrlKey: false, altKey: false, metaKey: false, ...modified });

describe('actionOfGlanceKey', () => {
  it('moves, marks as seen, and undoes', () => {
    expect(['j', 'J', 'ArrowDown', 'k', 'ArrowUp', 'Enter', 'u', 'x'].map((each) => key(each))).toEqual(['next', 'next', 'next', 'previous', 'previous', 'seen', 'undo', null]);
  });

  it('leaves the browser its own', () => {
    expect([key('u', { ctrlKey: true }), key('j', { altKey: true }), key('k', { metaKey: true })]).toEqual([null, null, null]);
  });
});
