export type QueueAction =
  { kind: 'move'; by: 1 | -1 } | { kind: 'choose'; rank: number } | { kind: 'confirm' | 'set_aside' | 'undo' | 'allocate' | 'find' | 'help' };

export interface Key {
  key: string;
  code: string;
  ctrl: boolean;
  meta: boolean;
  alt: boolean;
  shift: boolean;
}

const byKey = new Map<string, QueueAction>(
  Object.entries({
    j: { kind: 'move', by: 1 },
    ArrowDown: { kind: 'move', by: 1 },
    k: { kind: 'move', by: -1 },
    ArrowUp: { kind: 'move', by: -1 },
    Enter: { kind: 'confirm' },
    e: { kind: 'set_aside' },
    s: { kind: 'allocate' },
    f: { kind: 'find' },
    '/': { kind: 'find' },
    '?': { kind: 'help' },
  } satisfies Record<string, QueueAction>),
);

/**
 * What a key means in the queue, or null. Letters go by what they write, digits by where they lie: on an AZERTY keyboard the
 * digits of the top row need Shift.
 */
export function actionOfKey(key: Key): QueueAction | null {
  if ((key.ctrl || key.meta) && !key.alt && !key.shift && key.key.toLowerCase() === 'z') return { kind: 'undo' };
  if (key.ctrl || key.meta || key.alt) return null;
  const digit = /^(?:Digit|Numpad)([1-5])$/.exec(key.code)?.[1];
  if (digit) return { kind: 'choose', rank: Number(digit) };
  return byKey.get(key.key.length === 1 ? key.key.toLowerCase() : key.key) ?? null;
}
