export type GlanceAction = 'next' | 'previous' | 'seen' | 'undo';

const byKey = new Map<string, GlanceAction>(Object.entries({ j: 'next', ArrowDown: 'next', k: 'previous', ArrowUp: 'previous', Enter: 'seen', u: 'undo' } as const));

/** What a key means on an allocation of the list, or null; keys with Ctrl, Alt or Cmd are the browser's. */
export function actionOfGlanceKey({ key, ctrlKey, altKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>): GlanceAction | null {
  if (ctrlKey || altKey || metaKey) return null;
  return byKey.get(key.length === 1 ? key.toLowerCase() : key) ?? null;
}
