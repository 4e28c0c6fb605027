import type { Texts } from './fr.js';
import { withNoBreakSpaces } from './no-break-spaces.js';

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** The texts of a language, each fetched when it is first spoken. */
export const loadTexts: Readonly<Record<Language, () => Promise<Texts>>> = {
  fr: async () => withNoBreakSpaces((await import('./fr.js')).default),
  en: async () => (await import('./en.js')).default,
};

/** The language that was chosen before, else the first of the browser's that we speak, else French. */
export function firstLanguage(chosen: string | null, browserLanguages: readonly string[]): Language {
  const wanted = [chosen ?? '', ...browserLanguages].map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.map((tag) => languages.find((language) => language === tag)).find((language) => language !== undefined) ?? 'fr';
}
