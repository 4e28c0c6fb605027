import { describe, expect, it } from '@jest/globals';
import { loadFaultWords } from './fault-words.js';
import { firstLanguage, type Language, loadGroup, loadTexts } from './languages.js';

/** Every text of a tree under its dotted key. */
function texts(tree: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') found.set(path + key, value);
    else for (const [inner, text] of texts(value as object, `${path}${key}.`)) found.set(inner, text);
  }
  return found;
}
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
/** All of a language: what every page says, what some say, and what is said of faults. */
async function allTexts(language: Language) {
  const groups = await Promise.all(Object.values(loadGroup[language]).map(async (load: () => Promise<object>) => load()));
  return new Map([await loadTexts[language](), ...groups, await loadFaultWords[language]()].flatMap((tree) => [...texts(tree)]));
}
const fr = await allTexts('fr');
const en = await allTexts('en');

describe('the texts', () => {
  it('have the same keys in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...fr.keys()].sort());
  });

  it('name the same things in both languages', () => {
    for (const [key, text] of fr) expect([key, placeholders(en.get(key) ?? '')]).toEqual([key, placeholders(text)]);
  });

  it('are all written', () => {
    expect([...fr, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('have both forms of every text that counts', () => {
    const forms = (suffix: string) =>
      [...fr.keys()]
        .filter((key) => key.endsWith(suffix))
        .map((key) => key.slice(0, -suffix.length))
        .sort();
    expect(forms('_one')).toEqual(forms('_other'));
  });

  it('keep the French space before ; : ? ! % on its line', () => {
    expect([...fr].filter(([, text]) => /[^\u00a0][;:?!%»](?:\s|$)|«[^\u00a0]/.test(text))).toEqual([]);
  });
});

describe('firstLanguage', () => {
  it('keeps the choice, else follows the browser, else speaks French', () => {
    expect(firstLanguage('en', ['fr-FR'])).toBe('en');
    expect(firstLanguage(null, ['de-AT', 'en-GB', 'fr'])).toBe('en');
    expect(firstLanguage('xx', ['fr-CA'])).toBe('fr');
    expect(firstLanguage(null, ['de'])).toBe('fr');
  });
});
