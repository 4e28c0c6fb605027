import { describe, expect, it } from '@jest/globals';
import { actionOfKey, type Key } from './key-action.js';

const press = (key: string, code = '', held: Partial<Key> = {}) =>
  actionOfKey({ key, code, ctrl: false, meta: false, alt: false, shift: false, ...held });

describe('actionOfKey', () => {
  it('moves by letters and arrows', () => {
    expect([press('j'), press('ArrowDown'), press('K'), press('ArrowUp')]).toEqual([
      { kind: 'move', by: 1 },
      { kind: 'move', by: 1 },
      { kind: 'move', by: -1 },
      { kind: 'move', by: -1 },
    ]);
  });

  it('chooses by where the digit lies: AZERTY writes & on its first key', () => {
    expect(press('&', 'Digit1')).toEqual({ kind: 'choose', rank: 1 });
    expect(press('1', 'Digit1', { shift: true })).toEqual({ kind: 'choose', rank: 1 });
    expect(press('5', 'Numpad5')).toEqual({ kind: 'choose', rank: 5 });
    expect(press('6', 'Digit6')).toBeNull();
  });

  it('undoes with Ctrl or Command and the Z that is written, wherever it lies', () => {
    expect(press('z', 'KeyW', { ctrl: true })).toEqual({ kind: 'undo' });
    expect(press('z', 'KeyZ', { meta: true })).toEqual({ kind: 'undo' });
    expect(press('z', 'KeyZ')).toBeNull();
    expect(press('Z', 'KeyZ', { ctrl: true, shift: true })).toBeNull();
  });

  it('leaves the browser its own shortcuts', () => {
    expect(press('f', 'KeyF', { ctrl: true })).toBeNull();
    expect(press('1', 'Digit1', { alt: true })).toBeNull();
    expect(press('Tab', 'Tab')).toBeNull();
    expect(press('toString')).toBeNull();
  });

  it('confirms, sets aside, allocates, finds and helps', () => {
    expect(['Enter', 'e', 's', 'f', '/', '?'].map((key) => press(key)?.kind)).toEqual(['confirm', 'set_aside', 'allocate', 'find', 'find', 'help']);
  });
});
