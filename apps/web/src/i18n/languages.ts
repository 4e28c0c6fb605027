import en from './en.js';
import fr, { type Texts } from './fr.js';

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];
export const textsOf: Readonly<Record<Language, Texts>> = { fr, en };

/** The language that was chosen before, else the first of the browser's that we speak, else French. */
export function firstLanguage(chosen: string | null, browserLanguages: readonly string[]): Language {
  const wanted = [chosen ?? '', ...browserLanguages].map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.map((tag) => languages.find((language) => language === tag)).find((language) => language !== undefined) ?? 'fr';
}
